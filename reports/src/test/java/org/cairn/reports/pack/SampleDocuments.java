package org.cairn.reports.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Calendar;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Signs with another implementation (BouncyCastle) than the one that verifies (ours on the JDK).
final class SampleDocuments {
    private SampleDocuments() {}

    static Bytes cms(Bytes content, DocumentKey key) {
        try {
            var binding = new SigningCertificateV2(new ESSCertIDv2(
                    Digest.sha256(Bytes.copyOf(key.certificate().getEncoded())).toByteArray()));
            var attributes = new AttributeTable(
                    new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(binding)));
            var signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.privateKey()), key.certificate());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            return Bytes.copyOf(generator
                    .generate(new CMSProcessableByteArray(content.toByteArray()), false)
                    .toASN1Structure()
                    .getEncoded("DER"));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Bytes pdf(DocumentKey key) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var plain = new ByteArrayOutputStream();
            document.save(plain);
            try (var loaded = org.apache.pdfbox.Loader.loadPDF(plain.toByteArray())) {
                var signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
                signature.setSignDate(Calendar.getInstance());
                loaded.addSignature(
                        signature,
                        content ->
                                cms(Bytes.copyOf(content.readAllBytes()), key).toByteArray());
                var signed = new ByteArrayOutputStream();
                loaded.saveIncremental(signed);
                return Bytes.copyOf(signed.toByteArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Bytes workbook() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("_xmlsignatures/sig1.xml"));
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Bytes.copyOf(out.toByteArray());
    }
}
