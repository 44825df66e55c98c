package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.SamplePack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each depth of the report prints, and that a shorter one says what it leaves out.
class ReportDepthTest {
    private static final PackModel MODEL = SamplePack.realistic();
    private static final Map<Depth, Bytes> REPORTS = new EnumMap<>(Depth.class);

    @BeforeAll
    static void render() throws Exception {
        for (Depth depth : Depth.values()) {
            REPORTS.put(depth, PdfReport.render(MODEL, depth));
        }
    }

    private static PDDocument open(Depth depth) throws Exception {
        return Loader.loadPDF(Objects.requireNonNull(REPORTS.get(depth)).toByteArray());
    }

    private static String text(Depth depth) throws Exception {
        try (PDDocument document = open(depth)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pages(Depth depth) throws Exception {
        try (PDDocument document = open(depth)) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void aShorterReportHasFewerPagesAndSaysWhereTheRestIs() throws Exception {
        assertTrue(pages(Depth.EXECUTIVE) < pages(Depth.MANAGER));
        assertTrue(pages(Depth.MANAGER) < pages(Depth.FULL));
        assertTrue(text(Depth.EXECUTIVE).contains("This is the short report"));
        assertTrue(text(Depth.MANAGER).contains("This is the report for those who have to act"));
        assertFalse(text(Depth.FULL).contains("This is the"));
    }

    @Test
    void coverHeadersAndMetadataNameTheDepthAndAShortReportIsNeverCalledTheFullRecord() throws Exception {
        Map<Depth, String> names =
                Map.of(Depth.EXECUTIVE, "executive report", Depth.MANAGER, "report for those who have to act");
        for (Depth depth : List.of(Depth.EXECUTIVE, Depth.MANAGER)) {
            String name = names.getOrDefault(depth, "");
            try (PDDocument document = open(depth)) {
                String cover = page(document, 1);
                assertTrue(cover.contains("Audit pack · " + name), cover);
                String packed = cover.replace(" ", "");
                assertTrue(packed.contains("Thefullrecord:workbook.xlsx,evidence/andledger/inthispack"), cover);
                assertFalse(cover.contains("Audit pack · full record"), cover);
                for (int page = 2; page <= document.getNumberOfPages(); page++) {
                    assertTrue(page(document, page).contains("Südbank Kreditinstitut AG · " + name), "page " + page);
                }
                var told = document.getDocumentInformation();
                assertTrue(told.getTitle().endsWith(" · " + name), told.getTitle());
                assertEquals(name, told.getSubject());
                String xmp = document.getDocumentCatalog()
                        .getMetadata()
                        .getCOSObject()
                        .toTextString();
                assertTrue(xmp.contains(name), xmp);
            }
        }
        try (PDDocument document = open(Depth.FULL)) {
            assertTrue(page(document, 1).contains("Audit pack · full record"));
            assertEquals("full record", document.getDocumentInformation().getSubject());
        }
    }

    private static String page(PDDocument document, int number) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void everyDepthTellsPostureContradictionsGapsAndLimits() throws Exception {
        for (Depth depth : Depth.values()) {
            String text = text(depth);
            for (String part :
                    List.of("What to mend first", "Contradictions", "Dates and deadlines", "Limits of this report")) {
                assertTrue(text.contains(part), depth + ": " + part);
            }
        }
    }

    @Test
    void theManagersReportListsWhatIsLeftToDoAndCountsTheRest() throws Exception {
        String text = text(Depth.MANAGER);
        long leftOut = 0;
        for (var row : MODEL.requirements()) {
            boolean toDo = row.state()
                    .filter(state -> List.of(
                                    RequirementState.CONTRADICTED,
                                    RequirementState.NOT_MET,
                                    RequirementState.STALE,
                                    RequirementState.INDETERMINATE)
                            .contains(state))
                    .isPresent();
            leftOut += row.state().isPresent() && !toDo ? 1 : 0;
            if (toDo) {
                assertTrue(text.contains(row.id().number() + " "), row.id().number());
            }
        }
        assertTrue(leftOut > 0 && text.contains(leftOut + " further requirements are not listed here"), text);
        assertFalse(text.contains("Evidence index"));
    }

    /// Five hundred days and two hundred entries more would be many pages in another report.
    @Test
    void theExecutiveReportStaysShortHoweverMuchIsDueAndCountsWhatItLeavesOut() throws Exception {
        try (PDDocument document = Loader.loadPDF(
                PdfReport.render(SamplePack.withDates(500), Depth.EXECUTIVE).toByteArray())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(document.getNumberOfPages() <= 6, document.getNumberOfPages() + " pages");
            assertTrue(text.contains("Evidence becomes stale 500"), text);
            assertTrue(text.contains("E-3 and 497 more"), text);
            assertTrue(text.contains("1 recurring duties have no clock"), text);
        }
    }

    @Test
    void theRegisterOfRisksIsInTheTwoLongerReportsWithWhoBearsWhatIsLeft() throws Exception {
        for (Depth depth : List.of(Depth.MANAGER, Depth.FULL)) {
            String text = text(depth);
            for (String expected : List.of(
                    "Register of risks",
                    "Weights leave over an open route",
                    "4 × 5 = 20",
                    "2 × 5 = 10",
                    "until 2027-03-31 (entry 34)",
                    "review was due",
                    "closed by entry 37")) {
                assertTrue(text.contains(expected), depth + ": " + expected + " in " + text);
            }
        }
        assertFalse(text(Depth.EXECUTIVE).contains("Register of risks"));
    }

    @ParameterizedTest
    @EnumSource
    void noLevelOfHeadingsIsSkipped(Depth depth) throws Exception {
        assertEquals(List.of(), Headings.skipped(Objects.requireNonNull(REPORTS.get(depth))));
    }

    /// What a shorter report leaves out may still be named; a link to it would lead nowhere.
    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsSomewhere(Depth depth) throws Exception {
        List<String> dead = new ArrayList<>();
        int links = 0;
        try (PDDocument document = open(depth)) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link) {
                        links++;
                        if (link.getDestination() == null && link.getAction() == null) {
                            dead.add(String.valueOf(link.getContents()));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(links > 5, links + " links");
    }
}
