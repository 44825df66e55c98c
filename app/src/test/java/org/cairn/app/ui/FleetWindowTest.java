package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several hosts: the worst decides, one that is expected is missed, and one that is gone is dismissed with a reason.
@Tag("window")
class FleetWindowTest {
    @TempDir
    Path folder;

    @Test
    void anExpectedHostIsMissedUntilItIsDismissedAndAStrangeFileIsNoRun() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.robot.press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
            window.untilShown("fleet");
            List<String> faults = new ArrayList<>(window.faults("fleet-none"));
            window.collect();
            window.press("page-fleet");
            window.until(() -> hosts(window) == 1 && columns(window) == 3);
            int before = rows(window);
            assertThat(before).isPositive();

            window.set("fleet-name", "web07");
            window.press("fleet-expect");
            window.until(() -> hosts(window) == 2 && columns(window) == 4);
            assertThat(window.text("fleet-told")).isEqualTo("web07 is expected to show evidence");
            assertThat(rows(window)).isGreaterThanOrEqualTo(before);
            faults.addAll(window.faults("fleet-silent"));
            window.press("theme");
            window.screenshot("fleet-silent-dark");
            window.press("theme");

            window.press("fleet-by-control");
            window.until(() -> columns(window) == 5 && rows(window) == 65);
            window.onWindow(() -> {
                ((TableView<?>) window.node("fleet-table")).getSelectionModel().select(2);
                return true;
            });
            window.until(() -> window.text("fleet-check").startsWith("NET-3"));
            assertThat(((ListView<?>) window.node("fleet-reasons")).getItems()).hasSizeGreaterThan(2);
            faults.addAll(window.faults("fleet-by-control"));
            window.look("contrast-dark");
            window.screenshot("fleet-by-control-contrast-dark");
            window.look("light");
            window.press("fleet-open-control");
            window.until(() -> window.text("item-where").startsWith("NET-3"));
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 4));
            window.until(
                    () -> ((ListView<?>) window.node("item-hosts")).getItems().size() > 2);
            faults.addAll(window.faults("checklist-hosts"));
            window.press("page-fleet");
            window.press("fleet-by-check");
            window.until(() -> rows(window) >= before && columns(window) == 4);

            window.onWindow(() -> {
                ((ListView<?>) window.node("fleet-hosts")).getSelectionModel().select(1);
                return true;
            });
            assertThat(window.node("fleet-dismiss").isDisabled()).isTrue();
            window.set("fleet-reason", "Scrapped in October.");
            window.press("fleet-dismiss");
            window.until(() -> window.text("fleet-told").startsWith("web07 is dismissed"));

            window.chooser.willChoose(Files.writeString(folder.resolve("web08.run"), "no run at all"));
            window.press("fleet-take");
            window.untilShown("fleet-problem");
            assertThat(window.text("fleet-problem")).contains("web08.run");
            faults.addAll(window.faults("fleet-refused"));
            assertThat(faults).isEmpty();
        }
    }

    private static int hosts(Driver window) {
        return window.find("fleet-hosts")
                .map(node -> ((ListView<?>) node).getItems().size())
                .orElse(0);
    }

    private static int columns(Driver window) {
        return window.find("fleet-table")
                .map(node -> ((TableView<?>) node).getColumns().size())
                .orElse(0);
    }

    private static int rows(Driver window) {
        return window.find("fleet-table")
                .map(node -> ((TableView<?>) node).getItems().size())
                .orElse(0);
    }
}
