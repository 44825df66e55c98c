package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.ledger.key.Passphrase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a control to what it is for, and from a field of the matrix to the reason behind it, with the keyboard.
@Tag("window")
class FrameworksWindowTest {
    @TempDir
    Path folder;

    @Test
    void theMatrixLeadsToTheReasonAndTheCoverageToPlainWords() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            importOwn(window);
            window.robot.press(KeyCode.CONTROL, KeyCode.DIGIT8).release(KeyCode.DIGIT8, KeyCode.CONTROL);
            window.until(() -> rows(window, "matrix-table") == 65);
            window.until(() -> own(window).equals(List.of("MON-1")));
            window.onWindow(() -> {
                TableView<?> table = (TableView<?>) window.node("matrix-table");
                table.requestFocus();
                table.getFocusModel().focus(0);
                return true;
            });
            for (int column = 0; column < 3; column++) {
                window.robot.push(KeyCode.RIGHT);
            }
            window.until(() -> lines(window, "matrix-why") > 0);
            List<String> faults = new ArrayList<>(window.faults("frameworks-matrix"));

            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 1));
            window.until(() -> rows(window, "coverage-requirements") > 100);
            window.set("coverage-filter", "Art. 26(6)");
            window.until(() -> rows(window, "coverage-requirements") == 1);
            window.onWindow(() -> {
                ((TableView<?>) window.node("coverage-requirements"))
                        .getSelectionModel()
                        .select(0);
                return true;
            });
            window.untilShown("requirement-plain-0");
            assertThat(window.text("requirement-plain-0")).contains("log");
            faults.addAll(window.faults("frameworks-coverage"));
            chooseWaysTo(window, 4);
            window.untilShown("ways-count");
            scrollDown(window);
            faults.addAll(window.faults("frameworks-ways"));

            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 2));
            window.until(() -> lines(window, "frameworks-responsibilities") == 7);
            faults.addAll(window.faults("frameworks-responsibilities"));
            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 3));
            window.until(() -> lines(window, "frameworks-threats") == 4);
            faults.addAll(window.faults("frameworks-threats"));

            window.press("theme");
            window.screenshot("frameworks-threats-dark");
            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 1));
            window.screenshot("frameworks-coverage-dark");
            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 0));
            window.screenshot("frameworks-matrix-dark");
            assertThat(faults).isEmpty();
        }
    }

    /// A framework of the house, with one control that reaches it.
    private void importOwn(Driver window) throws Exception {
        window.leave();
        Path rules = Files.writeString(folder.resolve("our-rules.csv"), """
                row,id,parent,ref,title,text,assessable,mapped,relation,strength,rationale,author,date
                framework,our-rules,,1,Our rules,,,,,,,,
                requirement,1,,p. 3,Keep logs,For a year,yes,,,,,,
                mapping,1,,,,,,MON-1,intersects-with,3,Both ask for logs,Anna,2026-11-21
                """);
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray());
                Workspace bank = Workspace.open(
                        folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()))) {
            bank.frameworks().record(bank.frameworks().plan(rules, Optional.empty(), List.of()));
        }
        window.press("recent-0");
        window.untilShown("unlock-passphrase");
        window.set("unlock-passphrase", Driver.PASSPHRASE);
        window.press("unlock");
        window.untilShown("frame");
    }

    /// The controls that reach the framework of the house, as the matrix shows them; none where it has no column.
    private static List<String> own(Driver window) throws Exception {
        return window.onWindow(() -> {
            TableView<?> table = (TableView<?>) window.node("matrix-table");
            return table.getColumns().stream()
                    .filter(column -> column.getText().equals("our-rules"))
                    .flatMap(column -> IntStream.range(0, table.getItems().size())
                            .filter(row ->
                                    !String.valueOf(column.getCellData(row)).isBlank())
                            .mapToObj(row ->
                                    String.valueOf(table.getColumns().getFirst().getCellData(row))))
                    .toList();
        });
    }

    @Test
    void theChecklistSaysWhatAControlIsForAndWhyItIsMapped() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.openChecklist();
            window.chooseNet3();
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 3));
            window.untilShown("guidance-question-0");
            assertThat(window.text("guidance-question-0")).endsWith("?");
            List<String> faults = new ArrayList<>(window.faults("checklist-guidance"));
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 1));
            window.until(() -> lines(window, "item-mapped") > 0);
            faults.addAll(window.faults("checklist-mapped-reasons"));
            window.press("theme");
            window.screenshot("checklist-mapped-reasons-dark");
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 3));
            window.screenshot("checklist-guidance-dark");
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void theFrameworksAreToldInGerman() throws Exception {
        Locale before = Locale.getDefault();
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\n");
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.press("page-frameworks");
            window.until(() -> rows(window, "matrix-table") == 65);
            window.onWindow(() -> {
                ((TableView<?>) window.node("matrix-table")).getFocusModel().focus(0);
                return true;
            });
            window.until(() -> lines(window, "matrix-why") > 0);
            List<String> faults = new ArrayList<>(window.faults("german-frameworks-matrix"));
            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 1));
            window.until(() -> rows(window, "coverage-requirements") > 100);
            window.onWindow(() -> {
                ((TableView<?>) window.node("coverage-requirements"))
                        .getSelectionModel()
                        .select(5);
                return true;
            });
            window.untilShown("requirement-plain-0");
            faults.addAll(window.faults("german-frameworks-coverage"));
            chooseWaysTo(window, 4);
            window.untilShown("ways-count");
            scrollDown(window);
            faults.addAll(window.faults("german-frameworks-ways"));
            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 2));
            window.until(() -> lines(window, "frameworks-responsibilities") == 7);
            faults.addAll(window.faults("german-frameworks-responsibilities"));
            window.onWindow(() -> window.select(window.tabs("frameworks-tabs"), 3));
            window.until(() -> lines(window, "frameworks-threats") == 4);
            faults.addAll(window.faults("german-frameworks-threats"));
            window.openChecklist();
            window.chooseNet3();
            window.onWindow(() -> window.select(window.tabs("item-tabs"), 3));
            window.untilShown("guidance-question-0");
            faults.addAll(window.faults("german-checklist-guidance"));
            assertThat(faults).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void chooseWaysTo(Driver window, int line) throws Exception {
        window.onWindow(() -> {
            ((ComboBox<?>) window.node("ways-to")).getSelectionModel().select(line);
            return true;
        });
    }

    private static void scrollDown(Driver window) throws Exception {
        window.onWindow(() -> {
            ScrollPane detail = (ScrollPane) window.node("requirement-detail");
            detail.applyCss();
            detail.layout();
            detail.setVvalue(detail.getVmax());
            return true;
        });
    }

    private static int rows(Driver window, String id) {
        return window.find(id)
                .map(node -> ((TableView<?>) node).getItems().size())
                .orElse(0);
    }

    private static int lines(Driver window, String id) {
        return window.find(id)
                .map(node -> ((ListView<?>) node).getItems().size())
                .orElse(0);
    }
}
