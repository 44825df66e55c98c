package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lock in front of an open workspace, and the other ways in, as a person without a mouse meets them.
@Tag("window")
class LockWindowTest {
    private static final String NOTE = "All endpoints stand behind the internal balancer.";

    @TempDir
    Path folder;

    @Test
    void theLockCoversEverythingAndGivesBackWhatWasTyped() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.N);
            window.robot.write(NOTE);

            window.lock();
            window.untilShown("lock-screen");
            assertThat(window.find("frame")).isEmpty();
            assertThat(words(window))
                    .doesNotContain("NET-3", "balancer", "Anna Berger")
                    .contains("Bergbank AG");
            assertThat(window.title()).isEqualTo("Bergbank AG · Cairn");
            List<String> faults = new ArrayList<>(window.faults("lock"));

            window.robot.write("not the right one");
            window.robot.push(KeyCode.ENTER);
            window.untilShown("unlock-problem");
            assertThat(window.text("unlock-problem")).contains("does not open this workspace");
            window.screenshot("lock-wrong-light");
            window.press("unlock-other");
            faults.addAll(window.faults("lock-other"));
            window.press("unlock-other");

            window.set("unlock-passphrase", "");
            window.click("unlock-passphrase");
            window.robot.write(Driver.PASSPHRASE);
            window.robot.push(KeyCode.ENTER);
            window.untilShown("checklist");
            assertThat(window.text("note")).isEqualTo(NOTE);
            window.robot.write(" Seen.");
            window.until(() -> window.text("note").equals(NOTE + " Seen."));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void afterAQuarterOfAnHourWithoutAnybodyItLocksItselfUnlessThatIsSwitchedOff() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.openChecklist();
            window.press("theme");
            window.idle(Duration.ofMinutes(14));
            assertThat(window.find("lock-screen")).isEmpty();
            window.idle(Duration.ofMinutes(2));
            window.untilShown("lock-screen");
            assertThat(window.text("lock-why")).contains("nobody was at the keyboard");
            window.screenshot("lock-dark");
            window.set("unlock-passphrase", Driver.PASSPHRASE);
            window.press("unlock");
            window.untilShown("checklist");

            window.neverLock();
            assertThat(window.text("lock-after")).isEqualTo("Never");
            window.screenshot("lock-after-dark");
            window.idle(Duration.ofHours(9));
            assertThat(window.find("lock-screen")).isEmpty();
            assertThat(Files.readString(folder.resolve("settings").resolve("window.properties")))
                    .contains("lock-after-minutes=0");
        }
    }

    @Test
    void aKeyThatComesAfterALongAbsenceLocksInsteadOfActing() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.openChecklist();
            window.clock.pass(Duration.ofHours(2));
            window.robot.press(KeyCode.CONTROL, KeyCode.DIGIT6).release(KeyCode.DIGIT6, KeyCode.CONTROL);
            window.untilShown("lock-screen");
            window.robot.write(Driver.PASSPHRASE);
            window.robot.push(KeyCode.ENTER);
            window.untilShown("checklist");
        }
    }

    @Test
    void theOtherWaysInAreReachedByTheKeyboardAndTheRecoveryCodeOpensForReading() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.found();
            String code = window.text("recovery-code").replace("\n", "");
            window.press("recovery-kept");
            window.untilShown("posture");
            window.leave();
            window.press("recent-0");
            window.untilShown("unlock-passphrase");
            List<String> faults = new ArrayList<>(window.faults("unlock"));
            window.click("unlock-passphrase");
            window.robot.push(KeyCode.TAB);
            window.robot.push(KeyCode.SPACE);
            window.untilShown("unlock-digits");
            faults.addAll(window.faults("unlock-other"));
            Path file = folder.resolve("anna.key");
            window.chooser.willChoose(file);
            window.press("unlock-key-file-choose");
            assertThat(window.text("unlock-key-file")).isEqualTo(file.toString());
            window.click("unlock-way-passphrase");
            window.robot.push(KeyCode.RIGHT);
            window.untilShown("unlock-recovery-code");
            assertThat(window.text("unlock-recovery-says")).contains("Nobody can sign");
            window.set("unlock-recovery-code", code);
            faults.addAll(window.faults("unlock-recovery"));
            window.click("unlock-way-recovery-code");
            window.robot.push(KeyCode.RIGHT);
            window.untilShown("unlock-pin");
            faults.addAll(window.faults("unlock-token"));
            window.robot.push(KeyCode.LEFT);
            window.click("unlock-recovery-code");
            window.robot.push(KeyCode.ENTER);
            window.untilShown("editing-off");
            assertThat(window.text("editing-off")).contains("nobody can sign");
            window.screenshot("recovery-opened-light");
            window.press("page-checklist");
            window.until(() -> window.node("save-next").isDisabled());
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void theFirstScreenInTheDark() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "scheme=dark\n");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.leave();
            window.press("recent-0");
            window.untilShown("unlock-passphrase");
            window.screenshot("unlock-dark");
            window.press("unlock-other");
            window.untilShown("unlock-digits");
            window.screenshot("unlock-other-dark");
            assertThat(window.find("unlock-recovery-code")).isEmpty();
        }
    }

    /// Everything that can be read anywhere in the window.
    private static String words(Driver window) throws Exception {
        return window.onWindow(() -> {
            StringBuilder words = new StringBuilder();
            for (Node node : window.scene().getRoot().lookupAll("*")) {
                switch (node) {
                    case Labeled labeled -> words.append(labeled.getText()).append('\n');
                    case TextInputControl input -> words.append(input.getText()).append('\n');
                    default -> {}
                }
            }
            return words.toString();
        });
    }
}
