package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guided way through the scope, in the real window, on a real workspace.
@Tag("window")
class ScopeWalkWindowTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static boolean selected(Driver window, String id) throws Exception {
        return window.onWindow(() -> ((RadioButton) window.node(id)).isSelected());
    }

    private static void nextUntil(Driver window, String id) throws Exception {
        for (int step = 0; step < 30 && window.find(id).isEmpty(); step++) {
            window.press("walk-next");
        }
        window.untilShown(id);
    }

    @Test
    void afterFoundingAProfileIsGoneThroughChangedAndRecordedEntryByEntry() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.found();
            window.press("recovery-scope");
            window.untilShown("walk");
            faults.addAll(window.faults("walk-situation"));
            String asked = window.text("reach-unscoped-dora");
            window.press("walk-profile-eu-bank-own-llm");
            window.until(() -> !window.text("reach-unscoped-dora").equals(asked));
            window.press("reach-why-dora");
            faults.addAll(window.faults("walk-situation-chosen"));
            nextUntil(window, "scope-ai-deployer-yes");
            assertThat(selected(window, "scope-ai-deployer-yes")).isTrue();
            assertThat(window.text("scope-ai-deployer-reason"))
                    .isEqualTo("The bank uses the assistant for its own work.");
            faults.addAll(window.faults("walk-questions"));
            nextUntil(window, "scope-dora-parent-unknown");
            window.press("scope-dora-parent-unknown");
            assertThat(window.text("scope-dora-parent-reason")).isEqualTo("It heads no group; say yes if it does.");
            window.set("scope-dora-parent-reason", "The lawyers are asked.");
            nextUntil(window, "walk-record");
            window.press("walk-drop-ai-annex-i-product");
            assertThat(window.find("walk-reason-ai-annex-i-product")).isEmpty();
            faults.addAll(window.faults("walk-review"));
            window.press("walk-record");
            window.untilShown("walk-done");
            assertThat(window.text("walk-done")).startsWith("48 entries were recorded");
            faults.addAll(window.faults("walk-done"));
            window.press("walk-done-close");
            window.untilShown("scope-profile");
            faults.addAll(window.faults("scope-recorded"));
            window.press("theme");
            window.screenshot("scope-recorded-dark");
            window.press("scope-walk");
            window.screenshot("walk-situation-dark");
            nextUntil(window, "scope-ai-deployer-yes");
            window.screenshot("walk-questions-dark");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void withoutAProfileTheKeyboardAloneAnswersAndNobodyKnowsIsAnAnswer() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("posture-scope");
            window.untilShown("walk");
            String atFirst = window.text("walk-answered");
            window.press("walk-profile-none");
            window.robot.push(KeyCode.ENTER);
            window.untilShown("scope-ai-places-on-market-yes");
            window.until(() -> "scope-ai-places-on-market-yes".equals(focused(window)));
            window.robot.push(KeyCode.SPACE);
            window.until(() -> window.find("scope-ai-places-on-market-reason").isPresent());
            window.robot.push(KeyCode.TAB);
            window.robot.write("We sell it.");
            assertThat(window.text("scope-ai-places-on-market-reason")).isEqualTo("We sell it.");
            window.press("scope-ai-uses-in-union-unknown");
            assertThat(window.text("scope-ai-uses-in-union-reason"))
                    .isEqualTo("Not known yet; it has to be found out.");
            window.press("scope-ai-output-in-union-no");
            assertThat(window.text("walk-answered")).isNotEqualTo(atFirst);
            nextUntil(window, "walk-lacking");
            assertThat(window.text("walk-lacking")).isEqualTo("1 answer has no reason yet");
            assertThat(window.node("walk-record").isDisabled()).isTrue();
            window.set("walk-rest-reason", "We sit in the Union.");
            window.press("walk-rest-use");
            assertThat(window.node("walk-record").isDisabled()).isFalse();
            window.press("walk-record");
            window.untilShown("walk-done");
            assertThat(window.text("walk-done")).startsWith("3 entries were recorded");
        }
    }

    private static String focused(Driver window) throws Exception {
        return window.onWindow(() -> Optional.ofNullable(window.scene().getFocusOwner())
                .map(Node::getId)
                .orElse(""));
    }

    @Test
    void inGermanEveryStepSpeaksGermanAndTheReasonsAreRecordedInIt() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\n");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.found();
            faults.addAll(window.faults("german-recovery"));
            window.press("recovery-scope");
            window.untilShown("walk");
            window.press("walk-profile-hospital-diagnostic");
            window.press("reach-why-eu-ai-act");
            faults.addAll(window.faults("german-walk-situation"));
            nextUntil(window, "scope-ai-deployer-yes");
            assertThat(window.onWindow(
                            () -> window.node("scope-ai-deployer-yes").getAccessibleText()))
                    .isEqualTo("Setzen wir dieses System in eigener Verantwortung ein? Ja");
            faults.addAll(window.faults("german-walk-questions"));
            window.press("theme");
            window.screenshot("german-walk-questions-dark");
            nextUntil(window, "walk-record");
            window.screenshot("german-walk-review-dark");
            window.press("theme");
            faults.addAll(window.faults("german-walk-review"));
            window.press("walk-record");
            window.untilShown("walk-done");
            faults.addAll(window.faults("german-walk-done"));
            window.press("walk-done-close");
            window.press("theme");
            window.screenshot("german-scope-dark");
        }
        assertThat(faults).isEmpty();
    }
}
