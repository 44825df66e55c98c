package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerTexts;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workbook that leaves, is filled in with another program, and comes back.
class WorkbookCommandsTest {
    private static final int ANSWER = 2;
    private static final int NOTE = 3;
    private static final int OWNER = 4;
    private static final int DUE = 5;
    private static final int APPLIES_FROM = 6;
    private static final int DOCUMENTATION = 7;

    @TempDir
    Path temporary;

    private CommandFixture commands;
    private Path sent;

    @BeforeEach
    void export() throws Exception {
        commands = new CommandFixture(temporary);
        commands.workspace.found().close();
        sent = temporary.resolve("answers.xlsx");
        answer("NET-4", "partly", "--note", "Two rules are missing.", "--owner", "Ben");
        Result result = commands.run(
                "workbook", "export", "-w", commands.folder(), "--framework", "iso27001", "--out", sent.toString());
        assertEquals(ExitCode.DONE, result.exit(), result.err());
    }

    private void answer(String row, String status, String... more) {
        List<String> words = new ArrayList<>(List.of("answer", "-w", commands.folder(), row, "--status", status));
        words.addAll(List.of(more));
        Result result = commands.run(words.toArray(String[]::new));
        assertEquals(ExitCode.DONE, result.exit(), result.err());
    }

    private Path filled(Consumer<XSSFSheet> fill) throws IOException {
        Path back = temporary.resolve("back.xlsx");
        try (InputStream in = Files.newInputStream(sent);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(back)) {
            fill.accept(workbook.getSheetAt(0));
            workbook.write(out);
        }
        return back;
    }

    private static XSSFRow row(XSSFSheet sheet, String subject) {
        for (int row = 1; row <= sheet.getLastRowNum(); row++) {
            if (sheet.getRow(row).getCell(0).getStringCellValue().equals(subject)) {
                return sheet.getRow(row);
            }
        }
        throw new AssertionError("no row " + subject);
    }

    private static void put(XSSFSheet sheet, String subject, int column, String text) {
        row(sheet, subject).getCell(column).setCellValue(text);
    }

    private Result take(Path file, String... more) {
        List<String> words = new ArrayList<>(
                List.of("workbook", "import", "-w", commands.folder(), file.toString(), "--format", "json"));
        words.addAll(List.of(more));
        return commands.run(words.toArray(String[]::new));
    }

    /// `row column fate`.
    private static List<String> fates(Result result) throws Exception {
        List<String> fates = new ArrayList<>();
        for (Json each : result.json().array("rows")) {
            JsonObject row = (JsonObject) each;
            for (Json cell : row.array("cells")) {
                JsonObject changed = (JsonObject) cell;
                fates.add(row.text("subject") + " " + changed.text("column") + " " + changed.text("fate"));
            }
        }
        return fates;
    }

    private String said(String control) throws Exception {
        try (Workspace acme = commands.workspace.open(Access.READ)) {
            ControlAnswered answer = acme.postureNow()
                    .control(new ControlId(control))
                    .orElseThrow()
                    .answer()
                    .orElseThrow()
                    .event();
            AnswerTexts texts = acme.texts(answer);
            return answer.status() + " | " + texts.note().orElse("-") + " | "
                    + texts.owner().orElse("-") + " | "
                    + answer.due().map(Object::toString).orElse("-");
        }
    }

    @Test
    void whatLibreOfficeSavedIsTakenAsThePersonsOwnAnswers() throws Exception {
        Path back = filled(sheet -> {
            put(sheet, "NET-4", ANSWER, "met");
            put(sheet, "NET-4", NOTE, "Both rules are in place since May.\nSee ticket 17 & 18.");
            put(sheet, "NET-1", ANSWER, "not met");
            put(sheet, "NET-1", OWNER, "Zoë");
            row(sheet, "NET-1").getCell(DUE).setCellValue(46387);
        });
        Path file = LibreOffice.saved(back, temporary);

        Result looked = take(file, "--dry-run");
        assertEquals(ExitCode.DONE, looked.exit(), looked.err() + looked.out());
        assertEquals(
                List.of(
                        "NET-1 answer taken",
                        "NET-1 owner taken",
                        "NET-1 due taken",
                        "NET-4 answer taken",
                        "NET-4 note taken"),
                fates(looked).stream().sorted(this::bySubject).toList());
        assertEquals("PARTLY_MET | Two rules are missing. | Ben | -", said("NET-4"));

        Result taken = take(file);
        assertEquals(ExitCode.DONE, taken.exit(), taken.err());
        assertEquals("MET | Both rules are in place since May.\nSee ticket 17 & 18. | Ben | -", said("NET-4"));
        assertEquals("NOT_MET | - | Zoë | 2026-12-31", said("NET-1"));
        long entry = taken.json().integer("entry");
        assertEquals(
                List.of(Json.number(entry + 1), Json.number(entry + 2)),
                taken.json().array("answers"));

        Result again = take(file);
        assertEquals(ExitCode.DONE, again.exit());
        assertEquals(new Json.JsonNull(), again.json().member("entry").orElseThrow());
    }

