package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.checklist.ControlId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.Appendix;
import org.cairn.reports.pack.Dates;
import org.cairn.reports.pack.LedgerPage;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.SamplePack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReportTest {
    private static final PackModel MODEL = SamplePack.realistic();
    private static Bytes report = Bytes.empty();
    private static String text = "";

    @BeforeAll
    static void render() throws Exception {
        report = PdfReport.render(MODEL);
        text = text(report);
    }

    private static String text(Bytes pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        assertEquals(report, PdfReport.render(SamplePack.realistic()));
    }

    @Test
    void theCoverSaysWhatAnAuditorHasToCompare() throws Exception {
        String cover;
        try (PDDocument document = Loader.loadPDF(report.toByteArray())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            cover = stripper.getText(document).replaceAll("\\s+", "");
        }
        for (String expected : List.of(
                "Südbank Kreditinstitut AG",
                "DORA-2026-11-21-0007",
                "Digital Operational Resilience Act",
                "read on 2026-11-02",
                "2026-11-21 04:29:00 UTC",
                "2026-11-21 04:29:30 UTC",
                "2026-11-21 04:30:00 UTC, by the local clock",
                "Time-stamped by a key of this workspace itself (Stamps of Südbank): that proves the order of signatures",
                MODEL.cover().issuer().rootCertificate().hex(),
                MODEL.ledger().root().hex(),
                "Anna Köhler")) {
            assertTrue(cover.contains(expected.replace(" ", "")), expected);
        }
    }

    @Test
    void everyControlRequirementAndEvidenceIsInTheText() {
        MODEL.controls()
                .forEach(page -> assertTrue(
                        text.contains(page.id() + " " + page.control().title()),
                        page.id().value()));
        MODEL.requirements()
                .forEach(row ->
                        assertTrue(text.contains(row.id().number()), row.id().number()));
        String packed = text.replace(" ", "");
        MODEL.evidence().forEach(sheet -> {
            assertTrue(packed.contains(sheet.id().hex()), sheet.title());
            sheet.recorded().evidence().sources().forEach(source -> {
                assertTrue(packed.contains(source.location().replace(" ", "")), source.location());
                assertTrue(packed.contains(source.sha256().hex()), source.location());
            });
        });
    }

    @Test
    void whatIsOverdueAndAheadStandsThereWithItsRuleAndItsEntry() {
        assertTrue(text.contains("Dates and deadlines"));
        MODEL.dates().overdue().forEach(this::requireShown);
        MODEL.dates().coming().forEach(this::requireShown);
        assertTrue(text.contains("Unscoped: whether it applies is not known"));
        assertTrue(text.contains("DORA-FRAME"));
        assertTrue(text.contains("4 days of law are not shown"));
    }

    private void requireShown(Dates.Line line) {
        String packed = text.replaceAll("\\s+", "");
        assertTrue(packed.contains(line.what().replace(" ", "")), line.what());
        assertTrue(packed.contains(line.citation().replace(" ", "")), line.citation());
    }

    @Test
    void theTextHasNoLigaturesAndNoMissingGlyphs() {
        assertTrue(text.contains("verif"));
        assertFalse(text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFB06), "ligatures break searching");
        assertFalse(text.contains("#"), "the renderer prints # for a glyph that it lacks");
    }

    @Test
    void nobodyIsPromisedConformity() {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String promise : List.of("certifies", "compliant with", "satisfies art", "guarantee")) {
            assertFalse(lower.contains(promise), promise);
        }
        assertTrue(lower.contains("no certificate and no conformity assessment"));
    }

    @Test
    void aLedgerWithoutWitnessSaysSoAndNamesTheLimit() {
        assertTrue(text.contains("No witness has cosigned a state of this ledger."));
        assertTrue(text.contains("whoever owns the machine can rebuild a fresh ledger"));
    }

    @Test
    void contradictionsStandBeforeTheRequirements() {
        int contradiction = text.indexOf("Answered as met; the ruleset of llm-01 has no drop policy");
        assertTrue(contradiction > 0 && contradiction < text.indexOf("Art. 5(4)(a)"));
    }

    @Test
    void pagesAreNumberedAndNamed() throws Exception {
        try (PDDocument document = Loader.loadPDF(report.toByteArray())) {
            int pages = document.getNumberOfPages();
            for (int page = 2; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String words = stripper.getText(document);
                assertTrue(words.contains(page + " / " + pages), "page " + page);
                assertTrue(words.contains("DORA-2026-11-21-0007"), "page " + page);
            }
        }
    }

    @Test
    void bookmarksLeadToEverySectionAndCategory() throws Exception {
        List<String> titles = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(report.toByteArray())) {
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                item.children().forEach(child -> titles.add("> " + child.getTitle()));
            }
        }
        assertEquals(
                List.of(
                        "1 Scope and roles",
                        "2 Posture",
                        "3 What to mend first",
                        "4 Contradictions",
                        "5 Dates and deadlines",
                        "6 Register of risks",
                        "7 Requirements",
                        "8 Controls",
                        "> Network security",
                        "> Access control",
                        "> Logging and records",
                        "> Model and data",
                        "9 Evidence index",
                        "10 Ledger",
                        "11 How to verify this pack",
                        "12 Limits of this report",
                        "13 Words and signs"),
                titles);
    }

    @Test
    void itIsTaggedAndCallsItselfPdfA3AndPdfUa() throws Exception {
        try (PDDocument document = Loader.loadPDF(report.toByteArray())) {
            var catalog = document.getDocumentCatalog();
            String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals("en", catalog.getLanguage());
            assertTrue(metadata.contains("<pdfaid:part>3</pdfaid:part>"), metadata);
            assertTrue(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), metadata);
            assertTrue(metadata.contains("2026-11-21T04:30:00Z"), metadata);
            assertEquals(1, document.getSignatureFields().size());
        }
    }

    @Test
    void aGermanReportIsInGermanAndSaysSoToReaders() throws Exception {
        Bytes german = PdfReport.render(SamplePack.realistic(Language.DE));
        String read = text(german);

        for (String expected : List.of(
                "Prüfpaket · vollständige Aufzeichnung",
                "gelesen am 02.11.2026",
                "21.11.2026 04:30:00 UTC, nach der lokalen Uhr",
                "Wurzel des Journals über 1.307 Einträge",
                "48.213",
                "Netzsicherheit",
                "Finanzunternehmen, Betreiber, Verantwortlicher",
                "Bindet: Finanzunternehmen",
                "Art. 5(4) · Pflicht",
                "Kein Zeuge hat einen Stand dieses Journals mitgezeichnet.",
                "kein Zertifikat und keine Konformitätsbewertung")) {
            assertTrue(read.contains(expected), expected);
        }
        ReportWords english = ReportWords.english();
        for (String key :
                List.of("footer", "contents", "posture.lead", "limits.1", "verification.lead", "cover.compare")) {
            assertFalse(read.contains(english.text(key)), key);
        }
        try (PDDocument document = Loader.loadPDF(german.toByteArray())) {
            assertEquals("de", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void ofTooMuchEvidenceTheReportSaysHowMuchItPrintsAndWhereTheRestIs() throws Exception {
        int many = PrintedEvidence.LIMIT + 50;
        String read = text(PdfReport.render(SamplePack.resting(many)));
        String packed = read.replace(" ", "");

        assertTrue(read.contains(PrintedEvidence.LIMIT + " of " + many + " pieces of evidence are printed"), read);
        assertTrue(read.contains("The newest " + ControlSection.EVIDENCE_LIMIT + " of " + many
                + " pieces are printed. All stand in workbook.xlsx."));
        assertTrue(read.contains("and " + (many - Writing.NAMED_LIMIT) + " more, in workbook.xlsx"));
        List<Integer> printed = IntStream.range(0, many)
                .filter(n -> packed.contains(SamplePack.evidenceId(n).hex()))
                .boxed()
                .toList();
        List<Integer> expected = new ArrayList<>(List.of(0, 1));
        IntStream.range(many - PrintedEvidence.LIMIT + 2, many).forEach(expected::add);
        assertEquals(expected, printed);
    }

    @Test
    void anEmptyPackSaysOnEveryPageWhatIsNotThere() throws Exception {
        String empty = text(PdfReport.render(SamplePack.empty()));

        for (String said : List.of(
                "No scope has been described",
                "Nothing is withheld",
                "No answer contradicts the evidence",
                "The framework has no requirements in this pack.",
                "No controls are in this pack.",
                "The pack refers to no evidence.",
                "The pack refers to no entries.")) {
            assertTrue(empty.contains(said), said);
        }
    }

    @Test
    void hostileTextIsShownAndNeverObeyed(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String hostile = " </td></table><b>bold</b><img src=\"" + url + "\"/><img src=\"" + secret.toUri()
                    + "\"/><style>@import url(" + url
                    + ");body{display:none}</style>&amp;]]>\u0007\u202Eevil\u202C 漢😀 "
                    + "W".repeat(500);

            String shown = text(PdfReport.render(SamplePack.hostile(hostile)));

            String packed = shown.replace(" ", "");
            assertTrue(packed.contains("</td></table><b>bold</b><img"), "markup is text");
            assertTrue(
                    packed.contains("&amp;]]>⟨U+0007U+202E⟩evil⟨U+202C⟩⟨U+6F22U+1F600⟩"),
                    "hidden characters are shown");
            assertFalse(shown.contains("\u202E"));
            assertTrue(packed.contains("W".repeat(500)), "a long word is broken, not cut");
            assertNobodyCalled(server);
        }
    }

    private static void assertNobodyCalled(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
        } catch (SocketTimeoutException _) {
            return;
        }
        throw new AssertionError("the renderer opened a connection");
    }

    @Test
    void theAppendixIsThereWhereItHoldsAnythingAndSaysThatItRestsOnNoEntry() throws Exception {
        PackModel model = MODEL;
        Appendix appendix = new Appendix(
                List.of(new Appendix.Part(
                        "Physical security", "Keeps the locks", "Seals the boxes", List.of(new ControlId("NET-5")))),
                List.of(new Appendix.Danger(
                        "Weights are copied",
                        "likelihood likely",
                        "Close the files",
                        List.of(new ControlId("MOD-1")))));
        String with = text(PdfReport.render(new PackModel(
                model.language(),
                model.cover(),
                model.scope(),
                model.posture(),
                model.contradictions(),
                model.requirements(),
                model.controls(),
                model.evidence(),
                model.erased(),
                model.dates(),
                model.ledger(),
                appendix)));

        assertTrue(with.contains("Responsibilities and threats"));
        assertTrue(with.contains("rests on no entry of the ledger"));
        assertTrue(with.contains("Keeps the locks") && with.contains("Weights are copied"));
        assertFalse(text.contains("Responsibilities and threats"));
    }

    @Test
    void anAdministratorWhoCameBackByTheRecoveryCodeIsNamed() throws Exception {
        var ledger = MODEL.ledger();
        List<LedgerPage.EntryLine> entries = new ArrayList<>(ledger.entries());
        LedgerPage.EntryLine first = entries.getFirst();
        entries.add(new LedgerPage.EntryLine(
                41,
                "AdministratorReestablished",
                "Anna Köhler (50b1f2c6a3d9)",
                first.recordedAt(),
                first.actor(),
                first.leafHash()));
        String told = "Administrator Anna Köhler (50b1f2c6a3d9) was re-established with the recovery code in entry 41";
        assertFalse(text.contains("re-established"));
        assertTrue(text(PdfReport.render(with(ledger.checkpoint(), entries))).contains(told));
    }

    private static PackModel with(String checkpoint, List<LedgerPage.EntryLine> entries) {
        var ledger = MODEL.ledger();
        return new PackModel(
                MODEL.language(),
                MODEL.cover(),
                MODEL.scope(),
                MODEL.posture(),
                MODEL.contradictions(),
                MODEL.requirements(),
                MODEL.controls(),
                MODEL.evidence(),
                new LedgerPage(
                        ledger.origin(),
                        checkpoint,
                        ledger.size(),
                        ledger.root(),
                        ledger.logKeys(),
                        entries,
                        ledger.witnesses()));
    }

    @Test
    void aMalformedCheckpointIsRefusedWithItsReason() {
        PackModel broken = with("not a note", MODEL.ledger().entries());

        var refused = assertThrows(PackException.class, () -> PdfReport.render(broken));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("report.pdf: the checkpoint to print is malformed"));
    }
}
