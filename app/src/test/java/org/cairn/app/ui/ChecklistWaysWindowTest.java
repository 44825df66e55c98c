package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checklist by framework, under a filter that has a name, and one control after another.
@Tag("window")
class ChecklistWaysWindowTest {
    @TempDir
    Path folder;

    @Test
    void anOfficerReadsByFrameworkKeepsAFilterAndIsWalkedThroughWhatIsOpenByKeysAlone() throws Exception {
        List<String> faults = new ArrayList<>();
        Path settings = folder.resolve("settings").resolve("window.properties");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            window.openChecklist();
            window.press("by-framework");
            window.click("framework-tree");
            for (KeyCode key :
                    List.of(KeyCode.HOME, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.RIGHT)) {
                window.robot.push(key);
            }
            window.robot.push(KeyCode.J);
            assertThat(((TreeView<?>) window.node("framework-tree")).getExpandedItemCount())
                    .isGreaterThan(10);
            window.until(() -> window.text("item-where").matches("dora · Art\\. 2.* · no control reaches it"));
            faults.addAll(window.faults("checklist-by-framework"));

            window.set("checklist-filter", "net");
            fire(window, "filter-save");
            window.untilShown("filter-name");
            faults.addAll(window.faults("checklist-filter-name"));
            window.type("filter-name", "Network");
            window.robot.push(KeyCode.ENTER);
            window.press("checklist-filter-clear");
            fire(window, "filter-apply-0");
            window.until(() -> window.text("checklist-filter").equals("net"));
            window.press("page-posture");
            window.press("page-checklist");
            assertThat(window.text("checklist-filter")).isEqualTo("net");
            window.press("checklist-filter-clear");
            window.press("by-category");

            window.press("guided-begin");
            window.untilShown("guided-where");
            assertThat(window.text("guided-where")).isEqualTo("Control 1 of 65");
            faults.addAll(window.faults("guided"));
            window.robot.push(KeyCode.DIGIT1);
            window.robot.push(KeyCode.N);
            window.robot.write("VLAN 40");
            window.robot.push(KeyCode.ESCAPE);
            window.robot.push(KeyCode.ENTER);
            window.until(() -> window.text("guided-where").equals("Control 2 of 65"));
            window.until(() -> window.text("guided-answered").equals("1 of 65 answered"));
            window.robot.push(KeyCode.S);
            window.until(() -> window.text("guided-where").equals("Control 3 of 65"));
            window.look("dark");
            faults.addAll(window.seen("guided-dark").faults());
            window.screenshot("guided-dark");
            window.robot.push(KeyCode.ESCAPE);
            window.untilShown("checklist-tree");
            window.press("by-framework");
            window.screenshot("checklist-by-framework-dark");
            window.until(() -> Files.readString(settings).contains("NET-3"));
            assertThat(Files.readString(settings)).contains("Network", "everything");
            assertThat(faults).isEmpty();
        }
    }

    private static void fire(Driver window, String item) throws Exception {
        window.onWindow(() -> {
            ((MenuButton) window.node("checklist-narrow"))
                    .getItems().stream()
                            .filter(each -> item.equals(each.getId()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
            return item;
        });
    }
}