    private int bySubject(String one, String other) {
        return one.substring(0, 5).compareTo(other.substring(0, 5));
    }

    @Test
    void whatBothChangedWaitsForAPersonWhoDecidesCellByCell() throws Exception {
        Path back = filled(sheet -> {
            put(sheet, "NET-4", NOTE, "From the workbook.");
            put(sheet, "NET-4", OWNER, "Clara");
        });
        answer("NET-4", "partly", "--note", "From the workspace.", "--owner", "Ben");
        Result open = take(back);
        assertEquals(ExitCode.NO, open.exit());
        assertEquals(List.of("NET-4 note undecided", "NET-4 owner taken"), fates(open));
        assertEquals("PARTLY_MET | From the workspace. | Ben | -", said("NET-4"));

        Result slip = take(back, "--keep", "NET-5");
        assertEquals(ExitCode.REFUSED, slip.exit());
        assertTrue(slip.err().contains("NET-5: not changed in back.xlsx"), slip.err());

        Result kept = take(back, "--keep", "NET-4#note");
        assertEquals(ExitCode.DONE, kept.exit(), kept.err());
        assertEquals("PARTLY_MET | From the workspace. | Clara | -", said("NET-4"));
        Result took = take(back, "--take", "all");
        assertEquals(ExitCode.DONE, took.exit(), took.err());
        assertEquals("PARTLY_MET | From the workbook. | Clara | -", said("NET-4"));
    }

    @Test
    void everyCellThatCannotBeTakenIsNamedAndNothingIsRecorded() throws Exception {
        long before = size();
        Path back = filled(sheet -> {
            put(sheet, "NET-4", ANSWER, "mostly");
            row(sheet, "NET-4").getCell(NOTE).setCellFormula("HYPERLINK(\"http://example.org\")");
            put(sheet, "NET-1", ANSWER, "not applicable");
            put(sheet, "NET-1", DUE, "31.12.2026");
            put(sheet, "NET-1", DOCUMENTATION, "7");
            put(sheet, "NET-2", ANSWER, "not yet applicable");
            row(sheet, "NET-2").setZeroHeight(true);
            put(sheet, "NET-3", NOTE, "x".repeat(10_001));
            XSSFRow changed = row(sheet, "NET-5");
            changed.getCell(0).setCellValue("NET-55");
            XSSFRow twice = sheet.createRow(sheet.getLastRowNum() + 1);
            twice.createCell(0, CellType.STRING).setCellValue("NET-1");
        });
        Result refused = take(back);
        assertEquals(ExitCode.NO, refused.exit());
        List<String> reasons = new ArrayList<>();
        for (Json each : refused.json().array("faults")) {
            JsonObject fault = (JsonObject) each;
            assertEquals("Answers", fault.text("sheet"));
            assertTrue(fault.text("cell").matches("[A-I][1-9][0-9]*"), fault.text("cell"));
            reasons.add(fault.text("value") + ": " + fault.text("reason"));
        }
        assertEquals(
                List.of(
                        "31.12.2026: is no day",
                        "7: is no level",
                        ": is empty, and this answer needs a day",
                        ": is empty, and this answer needs a reason",
                        "=HYPERLINK(\"http://example.org\"): holds a formula, which is not worked out",
                        "NET-1: the row stands here twice, first in row 2",
                        "NET-55: is no row that was exported",
                        "NOT_YET_APPLICABLE: was changed, and row 3 is hidden",
                        "mostly: is none of the answers",
                        "x".repeat(60) + "…: has 10001 characters, more than 10000"),
                reasons.stream().sorted().toList());
        assertEquals(before, size());
    }

