package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.ledger.key.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers leave as a workbook, are filled in with another program, and come back: cell by cell, by keyboard.
@Tag("window")
class WorkbookWindowTest {
    private static final int ANSWER = 2;
    private static final int NOTE = 3;
    private static final int DUE = 5;
    private static final int FATE = 5;

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void aFilledWorkbookIsTakenCellByCellAndConflictsAreDecidedByThePerson() throws Exception {
        Path sent = folder.resolve("answers.xlsx");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            exchange(window);
            window.chooser.willChoose(sent);
            window.press("workbook-export");
            window.until(() -> told(window, "workbook-out-told").contains("rows are written"));
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.DIGIT3);
            window.press("save");
            window.until(() -> window.text("saving").equals("Recorded in the ledger"));
            exchange(window);

            bring(window, filled(sent, Map.of("NET-1", Map.of(ANSWER, "Met", DUE, "31.12.2026"))));
            window.until(() -> told(window, "workbook-why").startsWith("1 cell is refused"));
            assertThat(words(window, "workbook-faults"))
                    .anyMatch(words -> words.contains("“31.12.2026”: is no day; write it as 2026-12-31."));
            faults.addAll(window.faults("workbook-refused"));

            bring(
                    window,
                    filled(
                            sent,
                            Map.of(
                                    "NET-1", Map.of(ANSWER, "Met", NOTE, "VLAN 40\nsince May"),
                                    "NET-3", Map.of(ANSWER, "Partly met"))));
            window.until(() -> told(window, "workbook-why").startsWith("1 cell waits for your decision"));
            assertThat(fates(window))
                    .containsExactly("Taken from the workbook", "Taken from the workbook", "▲ Both changed it: decide");
            window.onWindow(() -> {
                table(window).requestFocus();
                table(window).getSelectionModel().clearAndSelect(2);
                table(window).getFocusModel().focus(2);
                return true;
            });
            faults.addAll(window.faults("workbook-conflict"));
            window.look("dark");
            window.screenshot("workbook-conflict-dark");
            faults.addAll(window.seen("workbook-conflict-dark").faults());
            window.robot.push(KeyCode.K);
            window.until(() -> fates(window).getLast().equals("Kept as it is here"));
            window.until(
                    () -> ((Button) window.node("workbook-record")).getText().equals("Record 1 answer"));
            window.robot.push(KeyCode.T);
            window.until(
                    () -> ((Button) window.node("workbook-record")).getText().equals("Record 2 answers"));
            window.press("workbook-record");
            window.until(() -> told(window, "workbook-told").startsWith("2 answers recorded, entries "));
            window.screenshot("workbook-recorded-light");
            window.leave();
            assertThat(statuses(window)).containsExactly(AnswerStatus.MET, AnswerStatus.PARTLY_MET);
        }
        assertThat(faults).isEmpty();
    }

    /// What is decided is what was seen: what somebody recorded since is shown, and not written over.
    @Test
    void whatWasRecordedSinceTheComparisonIsComparedAnewInGerman() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings").resolve("window.properties"), "language=de\nscheme=light\n");
        Path sent = folder.resolve("answers.xlsx");
        List<String> faults = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            window.enter();
            exchange(window);
            window.chooser.willChoose(sent);
            window.press("workbook-export");
            window.until(() -> told(window, "workbook-out-told").contains("geschrieben"));
            bring(window, filled(sent, Map.of("NET-3", Map.of(ANSWER, "teilweise erfüllt"))));
            window.until(
                    () -> ((Button) window.node("workbook-record")).getText().equals("1 Antwort aufzeichnen"));
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.DIGIT3);
            window.press("save");
            window.until(() -> !window.text("saving").isBlank());
            exchange(window);
            window.press("workbook-record");
            window.untilShown("workbook-problem");
            assertThat(fates(window)).containsExactly("▲ Beide änderten: entscheiden");
            window.onWindow(() -> {
                table(window).getSelectionModel().clearAndSelect(0);
                return true;
            });
            faults.addAll(window.faults("workbook-de"));
            window.leave();
        }
        assertThat(faults).isEmpty();
    }

    private static void exchange(Driver window) throws Exception {
        window.press("page-packs");
        window.onWindow(() -> window.select(window.tabs("packs-tabs"), 3));
        window.untilShown("workbook-bring");
    }

    private static void bring(Driver window, Path file) throws Exception {
        window.chooser.willChoose(file);
        window.press("workbook-bring");
        window.until(() -> !window.node("workbook-bring").isDisabled());
    }

    /// As another program would have filled it in.
    private Path filled(Path sent, Map<String, Map<Integer, String>> rows) throws Exception {
        Path back = Files.createTempFile(folder, "back", ".xlsx");
        try (InputStream in = Files.newInputStream(sent);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(back)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int at = 1; at <= sheet.getLastRowNum(); at++) {
                XSSFRow row = sheet.getRow(at);
                rows.getOrDefault(row.getCell(0).getStringCellValue(), Map.of())
                        .forEach((column, words) -> row.getCell(column).setCellValue(words));
            }
            workbook.write(out);
        }
        return back;
    }

    private static String told(Driver window, String id) {
        return window.find(id).isPresent() ? window.text(id) : "";
    }

    private static List<String> words(Driver window, String id) throws Exception {
        return window.onWindow(() -> window.node(id).lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static TableView<?> table(Driver window) {
        return (TableView<?>) window.node("workbook-table");
    }

    private static List<String> fates(Driver window) throws Exception {
        return window.onWindow(() -> IntStream.range(0, table(window).getItems().size())
                .mapToObj(row ->
                        String.valueOf(table(window).getColumns().get(FATE).getCellData(row)))
                .toList());
    }

    private List<AnswerStatus> statuses(Driver window) throws Exception {
        try (Passphrase passphrase = Passphrase.of(Driver.PASSPHRASE.toCharArray());
                Workspace bank = Workspace.open(
                        folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()))) {
            List<AnswerStatus> said = new ArrayList<>();
            for (String id : List.of("NET-1", "NET-3")) {
                said.add(bank.postureNow()
                        .control(new ControlId(id))
                        .flatMap(ControlPosture::answer)
                        .orElseThrow()
                        .event()
                        .status());
            }
            return said;
        }
    }
}
