package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who never saw Cairn looks around in a sample before they found anything.
@Tag("window")
class SampleWindowTest {
    @TempDir
    Path folder;

    @Test
    void aSampleIsReachedFromTheFirstScreenAndSaysOnEveryPageThatItIsNoEvidence() throws Exception {
        try (Driver window = Driver.open(folder)) {
            List<String> faults = new ArrayList<>(window.faults("start-with-sample"));
            window.chooser.willChoose(folder);
            window.press("start-sample");
            window.untilShown("posture");
            window.untilShown("step-pack");
            assertThat(window.text("sample")).startsWith("Sample, not evidence.");
            assertThat(window.text("step-answer-said")).startsWith("Done with entry ");
            assertThat(window.text("posture-collect")).isEqualTo("Collect from this machine");
            faults.addAll(window.faults("sample-posture"));
            window.press("page-queue");
            window.untilShown("queue-table");
            assertThat(window.text("sample")).startsWith("Sample, not evidence.");
            window.press("theme");
            window.press("page-posture");
            window.screenshot("sample-posture-dark");
            assertThat(faults).isEmpty();
        }
    }
}
