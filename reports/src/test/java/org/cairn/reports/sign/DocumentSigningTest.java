package org.cairn.reports.sign;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.cms.object.CMSSignedDataObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.frameworks.Language;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.Tool;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pack.SampleStatement;
import org.cairn.reports.pdf.PdfReport;
import org.cairn.reports.pdf.StatementReport;
import org.cairn.reports.xlsx.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSigningTest {
    @TempDir
    private static Path folder;

    private static Keyring keyring;
    private static Instant at = Instant.EPOCH;
    private static Bytes unsigned = Bytes.empty();
    private static Bytes signed = Bytes.empty();

    @BeforeAll
    static void signOnce() throws Exception {
        // certificates start at the clock's time, and openssl and pdfsig compare with the machine's
        Clock clock = Clock.systemUTC();
        at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        keyring = Keyring.create(
                folder.resolve("keys"),
                Passphrase.of("correct horse battery staple".toCharArray()),
                "suedbank.example/cairn",
                "Anna Köhler",
                new SecureRandom(),
                clock);
        Files.writeString(
                folder.resolve("root.pem"), pem(keyring.documents().root().getEncoded()));
        unsigned = PdfReport.render(SamplePack.empty());
        signed = signing().signPdf(unsigned, at);
    }

    @AfterAll
    static void close() {
        keyring.close();
    }

    private static DocumentSigning signing() {
        return new DocumentSigning(keyring.documents(), Optional.empty());
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static Path write(String name, Bytes content) throws Exception {
        return Files.write(folder.resolve(name), content.toByteArray());
    }

    private static String pdfsig(Bytes pdf) throws Exception {
        Path trust = folder.resolve("trust");
        if (!Files.exists(trust)) {
            Files.createDirectory(trust);
            Tool.run(folder, "certutil", "-N", "-d", "sql:trust", "--empty-password");
            Tool.run(folder, "certutil", "-A", "-d", "sql:trust", "-n", "root", "-t", "CT,C,C", "-i", "root.pem");
        }
        write("report.pdf", pdf);
        return Tool.run(folder, "pdfsig", "-nssdir", "sql:trust", "report.pdf").output();
    }

    @Test
    void pdfsigFindsAValidTrustedSignatureOverTheWholeDocument() throws Exception {
        String words = pdfsig(signed);

        assertTrue(words.contains("Signature is Valid"), words);
        assertTrue(words.contains("Certificate is Trusted"), words);
        assertTrue(words.contains("Total document signed"), words);
        assertFalse(words.contains("Not total document signed"), words);
        assertTrue(words.contains("ETSI.CAdES.detached"), words);
        assertFalse(words.contains("Signature #2"), words);
    }

    @Test
    void aStatementOfApplicabilityIsSignedAsTheReportIs() throws Exception {
        PackModel model = SampleStatement.model(Language.EN);
        Bytes statement = StatementReport.render(model, SampleStatement.statement(model));

        String words = pdfsig(signing().signPdf(statement, at));

        assertTrue(words.contains("Signature is Valid"), words);
        assertTrue(words.contains("Total document signed"), words);
        assertFalse(words.contains("Not total document signed"), words);
    }

    @Test
    void pdfsigNamesAChangedByte() throws Exception {
        byte[] changed = signed.toByteArray();
        changed[1_000] ^= 1;

        String words = pdfsig(Bytes.copyOf(changed));

        assertTrue(words.contains("Digest Mismatch"), words);
    }

    @Test
    void theSignatureCertifiesTheDocumentAndPermitsNoChange() throws Exception {
        try (PDDocument document = Loader.loadPDF(signed.toByteArray())) {
            var docMdp = document.getDocumentCatalog()
                    .getCOSObject()
                    .getCOSDictionary(COSName.PERMS)
                    .getCOSDictionary(COSName.DOCMDP);
            var reference = (org.apache.pdfbox.cos.COSDictionary)
                    docMdp.getCOSArray(COSName.getPDFName("Reference")).getObject(0);
            assertEquals("DocMDP", reference.getNameAsString(COSName.getPDFName("TransformMethod")));
            assertEquals(
                    1,
                    reference
                            .getCOSDictionary(COSName.getPDFName("TransformParams"))
                            .getInt(COSName.P));
            assertEquals(1, document.getSignatureDictionaries().size());
        }
    }

    @Test
    void theFieldStaysInTheStructureTree() throws Exception {
        try (PDDocument document = Loader.loadPDF(signed.toByteArray())) {
            var field = document.getSignatureFields().getFirst();
            assertEquals("Signature", field.getFullyQualifiedName());
            assertTrue(field.getCOSObject().getString(COSName.TU).startsWith("Anna Köhler"));
            assertTrue(field.getWidgets().getFirst().getCOSObject().containsKey(COSName.STRUCT_PARENT));
        }
    }

    @Test
    void theUnsignedReportIsUntouchedInsideTheSignedOne() {
        assertEquals(unsigned, signed.slice(0, unsigned.size()));
    }

    @Test
    void anAuthoritysTimeStampIsInTheSignature() throws Exception {
        DocumentKey stamps = keyring.timeStamps();
        Bytes stamped = new DocumentSigning(keyring.documents(), Optional.of(LocalAuthority.of(stamps, at)))
                .signPdf(unsigned, at);

        try (PDDocument document = Loader.loadPDF(stamped.toByteArray())) {
            byte[] padded = document.getSignatureDictionaries().getFirst().getContents();
            var object = assertInstanceOf(CMSSignedDataObject.class, new PaddedCms().parseToCMS(padded));
            var signer = object.getCMSSignedData()
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            var attribute = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
            TimeStampToken token = new TimeStampToken(org.bouncycastle.asn1.cms.ContentInfo.getInstance(
                    attribute.getAttrValues().getObjectAt(0)));
            assertEquals(
                    Digest.sha256(Bytes.copyOf(signer.getSignature())),
                    Digest.of(token.getTimeStampInfo().getMessageImprintDigest()));
        }
        assertTrue(pdfsig(stamped).contains("Total document signed"));
    }

    @Test
    void theWorkbooksSignatureCarriesTheAuthoritysTimeStamp() throws Exception {
        var stamps = LocalAuthority.of(keyring.timeStamps(), at);
        Bytes workbook = new DocumentSigning(keyring.documents(), Optional.of(stamps))
                .signWorkbook(Workbook.render(SamplePack.empty()), at);
        String signature = entry(workbook, "_xmlsignatures/sig1.xml");
        var encoded = Pattern.compile("SignatureTimeStamp.*EncapsulatedTimeStamp[^>]*>([^<]+)<", Pattern.DOTALL)
                .matcher(signature);
        assertTrue(encoded.find(), signature);
        TimeStampToken token = new TimeStampToken(org.bouncycastle.asn1.cms.ContentInfo.getInstance(
                Base64.getMimeDecoder().decode(encoded.group(1))));
        assertEquals(at, StampCheck.givenAt(token));
        assertEquals(Optional.empty(), StampCheck.refusal(token, stamps.root(), at, RevocationLists.none()));
    }

    @Test
    void opensslVerifiesTheDetachedSignatureAndRefusesOtherContent() throws Exception {
        Bytes sums = Bytes.utf8("00  report.pdf\n");
        write("SHA256SUMS", sums);
        write("SHA256SUMS.p7s", signing().cms(sums, at));
        write("OTHER", Bytes.utf8("01  report.pdf\n"));

        Tool good = cmsVerify("SHA256SUMS");
        Tool bad = cmsVerify("OTHER");

        assertEquals(0, good.exitCode(), good.output());
        assertTrue(good.output().contains("CMS Verification successful"), good.output());
        assertFalse(bad.exitCode() == 0, bad.output());
    }

    /// The line that the report prints for an auditor, run as it stands there.
    private static Tool cmsVerify(String content) throws Exception {
        Path pack = folder.resolve("pack");
        Files.createDirectories(pack.resolve("certificates"));
        Files.copy(folder.resolve("root.pem"), pack.resolve("certificates/root.pem"), REPLACE_EXISTING);
        Files.copy(folder.resolve("SHA256SUMS.p7s"), pack.resolve("SHA256SUMS.p7s"), REPLACE_EXISTING);
        Files.copy(folder.resolve(content), pack.resolve("SHA256SUMS"), REPLACE_EXISTING);
        String line = ReportWords.english().text("verification.command.2", at.getEpochSecond());
        Tool.run(pack, "openssl", "version");
        return Tool.run(pack, "bash", "-c", line);
    }

    @Test
    void xmlsecVerifiesTheWorkbooksSignature() throws Exception {
        Bytes workbook = signing().signWorkbook(Workbook.render(SamplePack.realistic()), at);
        String signature = entry(workbook, "_xmlsignatures/sig1.xml");
        Files.writeString(folder.resolve("sig.xml"), signature);
        Files.writeString(folder.resolve("changed.xml"), signature.replace("<mdssi:Value>2026", "<mdssi:Value>2027"));

        Tool good = xmlsec("sig.xml");
        Tool bad = xmlsec("changed.xml");

        assertTrue(good.output().contains("SignedInfo References (ok/all): 3/3"), good.output());
        assertEquals(0, good.exitCode(), good.output());
        assertFalse(bad.exitCode() == 0, bad.output());
    }

    /// The parts' digests stand in a manifest that xmlsec1 cannot resolve in a zip; POI compares them.
    private static Tool xmlsec(String file) throws Exception {
        return Tool.run(
                folder,
                "xmlsec1",
                "--verify",
                "--ignore-manifests",
                "--trusted-pem",
                "root.pem",
                "--id-attr:Id",
                "http://www.w3.org/2000/09/xmldsig#:Object",
                "--id-attr:Id",
                "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                file);
    }

    @Test
    void theWorkbooksSignatureCoversSheetsTablesAndCharts() throws Exception {
        Bytes workbook = signing().signWorkbook(Workbook.render(SamplePack.realistic()), at);

        assertTrue(poiAccepts(workbook));
        assertRefused(workbook, "xl/worksheets/sheet2.xml", "NET-1", "NET-9");
        assertRefused(workbook, "xl/styles.xml", "CBE3D8", "F2D1CF");
        assertRefused(workbook, "xl/tables/table1.xml", "Controls", "Contrils");
        assertRefused(workbook, "xl/drawings/drawing1.xml", "not met", "met not");
        assertRefused(workbook, "xl/charts/chart1.xml", "<c:v>21</c:v>", "<c:v>12</c:v>");
        assertRefused(workbook, "xl/drawings/_rels/drawing1.xml.rels", "chart1.xml", "chart2.xml");
        assertRefused(workbook, "xl/worksheets/_rels/sheet2.xml.rels", "table1.xml", "table2.xml");
    }

    /// Beyond what the library reads into memory; blanks behind the last element change nothing in a sheet.
    @Test
    void aSheetOfMoreThanAHundredMillionBytesIsSignedAsItIs() throws Exception {
        String sheet = "xl/worksheets/sheet2.xml";
        int blanks = 100_000_001;
        Bytes workbook = signing().signWorkbook(padded(Workbook.render(SamplePack.empty()), sheet, blanks), at);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        long size = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()))) {
            ZipEntry entry = in.getNextEntry();
            while (!entry.getName().equals(sheet)) {
                entry = in.getNextEntry();
            }
            byte[] window = new byte[1 << 16];
            for (int got = in.read(window); got >= 0; got = in.read(window)) {
                sha256.update(window, 0, got);
                size += got;
            }
        }
        assertTrue(size > blanks, sheet + " has " + size + " bytes");
        String signature = entry(workbook, "_xmlsignatures/sig1.xml");
        String digest = Base64.getEncoder().encodeToString(sha256.digest());
        assertTrue(signature.contains("<DigestValue>" + digest + "</DigestValue>"), () -> digest + "\n" + signature);
        Files.writeString(folder.resolve("long.xml"), signature);
        assertEquals(0, xmlsec("long.xml").exitCode());
    }

    private static Bytes padded(Bytes workbook, String part, int blanks) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] line = " ".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()));
                ZipOutputStream padded = new ZipOutputStream(out)) {
            padded.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                padded.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(padded);
                for (int left = entry.getName().equals(part) ? blanks : 0; left > 0; left -= line.length) {
                    padded.write(line);
                }
                padded.closeEntry();
            }
        }
        return Bytes.copyOf(out.toByteArray());
    }

    private static void assertRefused(Bytes workbook, String part, String from, String to) throws Exception {
        assertTrue(entry(workbook, part).contains(from), part);
        assertFalse(poiAccepts(Zips.replace(workbook, part, from, to)), part);
    }

    /// The library's "secure" validation looks at no more than thirty parts; Excel signs and checks as many as there
    /// are.
    private static boolean poiAccepts(Bytes workbook) throws Exception {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(workbook.toByteArray()))) {
            SignatureInfo info = new SignatureInfo();
            SignatureConfig config = new SignatureConfig();
            config.setSecureValidation(false);
            info.setSignatureConfig(config);
            info.setOpcPackage(file);
            return info.verifySignature();
        }
    }

    private static String entry(Bytes zip, String name) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
