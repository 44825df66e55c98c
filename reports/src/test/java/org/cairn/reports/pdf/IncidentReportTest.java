package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.causality.Edge;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.incident.IncidentModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A script from a writable place reads data and sends it to one place; a second place refuses it.
class IncidentReportTest {
    private static final String LOG = """
            10 1700000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1700000001.000001 clone(child_stack=NULL, flags=SIGCHLD) = 11
            11 1700000001.000002 execve("/tmp/.c/<b>upd", ["/tmp/.c/<b>upd"], 0x7ff /* 4 vars */) = 0
            11 1700000002.000001 openat(AT_FDCWD</>, "/srv/data/patients.csv", O_RDONLY|O_CLOEXEC) = 3</srv/data/patients.csv>
            11 1700000003.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 EINPROGRESS (Operation now in progress)
            11 1700000003.000002 sendto(5<TCP:[7]>, "x", 1, 0, NULL, 0) = 1
            11 1700000004.000001 connect(6<TCP:[8]>, {sa_family=AF_INET, sin_port=htons(8443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 ECONNREFUSED (Connection refused)
            11 1700000005.000001 +++ exited with 0 +++
            """;
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    static Path folder = Path.of("");

    private static List<Incident> incidents = List.of();
    private static Bytes english = Bytes.empty();

    /// Laying out takes seconds, so it is done once.
    @BeforeAll
    static void render() throws Exception {
        incidents = List.of(incident());
        english = IncidentReport.render(model(incidents.getFirst(), Language.EN));
    }

    private static Incident incident() throws Exception {
        Path log = Files.writeString(folder.resolve("server.strace"), LOG);
        RuntimeRecord record = RuntimeRecord.read(
                List.of(new LogFile(log, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
        Edge event = Destinations.of(record.graph()).stream()
                .map(Destination::edge)
                .findFirst()
                .orElseThrow();
        return Incident.of(record, event);
    }

    private static IncidentModel model(Incident incident, Language language) {
        Digest log = incident.record().logs().getFirst().source().digest();
        return new IncidentModel(
                incident,
                language,
                Optional.of("Südbank AG"),
                Optional.empty(),
                NOW,
                NOW.minusSeconds(3_600),
                List.of(new IncidentModel.Departure(
                        "new-destination",
                        "upd connects to 203.0.113.50:443",
                        "destinations",
                        "policy.yaml",
                        Optional.empty(),
                        Optional.of(new IncidentModel.Accepted(
                                "false-positive", LocalDate.of(2026, 12, 31), List.of("Anna", "Ben"), 93)))),
                List.of(new IncidentModel.Clock(
                        "GDPR-72",
                        "Notify a personal data breach",
                        "Regulation (EU) 2016/679, Art. 33(1)",
                        Optional.of(NOW.plusSeconds(71 * 3_600)),
                        List.of())),
                Map.of(log, "server.strace"));
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
        assertEquals(english, IncidentReport.render(model(incident, Language.EN)));
        String german = text(IncidentReport.render(model(incident, Language.DE)));
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
