package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A script from a writable place reads data and sends it to one place; a second place refuses it.
class IncidentReportTest {
    @TempDir
    static Path folder = Path.of("");

    private static List<Incident> incidents = List.of();
    private static Bytes english = Bytes.empty();

    /// Laying out takes seconds, so it is done once.
    @BeforeAll
    static void render() throws Exception {
        incidents = List.of(SampleIncident.incident(folder));
        english = IncidentReport.render(SampleIncident.model(incidents.getFirst(), Language.EN));
    }

    private static String text(Bytes pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    void itTellsTheEventTheDataTheWayOutTheClockAndWhatIsNotKnown() throws Exception {
        String text = text(english);
        for (String expected : List.of(
                "Incident file",
                "new-destination: upd connects to 203.0.113.50:443. Not allowed by \"destinations\" of policy.yaml.",
                "/tmp/.c/<b>upd",
                "/srv/data/patients.csv",
                "Accepted as a false positive until 2026-12-31 by Anna, Ben (entry 93). It happened all the same.",
                "nobody: this file is not signed",
                "GDPR-72",
                "2026-11-25 00:00:00 UTC",
                "A clock starts when a person starts it",
                "A way is no proof that the content went there",
                "server.strace (strace)",
                "What is not in this record may have happened all the same")) {
            assertTrue(text.contains(expected.replace(" ", "")), expected + " in " + text);
        }
    }

    @Test
    void everyPageHasItsRunningLinesTheFirstToo() throws Exception {
        try (PDDocument document = Loader.loadPDF(english.toByteArray())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String words = stripper.getText(document);
                assertTrue(words.contains("Südbank AG"), "page " + page);
                assertTrue(words.contains(page + " / " + document.getNumberOfPages()), "page " + page);
            }
        }
    }

    @Test
    void noLevelOfHeadingsIsSkipped() throws Exception {
        assertEquals(List.of(), Headings.skipped(english));
    }

    @Test
    void aPlaceThatRefusedIsNoPlaceWhereDataWent() throws Exception {
        assertEquals(
                List.of("203.0.113.50:443"),
                incidents.getFirst().affected().stream()
                        .flatMap(affected -> affected.reached().stream())
                        .map(place -> place.endpoint().text())
                        .toList());
        assertFalse(text(english).contains("8443"));
    }

    @Test
    void theSameModelGivesTheSameBytesAndGermanHasItsOwnWords() throws Exception {
        Incident incident = incidents.getFirst();
        assertEquals(english, IncidentReport.render(SampleIncident.model(incident, Language.EN)));
        String german = text(IncidentReport.render(SampleIncident.model(incident, Language.DE)));
        for (String expected : List.of(
                "Vorfallakte",
                "Neues Ziel (new-destination)",
                "Bis 2026-12-31 als Fehlalarm akzeptiert von Anna, Ben (Eintrag 93)",
                "verbindet sich mit")) {
            assertTrue(german.contains(expected.replace(" ", "")), expected + " in " + german);
        }
        for (String foreign : List.of("run by", "DIVERGES HERE", "process 11")) {
            assertFalse(german.contains(foreign.replace(" ", "")), foreign);
        }
    }

    @Test
    void theWordsOfAGermanPictureAreGerman() {
        Incident incident = incidents.getFirst();
        SvgPicture picture = new SvgPicture(
                LayeredLayout.of(
                        incident.subject(),
                        Folding.of(incident.subject(), Set.of()),
                        PictureLanguage.words(Language.DE),
                        Map.of(),
                        LayeredLayout.Form.PAGE),
                "Was dazu führte",
                PictureLanguage.legend(Language.DE),
                List.of());
        String svg = picture.bytes().asUtf8();
        for (String expected : List.of("HIER WEICHT ES AB", "versucht, Ausgang nicht bewiesen", "ausgeführt von")) {
            assertTrue(svg.contains(expected), expected + " in " + svg);
        }
        for (String foreign : List.of("DIVERGES", "run by", "attempted", "process 11")) {
            assertFalse(svg.contains(foreign), foreign);
        }
    }
}
