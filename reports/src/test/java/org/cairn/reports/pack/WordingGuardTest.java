package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.proof.Bytes;
import org.cairn.reports.pdf.PdfReport;
import org.cairn.reports.xlsx.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cairn shows evidence for a requirement. It never says that one is fulfilled, that anybody is certified, or that the
/// GDPR asks where data lie (it does not). A demand of a law may speak of certification; a promise may not stand
/// anywhere.
class WordingGuardTest {
    private static final Pattern PROMISE = Pattern.compile("(is|are|be|been|fully|being) certified"
            + "|certifies (that|compliance|conformity)"
            + "|satisf(y|ies|ied) (the )?(art(icle|\\.)|gdpr|dora|hipaa|ai act|iso)"
            + "|gdpr[ -](data[ -])?residency|residency (under|of|required by) the gdpr"
            + "|(is|are|fully|gdpr-|dora-|hipaa-) ?compliant with"
            + "|(ensures|guarantees) (compliance|conformity)"
            + "|tamper-proof"
            + "|(ist|sind|wird|wurde) zertifiziert"
            + "|erfüllt (die )?(art\\.|artikel|dsgvo|dora|ki-verordnung)"
            + "|dsgvo-(daten)?residenz|dsgvo-konform|rechtssicher|manipulationssicher"
            + "|(gewährleistet|garantiert) (die )?(konformität|einhaltung)");

    /// Folders whose texts are shown to people.
    private static final List<Path> SHOWN = List.of(
            Path.of("../frameworks/src/main/resources"),
            Path.of("../checklist-model/src/main/resources"),
            Path.of("src/main/resources"),
            Path.of("../app/src/main/resources"));

    private static List<String> promises(String text) {
        return PROMISE.matcher(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .results()
                .map(found -> found.group())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bank is certified",
                "This satisfies Art. 12",
                "satisfied article 9",
                "The store meets GDPR residency",
                "Cairn guarantees compliance",
                "Die Bank ist zertifiziert",
                "Das erfüllt Art. 12",
                "DSGVO-konform"
            })
    void aPromiseIsFound(String text) {
        assertEquals(1, promises(text).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Certified or bound by formal codes",
                "Be satisfied with who certifies or audits",
                "This report is no certificate and no conformity assessment",
                "the GDPR has no residency rule",
                "Verhaltensregeln oder Zertifizierung können beim Nachweis helfen"
            })
    void aDemandOfALawIsNoPromise(String text) {
        assertEquals(List.of(), promises(text));
    }

    @Test
    void theReportPromisesNothing() throws Exception {
        String text;
        try (PDDocument document =
                Loader.loadPDF(PdfReport.render(SamplePack.realistic()).toByteArray())) {
            text = new PDFTextStripper().getText(document);
        }
        assertTrue(text.length() > 10_000, "the report was not read");
        assertEquals(List.of(), promises(text));
    }

    @Test
    void theWorkbookPromisesNothing() throws Exception {
        Bytes workbook = Workbook.render(SamplePack.realistic());
        List<String> cells = new ArrayList<>();
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook.toByteArray()))) {
            opened.forEach(
                    sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(formatter.formatCellValue(cell)))));
        }
        assertTrue(cells.size() > 500, "the workbook was not read");
        assertEquals(
                List.of(),
                cells.stream().flatMap(cell -> promises(cell).stream()).toList());
    }

    @Test
    void noTextThatIsShownPromisesAnything() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Path folder : SHOWN) {
            for (Path file : files(folder)) {
                read++;
                for (String line :
                        Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
                    promises(line).forEach(promise -> found.add(file.getFileName() + ": " + promise));
                }
            }
        }
        assertTrue(read > 60, "only " + read + " files were found");
        assertEquals(List.of(), found);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(json|properties|html|txt)"))
                    .sorted()
                    .toList();
        }
    }
}