    @Test
    void anEmptiedAnswerIsNotWithdrawnAndSaysWhereItIs() throws Exception {
        Result refused = take(filled(sheet -> put(sheet, "NET-4", ANSWER, "")));
        assertEquals(ExitCode.NO, refused.exit());
        JsonObject fault = (JsonObject) refused.json().array("faults").getFirst();
        assertEquals("was emptied, and an empty cell withdraws no answer", fault.text("reason"));
        assertTrue(fault.text("mend").contains("cairn withdraw-answer"), fault.text("mend"));
        assertTrue(said("NET-4").startsWith("PARTLY"));
    }

    private long size() throws Exception {
        try (Workspace acme = commands.workspace.open(Access.READ)) {
            return acme.describe().size();
        }
    }

    /// The workbook with further parts, or with others in their place.
    private Path repacked(Map<String, byte[]> parts) throws IOException {
        Path back = temporary.resolve("strange.xlsx");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(sent)));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(back))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(parts.getOrDefault(entry.getName(), in.readAllBytes()));
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (part.getKey().startsWith("xl/new/")) {
                    out.putNextEntry(new ZipEntry(part.getKey().replace("xl/new/", "xl/")));
                    out.write(part.getValue());
                }
            }
        }
        return back;
    }

    private void refused(Path file, String why) {
        Result result = take(file);
        assertEquals(ExitCode.REFUSED, result.exit(), result.out());
        assertTrue(result.err().contains(why), result.err());
    }

    @Test
    void aStrangeFileIsRefusedAsAWhole() throws Exception {
        byte[] nothing = new byte[0];
        refused(repacked(Map.of("xl/new/vbaProject.bin", nothing)), "holds a macro (xl/vbaProject.bin)");
        refused(repacked(Map.of("xl/new/externalLinks/externalLink1.xml", nothing)), "links to another workbook");
        refused(repacked(Map.of("xl/new/media/zeros", new byte[70 << 20])), "unpacks to more than 64 MiB");
        byte[] entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>"
                .getBytes(StandardCharsets.UTF_8);
        refused(repacked(Map.of("xl/workbook.xml", entity)), "is no XML as a workbook has it");
        refused(Files.writeString(temporary.resolve("text.xlsx"), "answers"), "is no workbook");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        refused(Files.write(temporary.resolve("old.xlsx"), old), "is locked with a password, or an .xls");
    }

    @Test
    void aWorkbookOfAnotherStateOrLogIsRefused() throws Exception {
        refused(origin(3, "9999"), "was exported when there were 9999 entries");
        refused(origin(4, "0".repeat(64)), "names another state");
        refused(origin(2, "acme.example/other"), "was exported from the log acme.example/other");
        refused(origin(1, "cairn-answers-9"), "is not of the form cairn-answers-1");
    }

    private Path origin(int row, String said) throws IOException {
        return filled(sheet ->
                sheet.getWorkbook().getSheet("Cairn").getRow(row).getCell(1).setCellValue(said));
    }

    @Test
    void whatWasExportedSaysTheAnswerInTheLanguageAskedFor() throws Exception {
        Path german = temporary.resolve("antworten.xlsx");
        Result result = commands.run(
                "workbook",
                "export",
                "-w",
                commands.folder(),
                "--framework",
                "iso27001",
                "--language",
                "de",
                "--out",
                german.toString());
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        try (InputStream in = Files.newInputStream(german);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFRow row = row(workbook.getSheet("Antworten"), "NET-4");
            assertEquals("teilweise erfüllt", row.getCell(ANSWER).getStringCellValue());
            assertEquals(
                    "Gilt ab",
                    workbook.getSheet("Antworten")
                            .getRow(0)
                            .getCell(APPLIES_FROM)
                            .getStringCellValue());
        }
        Result same = take(german);
        assertEquals(ExitCode.DONE, same.exit(), same.err());
        assertEquals(List.of(), same.json().array("rows"));
        assertTrue(said("NET-4").startsWith(AnswerStatus.PARTLY_MET.name()));
    }
}
