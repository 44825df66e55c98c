package org.cairn.reports.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.SoftToken;
import org.cairn.proof.Bytes;
import org.cairn.reports.Tool;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pdf.PdfReport;
import org.cairn.reports.xlsx.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Other document keys than P-256 in a file: RSA, and P-256 in a token that does not give it away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private Bytes unsigned = Bytes.empty();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void render() throws Exception {
        unsigned = PdfReport.render(SamplePack.empty());
    }

    private Keyring keyring(Path dir) throws Exception {
        Keyring keyring = Keyring.create(
                dir.resolve("keys"),
                Passphrase.of("correct horse battery staple".toCharArray()),
                "suedbank.example/cairn",
                "Anna Köhler",
                RANDOM,
                clock);
        Files.writeString(
                dir.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(keyring.documents().root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return keyring;
    }

    @Test
    void rsaSignsAllDocuments() throws Exception {
        Path dir = Files.createDirectory(folder.resolve("rsa"));
        try (Keyring keyring = keyring(dir)) {
            keyring.authority().replaceOwn(DocumentKeyType.RSA_3072, RANDOM, clock);
            assertAccepted(dir, new DocumentSigning(keyring.documents(), Optional.empty()));
        }
    }

    @Test
    void aKeyInATokenSignsAllDocuments() throws Exception {
        Path dir = Files.createDirectory(folder.resolve("token"));
        var token = SoftToken.make(dir, "documents");
        try (Keyring keyring = keyring(dir)) {
            keyring.useToken(token, RANDOM, clock);
            assertAccepted(dir, new DocumentSigning(keyring.documents(), Optional.empty()));
        }
    }

    private void assertAccepted(Path dir, DocumentSigning signing) throws Exception {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Files.write(dir.resolve("report.pdf"), signing.signPdf(unsigned, at).toByteArray());
        Files.createDirectory(dir.resolve("trust"));
        Tool.run(dir, "certutil", "-N", "-d", "sql:trust", "--empty-password");
        Tool.run(dir, "certutil", "-A", "-d", "sql:trust", "-n", "root", "-t", "CT,C,C", "-i", "root.pem");
        String words =
                Tool.run(dir, "pdfsig", "-nssdir", "sql:trust", "report.pdf").output();
        assertTrue(words.contains("Signature is Valid"), words);
        assertTrue(words.contains("Certificate is Trusted"), words);

        Bytes sums = Bytes.utf8("00  report.pdf\n");
        Files.write(dir.resolve("SHA256SUMS"), sums.toByteArray());
        Files.write(dir.resolve("SHA256SUMS.p7s"), signing.cms(sums, at).toByteArray());
        Tool cms = Tool.run(
                dir,
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "SHA256SUMS.p7s",
                "-content",
                "SHA256SUMS",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any");
        assertEquals(0, cms.exitCode(), cms.output());

        Bytes workbook = signing.signWorkbook(Workbook.render(SamplePack.empty()), at);
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(workbook.toByteArray()))) {
            SignatureInfo info = new SignatureInfo();
            info.setSignatureConfig(new SignatureConfig());
            info.setOpcPackage(file);
            assertTrue(info.verifySignature(), "POI accepts the workbook's signature");
        }
    }
}
