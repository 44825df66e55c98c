package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.Verdict;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Changes signatures and signed documents of a real pack; each has to be found and named.
@ExtendWith(PackToTamper.class)
class SignatureTamperingTest {
    private final TamperedPack pack;

    SignatureTamperingTest(TamperedPack pack) {
        this.pack = pack;
    }

    @Test
    void anotherOwnersSignatureIsNamed() throws Exception {
        try (var stranger = new SampleWorkspace(pack.folder().resolve("stranger"))) {
            Map<String, Bytes> files = pack.copy();
            PackZip.resign(files, stranger.signer());
            Report report = pack.verify(files);
            assertEquals(
                    List.of("SHA256SUMS.ed25519", "SHA256SUMS.mldsa44", "SHA256SUMS.p7s"),
                    report.defects().stream().map(Defect::file).sorted().toList());
        }
    }

    @Test
    void anUnsignedReportOrWorkbookIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("report.pdf", Bytes.utf8("%PDF-1.7\n%%EOF\n"));
        files.put(
                "workbook.xlsx",
                Bytes.copyOf(Files.readAllBytes(PackZip.write(
                        pack.folder().resolve("plain.xlsx"), Map.of("xl/workbook.xml", Bytes.utf8("<workbook/>"))))));
        assertEquals(
                List.of(
                        Defect.inFile("report.pdf", "has no signature"),
                        Defect.inFile("workbook.xlsx", "has no signature")),
                pack.verifyResigned(files).defects());
    }

    @Test
    void aReportWithAnythingAppendedIsNamed() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("report.pdf", pack.file("report.pdf").concat(Bytes.utf8("\n%%EOF\n")));
        assertEquals(
                List.of(Defect.inFile("report.pdf", "its signature does not cover the whole file")),
                pack.verifyResigned(files).defects());
    }

    @Test
    void aStatementOfApplicabilityIsSignedAsTheReportIs() throws Exception {
        Map<String, Bytes> files = pack.copy();
        files.put("soa.pdf", pack.file("soa.pdf").concat(Bytes.utf8("\n%%EOF\n")));
        assertEquals(
                List.of(Defect.inFile("soa.pdf", "its signature does not cover the whole file")),
                pack.verifyResigned(files).defects());
    }

    @Test
    void aTimeStampBesideTheReportsSignatureIsAllowedAndOneOverAnotherSignatureIsNamed() throws Exception {
        Map<String, Bytes> stamped = pack.copy();
        stamped.put("report.pdf", pack.sample().stampedReport(digest -> digest));
        assertEquals(List.of(), pack.verifyResigned(stamped).defects());

        Map<String, Bytes> borrowed = pack.copy();
        borrowed.put("report.pdf", pack.sample().stampedReport(_ -> Digest.sha256(Bytes.empty())));
        assertEquals(
                List.of(Defect.inFile("report.pdf", "its signature: the time stamp is over another signature")),
                pack.verifyResigned(borrowed).defects());
    }

    @Test
    void aChangedReportIsNamedEvenIfThePackIsSignedAgain() throws Exception {
        String text = new String(pack.file("report.pdf").toByteArray(), StandardCharsets.ISO_8859_1);
        Map<String, Bytes> files = pack.copy();
        files.put("report.pdf", PackZip.flip(pack.file("report.pdf"), text.indexOf("/MediaBox") + 12));
        assertTrue(pack.names(pack.verifyResigned(files), "report.pdf"));
    }

    @Test
    void flippedBytesOfTheCmsSignatureAreFound() throws Exception {
        List<Integer> unnoticed = new ArrayList<>();
        Bytes cms = pack.file("SHA256SUMS.p7s");
        for (int at = 0; at < cms.size(); at += 29) {
            Map<String, Bytes> files = pack.copy();
            files.put("SHA256SUMS.p7s", PackZip.flip(cms, at));
            if (!pack.names(pack.verify(files), "SHA256SUMS.p7s")) {
                unnoticed.add(at);
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void theRootIsComparedWithTheFingerprintGiven() throws Exception {
        Path zip = pack.folder().resolve("original.zip");
        Report trusting = PackVerification.verify(zip);
        assertEquals(
                Report.Source.THE_PACK_ITSELF, trusting.root().orElseThrow().source());
        assertTrue(trusting.text(Instant.EPOCH).contains("it came from the pack itself, so anyone could have made it"));
        Digest root = trusting.root().orElseThrow().fingerprint();
        Report given = PackVerification.verify(zip, Optional.of(root));
        assertEquals(Report.Source.GIVEN, given.root().orElseThrow().source());
        assertTrue(given.verdict() instanceof Verdict.Intact);
        Report other = PackVerification.verify(zip, Optional.of(Digest.sha256(Bytes.empty())));
        assertTrue(pack.names(other, "certificates/root.pem"));
    }
}
