import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// Says of each PDF named whether veraPDF holds it to be PDF/A-3a and PDF/UA-1: a line "file flavour verdict", and below
/// it each rule that is broken. Run by PdfConformanceTest in a process of its own: its class path and that of the
/// signatures clash.
final class Verdicts {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    private Verdicts() {}

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                judge(Path.of(file).toFile(), flavour);
            }
        }
    }

    private static void judge(File file, PDFAFlavour flavour) throws Exception {
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(file, flavour);
                var validator = foundry.createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(file.getName() + ' ' + flavour.getId() + ' '
                    + (result.isCompliant() && result.getTotalAssertions() > 0 ? "compliant" : "broken"));
            result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> "  " + assertion.getRuleId().getClause() + '-'
                            + assertion.getRuleId().getTestNumber() + ' ' + assertion.getMessage())
                    .distinct()
                    .forEach(System.out::println);
        }
    }
}
