package org.cairn.verifier;

import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519Verification;
import org.cairn.proof.MlDsa44;
import org.cairn.verifier.CmsVerification.TimeStamp;

/// The three signatures over SHA256SUMS: CMS by the document certificate, Ed25519 and ML-DSA-44 by the log's keys.
final class SumsSignatures {
    private static final String STAMP_NOT_CHECKED =
            "not checked by this program: who made the time stamps, and when; check with: openssl ts -verify -data"
                    + " SHA256SUMS.p7s -in SHA256SUMS.p7s.tsr -CAfile certificates/tsa-root.pem";

    private final PackFiles files;
    private final Findings findings;

    SumsSignatures(PackFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void byCertificate(Bytes sums, CertificateChain certificates) throws RefusedInput {
        Optional<Bytes> cms = files.read(Layout.SUMS_CMS);
        if (cms.isPresent()) {
            CmsVerification.refusal(cms.get(), Digest.sha256(sums), certificates, TimeStamp.REFUSED)
                    .ifPresent(problem -> findings.defect(Layout.SUMS_CMS, problem));
        }
    }

    /// A time stamp over the first signature: what was stamped is checked here, who stamped it is not.
    void timeStamp() throws RefusedInput {
        if (!files.names().contains(Layout.SUMS_STAMP) && !files.names().contains(Layout.STAMP_ROOT)) {
            return;
        }
        files.expect(Layout.STAMP_ROOT);
        Optional<Bytes> stamp = files.read(Layout.SUMS_STAMP);
        Optional<Bytes> cms = files.read(Layout.SUMS_CMS);
        if (stamp.isPresent() && cms.isPresent()) {
            try {
                Bytes signed = Bytes.copyOf(Digest.sha256(cms.get()).toByteArray());
                if (!TimeStampToken.imprintOfResponse(stamp.get()).equals(signed)) {
                    findings.defect(Layout.SUMS_STAMP, "the time stamp is over another signature");
                }
            } catch (MalformedDer e) {
                findings.defect(Layout.SUMS_STAMP, "cannot be read: " + e.getMessage());
            }
        }
        findings.note(STAMP_NOT_CHECKED);
    }

    void byLog(Bytes sums, LogCheck.LogKeys keys) throws RefusedInput {
        Optional<Bytes> ed25519 = files.read(Layout.SUMS_ED25519);
        if (ed25519.isPresent() && !Ed25519Verification.verify(keys.ed25519().publicKey(), sums, ed25519.get())) {
            findings.defect(Layout.SUMS_ED25519, "is not a signature over SHA256SUMS by the log's Ed25519 key");
        }
        Optional<Bytes> mlDsa44 = files.read(Layout.SUMS_ML_DSA_44);
        if (mlDsa44.isPresent() && !MlDsa44.verify(keys.mlDsa44().publicKey(), sums, mlDsa44.get())) {
            findings.defect(Layout.SUMS_ML_DSA_44, "is not a signature over SHA256SUMS by the log's ML-DSA-44 key");
        }
    }

    /// The certificates, judged at the time the pack says it was issued.
    void chain(CertificateChain certificates, Instant issuedAt) throws RefusedInput {
        certificates.refusal(issuedAt).ifPresent(problem -> findings.defect(Layout.CHAIN, problem));
        Optional<Bytes> crl = files.read(Layout.CRL);
        if (crl.isPresent()) {
            certificates.revocation(crl.get()).ifPresent(problem -> findings.defect(Layout.CRL, problem));
        }
    }
}
