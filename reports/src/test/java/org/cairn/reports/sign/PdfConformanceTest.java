package org.cairn.reports.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.frameworks.Language;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Bytes;
import org.cairn.reports.Tool;
import org.cairn.reports.incident.IncidentModel;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pack.SampleStatement;
import org.cairn.reports.pdf.Depth;
import org.cairn.reports.pdf.IncidentReport;
import org.cairn.reports.pdf.PdfReport;
import org.cairn.reports.pdf.PlainModel;
import org.cairn.reports.pdf.PlainReport;
import org.cairn.reports.pdf.SampleIncident;
import org.cairn.reports.pdf.StatementReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What veraPDF says of the documents as they are sent: signed, with and without a time stamp.
class PdfConformanceTest {
    private static final Path VERAPDF = Path.of("target", "verapdf");
    private static final Path PROGRAM = Path.of("src", "test", "verapdf", "Verdicts.java");

    @TempDir
    private static Path folder;

    private static final PackContent.Document RESULTS = new PackContent.Document(
            "oscal/assessment-results.json", "oscal", "Assessment results", Bytes.utf8("{\"a\": \"ü\"}"));
    private static final PackContent.Document POAM =
            new PackContent.Document("oscal/poam.json", "oscal", "Plan of action", Bytes.utf8("{\"b\": 2}"));

    private static String said = "";
    private static final TreeMap<String, String> VERDICTS = new TreeMap<>();

    @BeforeAll
    static void judgeAllInOneProcess() throws Exception {
        Clock clock = Clock.systemUTC();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (Keyring keyring = Keyring.create(
                folder.resolve("keys"),
                Passphrase.of("correct horse battery staple".toCharArray()),
                "suedbank.example/cairn",
                "Anna Köhler",
                new SecureRandom(),
                clock)) {
            var plain = new DocumentSigning(keyring.documents(), Optional.empty());
            var stamped =
                    new DocumentSigning(keyring.documents(), Optional.of(LocalAuthority.of(keyring.timeStamps(), at)));
            for (Language language : Language.values()) {
                // what is in a report does not depend on its language; one large report is enough
                Bytes report = PdfReport.render(
                        language == Language.EN ? SamplePack.realistic(language) : SamplePack.empty(language),
                        Depth.FULL,
                        List.of(RESULTS, POAM));
                PackModel model = SampleStatement.model(language);
                Bytes statement = StatementReport.render(model, SampleStatement.statement(model));
                write("report-" + language, stamped.signPdf(report, at));
                write("soa-" + language, plain.signPdf(statement, at));
            }
            IncidentModel incident = SampleIncident.model(SampleIncident.incident(folder), Language.EN);
            write("incident", plain.signPdf(IncidentReport.render(incident), at));
            write("short", plain.signPdf(PlainReport.render(ofOneTable(at)), at));
            write("untagged", withoutTags(PdfReport.render(SamplePack.empty())));
        }
        judge();
    }

    private static PlainModel ofOneTable(Instant at) {
        return new PlainModel(
                Language.EN,
                "Report of the pilot",
                "What was measured.",
                "Not a certification.",
                "Südbank AG",
                "pilot",
                "Anna Köhler",
                at,
                List.of(new PlainModel.Fact("First day", "2026-11-22")),
                List.of(new PlainModel.Table(
                        "Measures",
                        "By day.",
                        List.of(40, 60),
                        List.of("Measure", "Result"),
                        List.of(List.of("a", "b")))));
    }

    private static void write(String name, Bytes pdf) throws Exception {
        Files.write(folder.resolve(name + ".pdf"), pdf.toByteArray());
    }

    private static Bytes withoutTags(Bytes pdf) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            document.save(out);
        }
        return Bytes.copyOf(out.toByteArray());
    }

    private static void judge() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                VERAPDF.toAbsolutePath() + File.separator + "*",
                PROGRAM.toAbsolutePath().toString()));
        try (var files = Files.list(folder)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".pdf"))
                    .sorted()
                    .forEach(command::add);
        }
        Tool told = Tool.run(folder, command.toArray(String[]::new));
        said = told.output();
        assertEquals(0, told.exitCode(), said);
        said.lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" "))
                .forEach(words -> {
                    assertEquals(3, words.length, () -> Arrays.toString(words) + " in " + said);
                    VERDICTS.put(words[0] + ' ' + words[1], words[2]);
                });
    }

    @Test
    void reportAndStatementAreArchivableAndAccessibleInBothLanguages() {
        for (Language language : Language.values()) {
            for (String document : List.of("report-", "soa-")) {
                String name = document + language + ".pdf";
                assertEquals("compliant", VERDICTS.get(name + " 3a"), said);
                assertEquals("compliant", VERDICTS.get(name + " ua1"), said);
            }
        }
    }

    @Test
    void incidentFilesAndShortReportsAreToo() {
        for (String name : List.of("incident.pdf", "short.pdf")) {
            assertEquals("compliant", VERDICTS.get(name + " 3a"), said);
            assertEquals("compliant", VERDICTS.get(name + " ua1"), said);
        }
    }

    @Test
    void whatASignedReportCarriesComesOutAsItWentInAndItsPagesSayWhatItIs() throws Exception {
        Path into = Files.createDirectories(folder.resolve("detached"));
        Tool detached = Tool.run(folder, "pdfdetach", "-saveall", "-o", "detached", "report-EN.pdf");
        assertEquals(0, detached.exitCode(), detached.output());
        assertEquals(RESULTS.content().asUtf8(), Files.readString(into.resolve("assessment-results.json")));
        assertEquals(POAM.content().asUtf8(), Files.readString(into.resolve("poam.json")));
        Tool read = Tool.run(folder, "pdftotext", "report-EN.pdf", "-");
        assertTrue(read.output().contains("Attached to this file"), "the section on verification names them");
        assertTrue(read.output().contains("oscal/poam.json"));
    }

    @Test
    void whatIsTooLargeToBeCarriedIsInThePackAlone() throws Exception {
        Bytes large = Bytes.copyOf(new byte[(16 << 20) + 1]);
        PackModel model = SamplePack.empty();
        Bytes report = PdfReport.render(
                model, Depth.FULL, List.of(new PackContent.Document("oscal/poam.json", "oscal", "Plan", large)));
        assertEquals(PdfReport.render(model), report);
    }

    @Test
    void aReportWhoseTagsWereRemovedIsNeither() {
        assertEquals("broken", VERDICTS.get("untagged.pdf 3a"), said);
        assertEquals("broken", VERDICTS.get("untagged.pdf ua1"), said);
        assertTrue(said.contains("StructTreeRoot"), said);
    }
}
