package org.cairn.reports.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.FrameworkExport;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.own.DraftCheck;
import org.cairn.frameworks.own.Fault;
import org.cairn.frameworks.own.KnownSubjects;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnNode;
import org.cairn.frameworks.own.TableRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkSheetTest {
    @TempDir
    private Path folder = Path.of("");

    private static OwnFramework read(Path file) throws MalformedFramework {
        return new DraftCheck("F.xlsx", _ -> true).check(FrameworkSheet.read("F.xlsx", file), Optional.empty());
    }

    private static List<String> faults(Path file) {
        return assertThrows(MalformedFramework.class, () -> read(file)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    private Path written(OwnFramework framework) throws IOException {
        Path file = folder.resolve("written.xlsx");
        return Files.write(
                file, FrameworkWorkbook.write(TableRows.of(framework)).toByteArray());
    }

    @Test
    void aShippedFrameworkIsTheSameAfterItWentThroughAWorkbook() throws Exception {
        FrameworkLibrary library = FrameworkLibrary.load();
        for (String id : List.of("dora", "iso27001", "soc2")) {
            OwnFramework exported = FrameworkExport.of(library, library.framework(new FrameworkId(id)));
            Path file = written(exported);

            assertEquals(
                    exported,
                    new DraftCheck("F.xlsx", KnownSubjects.of(library.catalogue()))
                            .check(FrameworkSheet.read("F.xlsx", file), Optional.empty()));
        }
    }

    @Test
    void theSameFrameworkGivesTheSameBytes() throws IOException {
        assertEquals(FrameworkWorkbook.write(TableRows.template()), FrameworkWorkbook.write(TableRows.template()));
    }

    @Test
    void whatLooksLikeAFormulaOrAnEscapeIsATextAndStaysOne() throws Exception {
        OwnFramework framework = new OwnFramework(
                new FrameworkId("our-rules"),
                "=1+1",
                "1.10",
                "",
                List.of(
                        new OwnNode("1.10", Optional.empty(), "-3", "@SUM(A1)", "_x0041_\n+5\n'x", true),
                        new OwnNode("007", Optional.empty(), "", "<b>&amp;", "2026-11-21", true)),
                List.of());

        assertEquals(framework, read(written(framework)));
    }

    @Test
    void cellsThatPeopleTypedAreReadAsTheySeeThem() throws Exception {
        Path file = workbook((sheet, rows) -> {
            rows.add(row(sheet, 2, "requirement", "", "", "", "Title", "", ""));
            rows.getLast().createCell(1).setCellValue(1.1);
            rows.getLast().createCell(6).setCellValue(true);
        });

        assertEquals(
                List.of(new OwnNode("1.1", Optional.empty(), "", "Title", "", true)),
                read(file).nodes());
    }

    @Test
    void aFormulaIsRefusedAndNeverCalculated() throws Exception {
        Path file = workbook((sheet, rows) -> {
            rows.add(row(sheet, 2, "requirement", "1", "", "", "", "", "yes"));
            rows.getLast().createCell(4).setCellFormula("CONCATENATE(\"a\",\"b\")");
        });

        assertEquals(List.of("row 3, column E: holds a formula; put its result there as a text"), faults(file));
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithAReason() throws IOException {
        Path text = Files.writeString(folder.resolve("text.xlsx"), "row,id\n");
        Path empty = folder.resolve("empty.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("x"));
        }

        for (Path file : List.of(text, empty)) {
            String fault = faults(file).getFirst();
            assertTrue(fault.startsWith("workbook: cannot be read ("), fault);
            assertTrue(fault.endsWith("); save it as .xlsx"), fault);
        }
    }

    @Test
    void aZipThatUnpacksWithoutEndIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] blank = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 9; i++) {
                zip.write(blank);
            }
        }

        assertEquals(
                List.of("workbook: [Content_Types].xml unpacks to more than is read; split the framework"),
                faults(file));
    }

    @Test
    void anEntityInAWorkbookIsNotExpanded() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path honest =
                workbook((sheet, rows) -> rows.add(row(sheet, 2, "requirement", "1", "", "", "Title", "", "yes")));
        Path file = folder.resolve("entity.xlsx");
        try (var in = new java.util.zip.ZipFile(honest.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : in.stream().toList()) {
                String part = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                String changed = entry.getName().equals("xl/sharedStrings.xml")
                        ? part.replaceFirst("\\?>", "?><!DOCTYPE sst [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                                .replace("Title", "&e;")
                        : part;
                out.write(changed.getBytes(StandardCharsets.UTF_8));
            }
        }

        List<String> faults = faults(file);
        assertEquals(1, faults.size());
        assertTrue(!faults.getFirst().contains("secret\n"), faults.getFirst());
    }

    /// Fills the sheet under its head and a framework row.
    @FunctionalInterface
    private interface Filling {
        void fill(XSSFSheet sheet, List<XSSFRow> rows);
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = folder.resolve("typed.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Any name");
            row(sheet, 0, "row", "id", "parent", "ref", "title", "text", "assessable");
            row(sheet, 1, "framework", "our-rules", "", "1", "Ours", "", "");
            filling.fill(sheet, new ArrayList<>());
            workbook.write(out);
        }
        return file;
    }

    private static XSSFRow row(XSSFSheet sheet, int number, String... texts) {
        XSSFRow row = sheet.createRow(number);
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                row.createCell(column).setCellValue(texts[column]);
            }
        }
        return row;
    }
}
