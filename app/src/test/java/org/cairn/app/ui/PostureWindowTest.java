package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a CISO wants to know: where we stand, how we came there, what moved and what is ahead.
@Tag("window")
class PostureWindowTest {
    @TempDir
    Path folder;

    @Test
    void theTrendIsReplayedWhatChangedIsListedAndEachPartOpensWhatIsBehindIt() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.neverLock();
            assertThat(window.find("trend-2026-11-21")).isPresent();
            window.collect();
            window.clock.pass(Duration.ofDays(9));
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.DIGIT1);
            window.press("save");
            window.until(() -> window.text("saving").equals("Recorded in the ledger"));
            window.clock.pass(Duration.ofDays(10));
            window.collect();

            window.onWindow(() -> {
                window.size(1280, 1560);
                return true;
            });
            window.press("page-posture");
            window.untilShown("trend-2026-12-10");
            assertThat(window.scene().getRoot().lookupAll(".column-button")).hasSize(11);
            assertThat(window.node("trend-2026-12-10").getAccessibleText())
                    .startsWith("10 Dec 2026. ")
                    .contains("Contradicted: ");
            assertThat(window.node("trend-2026-11-21").getAccessibleText()).doesNotContain("Contradicted");
            window.onWindow(() -> {
                ((DatePicker) window.node("changes-since")).setValue(LocalDate.of(2026, 11, 21));
                return true;
            });
            window.until(() -> window.text("changes-sum")
                    .matches("Since 21 Nov 2026: 1 control and [1-9][0-9]* requirements moved\\."));
            window.untilShown("change-NET-3");
            assertThat(window.node("change-NET-3").getAccessibleText()).endsWith("to Contradicted");
            window.untilShown("ahead-overdue");
            List<String> faults = new ArrayList<>(window.faults("posture-ciso"));
            window.press("theme");
            window.screenshot("posture-ciso-dark");
            assertThat(faults).isEmpty();

            window.press("trend-2026-11-21");
            window.untilShown("editing-off");
            assertThat(window.text("editing-off")).startsWith("As of 21 Nov 2026 23:59, as known on 21 Nov 2026");
            window.until(() -> window.find("trend-2026-12-10").isEmpty());
            window.press("back-to-now");
            window.untilShown("change-NET-3");
            window.press("change-NET-3");
            window.until(() -> window.text("item-where").startsWith("NET-3"));
            window.press("page-objections");
            window.untilShown("objection-1");
            assertThat(window.faults("objections-lines")).isEmpty();
            window.press("objection-1");
            window.until(() -> window.text("item-where").startsWith("NET-3"));
            window.press("page-posture");
            window.press("ahead-days-30");
            window.untilShown("calendar");
        }
    }
}
