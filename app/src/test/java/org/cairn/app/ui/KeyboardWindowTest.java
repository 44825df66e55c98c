package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an officer does all day, with no hand on the mouse.
@Tag("window")
class KeyboardWindowTest {
    @TempDir
    Path folder;

    @Test
    void severalControlsAreAnsweredAtOnceTakenBackAndFoundAgainByTheirOwner() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.A);
            window.robot.write("Basalt crew");
            window.robot.push(KeyCode.ESCAPE);
            window.robot.push(KeyCode.DIGIT3);
            window.press("save");
            window.until(() -> window.text("saving").equals("Recorded in the ledger"));
            window.chooser.willChoose(Files.writeString(folder.resolve("plan.txt"), "Two racks.\n"));
            window.click("checklist-tree");
            window.robot.push(KeyCode.E);
            window.press("attach-new-record");
            window.until(() ->
                    window.tabs("item-tabs").getTabs().getFirst().getText().equals("Evidence 1"));
            window.press("checklist-filter-clear");

            window.click("checklist-tree");
            window.robot.push(KeyCode.HOME);
            window.robot.push(KeyCode.DOWN);
            window.robot.press(KeyCode.SHIFT);
            window.robot.push(KeyCode.DOWN);
            window.robot.push(KeyCode.DOWN);
            window.robot.release(KeyCode.SHIFT);
            window.untilShown("bulk-count");
            assertThat(window.text("bulk-count")).isEqualTo("3 controls marked");
            window.robot.push(KeyCode.DIGIT1);
            window.set("bulk-note", "Covered by the Quartzline firewall.");
            faults.addAll(window.faults("checklist-bulk"));
            window.robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
            window.untilShown("bulk-told");
            window.until(() -> window.text("bulk-told").startsWith("3 answers recorded."));
            window.press("bulk-undo");
            window.until(() -> window.find("bulk-told").isPresent()
                    && window.text("bulk-told").startsWith("1 earlier answer recorded again"));
            window.press("theme");
            window.screenshot("checklist-bulk-done-dark");
            window.press("theme");

            window.robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
            window.untilShown("palette-field");
            found(window, "basalt crew", 1);
            faults.addAll(window.faults("palette"));
            found(window, "quartzline", 0);
            found(window, "basalt crew", 1);
            window.robot.push(KeyCode.ENTER);
            window.until(() -> window.find("palette-field").isEmpty());
            window.until(() -> window.text("owner").equals("Basalt crew"));
            withdrawn(window, faults);
            window.robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
            window.untilShown("palette-field");
            window.robot.write("ledger");
            window.until(() ->
                    !((ListView<?>) window.node("palette-list")).getItems().isEmpty());
            window.robot.push(KeyCode.ENTER);
            window.untilShown("ledger-table");
            assertThat(faults).isEmpty();
        }
    }

    /// The answer that is left is taken back above its history, where it stays to be read.
    private static void withdrawn(Driver window, List<String> faults) throws Exception {
        window.onWindow(() -> window.select(window.tabs("item-tabs"), 2));
        window.untilShown("withdraw");
        window.press("withdraw");
        window.press("withdraw");
        window.untilShown("withdraw-problem");
        window.set("withdraw-reason", "Said of the wrong racks");
        window.until(() -> window.find("withdraw-problem").isEmpty());
        faults.addAll(window.faults("checklist-withdraw"));
        window.press("withdraw");
        window.press("withdraw");
        window.until(() -> window.find("withdraw-told").isPresent()
                && window.text("withdraw-told").startsWith("Withdrawn with entry"));
        window.until(() -> window.text("owner").isEmpty());
        window.until(() -> window.find("withdraw-reason").isEmpty());
        window.screenshot("checklist-withdrawn-light");
    }

    /// What was withdrawn is found no more, what was recorded again is.
    private static void found(Driver window, String words, int count) throws Exception {
        window.robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        window.robot.write(words);
        window.until(
                () -> ((ListView<?>) window.node("palette-list")).getItems().size() == count);
    }
}
