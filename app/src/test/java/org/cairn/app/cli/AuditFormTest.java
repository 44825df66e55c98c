package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.checklist.ControlId;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.junit.jupiter.api.Test;

/// The form that an auditor fills in away from any Cairn.
class AuditFormTest extends AuditRound {
    /// Title and state of each item, as the German form words them.
    private final Map<String, String> titles = new HashMap<>();

    /// The rows of the form as an auditor fills them in: by item, then mark, remark and due.
    private Path filled(String name, Map<String, List<String>> rows, Consumer<XSSFSheet> more) throws IOException {
        Path form = away.resolve("form-" + name);
        audited("form", draft().toString(), "--language", "de", "--out", form.toString());
        Path file = away.resolve(name);
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertTrue(sheet.getProtect(), "only what is to be filled in can be written to");
            for (int at = 1; at <= sheet.getLastRowNum(); at++) {
                XSSFRow row = sheet.getRow(at);
                titles.put(
                        row.getCell(0).getStringCellValue(),
                        row.getCell(1).getStringCellValue() + " | "
                                + row.getCell(2).getStringCellValue());
                List<String> texts = rows.getOrDefault(row.getCell(0).getStringCellValue(), List.of());
                for (int column = 0; column < texts.size(); column++) {
                    row.getCell(3 + column).setCellValue(texts.get(column));
                    assertFalse(row.getCell(3 + column).getCellStyle().getLocked());
                }
            }
            more.accept(sheet);
            workbook.write(out);
        }
        return file;
    }

    private Result imported(Path file) {
        return audit("import", draft().toString(), file.toString());
    }

    @Test
    void aFormThatLibreOfficeSavedIsReadStrictly() throws Exception {
        Map<String, List<String>> rows = Map.of(
                "NET-4",
                List.of("anerkannt"),
                "NET-1",
                List.of("Einwand", "Welcher Host?\nUnd seit wann?", "2026-03-20"),
                "evidence:" + evidence,
                List.of("mehr nötig", "=1+1 ist kein Nachweis"));
        Path saved = LibreOffice.saved(filled("filled.xlsx", rows, _ -> {}), away);
        Result taken = imported(saved);
        assertEquals(ExitCode.DONE, taken.exit(), taken.out() + taken.err());
        Result csv = audit("list", draft().toString(), "--format", "csv");
        assertTrue(csv.out().contains("objection,\"Welcher Host?\nUnd seit wann?\",2026-03-20"), csv.out());
        assertTrue(csv.out().contains("more-needed,'=1+1 ist kein Nachweis,"), csv.out());

        String before = Files.readString(draft());
        Path table = Files.writeString(away.resolve("marks.csv"), csv.out());
        assertEquals(ExitCode.DONE, imported(table).exit(), "what was listed is read as it was");
        assertEquals(before, Files.readString(draft()));

        String said = titles.getOrDefault("NET-1", "");
        String german = FrameworkLibrary.load()
                .in(Language.DE)
                .title(FrameworkLibrary.load().control(new ControlId("NET-1")).orElseThrow())
                .words();
        assertTrue(said.startsWith(german + " | beantwortet: ") && said.contains(", Eintrag "), said);
        Path strange = filled(
                "strange.xlsx",
                Map.of("NET-4", List.of("Einwand"), "NET-1", List.of("vielleicht", "", "2025-01-01")),
                sheet -> {
                    sheet.getRow(3).getCell(4).setCellFormula("1+1");
                    sheet.getRow(3).setZeroHeight(true);
                    sheet.getRow(1).getCell(0).setCellValue("NET-9");
                });
        Result faults = imported(strange);
        assertEquals(ExitCode.NO, faults.exit());
        for (String why : List.of(
                "is no item of the pack",
                "needs a remark",
                "is over already",
                "holds a formula",
                "the row is hidden")) {
            assertTrue(faults.out().contains(why), why + " in " + faults.out());
        }
        Path hostile = Files.write(away.resolve("hostile.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertEquals(ExitCode.REFUSED, imported(hostile).exit());
        assertEquals(ExitCode.REFUSED, imported(entities(strange)).exit());
        Files.writeString(table, "item,mark\nNET-1,\"objection");
        assertTrue(imported(table).err().contains("never ends"));
        assertEquals(before, Files.readString(draft()), "nothing was marked by any of them");
    }

    /// A workbook whose first sheet begins with an entity of its own.
    private Path entities(Path workbook) throws IOException {
        Path file = away.resolve("entities.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    out.write("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
            }
        }
        return file;
    }
}
