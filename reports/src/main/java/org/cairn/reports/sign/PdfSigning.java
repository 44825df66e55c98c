package org.cairn.reports.sign;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.key.KeyException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pdf.SignatureField;

/// PAdES in one revision: pdfsig then says "Total document signed". B-LT and B-LTA add revisions, and readers say of
/// these what they say of a forged update; long-term material lies beside the report in the pack.
record PdfSigning(DocumentKey key, Optional<TimeStampAuthority> authority) {
    /// Room for certificates, signature and time stamp; 12,000 bytes held RSA-3072 with a time stamp.
    private static final int CMS_SPACE_BYTES = 16_000;

    Bytes sign(Bytes report, Instant at) throws PackException {
        DSSDocument document = new InMemoryDocument(report.toByteArray(), "report.pdf");
        PAdESSignatureParameters parameters = parameters(at);
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        authority.ifPresent(stamps -> service.setTspSource((algorithm, digest) -> token(stamps, algorithm, digest)));
        try {
            byte[] toSign = service.getDataToSign(document, parameters).getBytes();
            SignatureAlgorithm algorithm = switch (key.type()) {
                case P_256 -> SignatureAlgorithm.ECDSA_SHA256;
                case RSA_3072 -> SignatureAlgorithm.RSA_SHA256;
            };
            SignatureValue value =
                    new SignatureValue(algorithm, key.sign(Bytes.copyOf(toSign)).toByteArray());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            service.signDocument(document, parameters, value).writeTo(out);
            return Bytes.copyOf(out.toByteArray());
        } catch (DSSException | KeyException | IOException e) {
            throw new PackException("report.pdf could not be signed: " + e.getMessage(), e);
        }
    }

    private PAdESSignatureParameters parameters(Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                authority.isPresent() ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setContentSize(CMS_SPACE_BYTES);
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.getImageParameters().getFieldParameters().setFieldId(SignatureField.NAME);
        return parameters;
    }

    private static TimestampBinary token(TimeStampAuthority stamps, DigestAlgorithm algorithm, byte[] digest) {
        if (algorithm != DigestAlgorithm.SHA256) {
            throw new DSSException("time stamps are asked for SHA-256, not for " + algorithm);
        }
        try {
            return new TimestampBinary(stamps.token(Digest.of(digest)).toByteArray());
        } catch (PackException e) {
            throw new DSSException(e.getMessage(), e);
        }
    }
}
