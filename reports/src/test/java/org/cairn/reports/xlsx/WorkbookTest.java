package org.cairn.reports.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.Tool;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pack.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
    private static final PackModel MODEL = SamplePack.realistic();

    private static XSSFWorkbook open(Bytes workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook.toByteArray()));
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        assertEquals(Workbook.render(MODEL), Workbook.render(SamplePack.realistic()));
    }

    @Test
    void everyEntryOfTheZipHasTheTimeOfIssue() throws Exception {
        List<LocalDateTime> times = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(Workbook.render(MODEL).toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                times.add(entry.getTimeLocal());
            }
        }
        assertEquals(
                List.of(LocalDateTime.parse("2026-11-21T04:30")),
                times.stream().distinct().toList());
    }

    @Test
    void everyTableHasAFrozenHeadAFilterAndOnePageInWidth() throws Exception {
        try (XSSFWorkbook workbook = open(Workbook.render(MODEL))) {
            List<String> names = new ArrayList<>();
            for (Sheet sheet : workbook) {
                names.add(sheet.getSheetName());
                PrintSetup print = sheet.getPrintSetup();
                assertTrue(print.getLandscape() && sheet.getFitToPage(), sheet.getSheetName());
                assertEquals(1, print.getFitWidth());
                assertEquals(0, print.getFitHeight());
                if (!sheet.getSheetName().equals("Summary")) {
                    assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
                    List<XSSFTable> tables = ((XSSFSheet) sheet).getTables();
                    assertEquals(1, tables.size(), sheet.getSheetName());
                    assertTrue(tables.getFirst().getCTTable().isSetAutoFilter(), sheet.getSheetName());
                    assertEquals(sheet.getLastRowNum(), tables.getFirst().getEndRowIndex(), sheet.getSheetName());
                }
            }
            assertEquals(
                    List.of("Summary", "Controls", "Requirements", "Mapping", "Evidence", "Dates", "Ledger", "Risks"),
                    names);
        }
    }

    /// The organisation of a sample is called one, in whichever language.
    @Test
    void titleAndEveryPrintedPageNameThePackAndWhoseItIs() throws Exception {
        String named = "DORA-2026-11-21-0007 · Südbank Kreditinstitut AG";
        try (XSSFWorkbook workbook = open(Workbook.render(MODEL))) {
            assertEquals(named, workbook.getProperties().getCoreProperties().getTitle());
            for (Sheet sheet : workbook) {
                assertEquals(named, sheet.getFooter().getLeft(), sheet.getSheetName());
            }
        }
    }

    @Test
    void timesAndNumbersAreValuesAndNotTexts() throws Exception {
        try (XSSFWorkbook workbook = open(Workbook.render(MODEL))) {
            Row ledger = workbook.getSheet("Ledger").getRow(1);
            assertEquals(40, ledger.getCell(0).getNumericCellValue());
            assertEquals(
                    LocalDateTime.parse("2026-11-21T01:30"), ledger.getCell(3).getLocalDateTimeCellValue());
        }
    }

    @Test
    void aGermanWorkbookHasGermanSheetsAndShowsDaysAsGermansWriteThem() throws Exception {
        try (XSSFWorkbook workbook = open(Workbook.render(SamplePack.realistic(Language.DE)))) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            assertEquals(
                    List.of(
                            "Überblick",
                            "Maßnahmen",
                            "Anforderungen",
                            "Zuordnung",
                            "Nachweise",
                            "Termine",
                            "Journal",
                            "Risiken"),
                    names);
            var recorded = workbook.getSheet("Journal").getRow(1).getCell(3);
            assertEquals(LocalDateTime.parse("2026-11-21T01:30"), recorded.getLocalDateTimeCellValue());
            assertEquals("21.11.2026 01:30:00", new DataFormatter().formatCellValue(recorded));
            assertEquals(
                    Optional.of("de"),
                    workbook.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "=cmd|'/c calc'!A0",
                "=HYPERLINK(\"http://127.0.0.1/\",\"x\")",
                "_x0041_ stays",
                "&P &N",
                "<b>&amp;</b>",
                "漢字 😀"
            })
    void anyTextStaysTheSameTextAndIsNeverAFormula(String text) throws Exception {
        Bytes workbook = write(text);

        try (XSSFWorkbook read = open(workbook)) {
            var cell = read.getSheetAt(0).getRow(1).getCell(0);
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals(text, cell.getStringCellValue());
            assertEquals(
                    "=+-@".indexOf(text.charAt(0)) >= 0, cell.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void controlCharactersAreShownByTheirCodePoint() throws Exception {
        try (XSSFWorkbook read = open(write("bell\u0007 \u202Eevil\r tab\t"))) {
            assertEquals(
                    "bell⟨U+0007⟩ ⟨U+202E⟩evil⟨U+000D⟩ tab⟨U+0009⟩",
                    read.getSheetAt(0).getRow(1).getCell(0).getStringCellValue());
        }
    }

    @Test
    void aTextThatIsTooLongForACellIsCutAndSaysSo() throws Exception {
        try (XSSFWorkbook read = open(write("😀".repeat(20_000)))) {
            String cell = read.getSheetAt(0).getRow(1).getCell(0).getStringCellValue();
            assertTrue(cell.length() <= 32_767, "" + cell.length());
            assertTrue(
                    cell.endsWith("😀 … [cut: 40000 characters in all; a cell holds 32,767]"), cell.substring(32_600));
        }
    }

    private static Bytes write(String text) throws IOException {
        return Workbooks.write(
                new Table("T", "Sample", List.of(new Table.Column("C", 20)), List.of(List.of(new Cell.Text(text)))));
    }

    /// LibreOffice reads what we meant: it writes each sheet as CSV, and every cell of a table comes back.
    @Test
    void libreOfficeReadsEveryCellOfEveryTable(@TempDir Path folder) throws Exception {
        String hostile = " =1+1 <b> \"quoted\", comma";
        PackModel model = SamplePack.hostile(hostile);
        Files.write(folder.resolve("workbook.xlsx"), Workbook.render(model).toByteArray());

        // separator, quote, UTF-8, first line, formats, …, all sheets: "Filter Options for CSV" of its help
        Tool soffice = Tool.run(
                folder,
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1",
                "workbook.xlsx");

        ReportWords words = ReportWords.english();
        Tables tables = new Tables(model, words, new Wording(words, model));
        for (Table table : List.of(
                tables.controls(),
                tables.requirements(),
                tables.mapping(),
                new EvidenceTable(tables).table(),
                tables.ledger(),
                new RegisterTable(tables).table())) {
            Path csv = folder.resolve("workbook-" + table.name() + ".csv");
            assertTrue(Files.exists(csv), soffice.output());
            List<List<String>> read = Csv.parse(Files.readString(csv, StandardCharsets.UTF_8));
            assertEquals(expected(table, words), read, table.name());
        }
    }

    private static List<List<String>> expected(Table table, ReportWords words) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Table.Column::title).toList());
        for (List<Cell> row : table.rows()) {
            rows.add(row.stream().map(cell -> shown(cell, words)).toList());
        }
        return rows;
    }

    private static String shown(Cell cell, ReportWords words) {
        return switch (cell) {
            case Cell.Text(var text) -> new CellText(words).of(text);
            case Cell.Head head -> head.title();
            case Cell.Status status -> status.text();
            case Cell.Count(var number) -> Long.toString(number);
            case Cell.Time(var time) -> words.time(time).replace(" UTC", "");
            case Cell.Day(var day) -> day.toString();
            case Cell.Empty() -> "";
        };
    }

    @Test
    void noFormulaIsInTheWorkbookWhateverTheDataSay() throws Exception {
        try (XSSFWorkbook workbook = open(Workbook.render(SamplePack.hostile("=1+1")))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    row.forEach(cell -> assertFalse(cell.getCellType() == CellType.FORMULA, cell.getAddress() + ""));
                }
            }
        }
    }
}
