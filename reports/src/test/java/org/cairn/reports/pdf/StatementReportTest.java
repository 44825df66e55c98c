package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.SampleStatement;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.xlsx.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementReportTest {
    private static final PackModel MODEL = SampleStatement.model(Language.EN);
    private static final Statement STATEMENT = SampleStatement.statement(MODEL);
    private static Bytes pdf = Bytes.empty();
    private static String text = "";

    @BeforeAll
    static void render() throws Exception {
        pdf = StatementReport.render(MODEL, STATEMENT);
        text = text(pdf);
    }

    private static String text(Bytes pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void everyControlAndClauseStandsThereWithItsNumberAndOurTitle() {
        String packed = text.replace(" ", "");
        MODEL.requirements().forEach(row -> {
            assertTrue(text.contains(row.id().number()), row.id().number());
            assertTrue(packed.contains(row.title().replace(" ", "")), row.title());
        });
        assertFalse(text.contains("The old mirror answers strangers"), "a closed risk links nothing");
        assertFalse(text.contains("#"), "the renderer prints # for a glyph that it lacks");
    }

    @Test
    void itSaysWhatIsMissingWhoApprovedItAndWhichVersionItIs() {
        for (String expected : List.of(
                "Audit pack · statement of applicability",
                "ISO27001-2026-11-21-0003, over 40 entries of the ledger",
                "Clara Vogt, 2026-11-21 04:30:00 UTC (entry 91)",
                "Controls of Annex A 93",
                "reason 1 A.8.30",
                "approval 4 A.7.4, A.8.1, A.8.24, A.8.30",
                "Contract with the regulator.",
                "Risk aabbccdd, accepted, until 2027-03-31 (entry 77)",
                "clauses cannot be left out",
                "Risk 0a1b2c3d: Weights leave over an open route. Treatment: retain; 10 of 20 left (entry 33)",
                "Risks that are closed stand in the register")) {
            assertTrue(text.contains(expected), expected + " in " + text);
        }
    }

    @Test
    void itIsTaggedNumberedAndCallsItselfPdfA3AndPdfUaAndHasOneFieldToSign() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            var catalog = document.getDocumentCatalog();
            String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(catalog.getMarkInfo().isMarked());
            assertTrue(metadata.contains("<pdfaid:part>3</pdfaid:part>"), metadata);
            assertTrue(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), metadata);
            assertEquals(1, document.getSignatureFields().size());
            assertEquals(
                    "statement of applicability",
                    document.getDocumentInformation().getSubject());
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item : catalog.getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertEquals(List.of(), Headings.skipped(pdf));
            assertEquals(List.of("1 Summary", "2 Controls of Annex A", "3 Clauses 4 to 10"), bookmarks);
        }
    }

    @Test
    void theSameModelGivesTheSameBytesAndGermanHasItsOwnWords() throws Exception {
        assertEquals(pdf, StatementReport.render(MODEL, STATEMENT));
        PackModel german = SampleStatement.model(Language.DE);
        String read = text(StatementReport.render(german, SampleStatement.statement(german)));
        assertTrue(read.contains("Prüfpaket · Erklärung zur Anwendbarkeit"), read);
        assertTrue(read.contains("Behandlung: tragen; 10 von 20 bleiben (Eintrag 33)"), read);
        assertTrue(read.contains("Was diese Erklärung nicht sagt"), read);
        assertFalse(read.contains("What this statement does not say"));
    }

    @Test
    void theWorkbookHasASheetWithEachControlAndWhatItsRowMisses() throws Exception {
        Bytes workbook = Workbook.render(MODEL, Optional.of(STATEMENT));
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook.toByteArray()))) {
            Sheet sheet = read.getSheet("Applicability");
            assertEquals(93, sheet.getLastRowNum());
            for (Row row : sheet) {
                if (row.getCell(0).getStringCellValue().equals("A.5.1")) {
                    assertEquals(
                            "Risk 0a1b2c3d: Weights leave over an open route. Treatment: retain; 10 of 20 left (entry 33)\n"
                                    + "Risk aabbccddeeff, accepted, until 2027-03-31 (entry 77)",
                            row.getCell(9).getStringCellValue());
                }
                if (row.getCell(0).getStringCellValue().equals("A.8.30")) {
                    assertEquals(
                            "reason\nowner\nrisk\nevidence\napproval",
                            row.getCell(16).getStringCellValue());
                    return;
                }
            }
        }
        throw new AssertionError("A.8.30 is not in the sheet");
    }
}
