package org.cairn.verifier;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Whether a CMS signature is the pack signer's over some content.
final class CmsVerification {
    private static final int P256_BITS = 256;
    private static final int RSA_BITS = 3072;

    private CmsVerification() {}

    /// Whether a time stamp may go along. It stands outside what is signed, and who made it is not judged here.
    enum TimeStamp {
        REFUSED,
        ALLOWED
    }

    /// Why it is not; empty if it is.
    /// @param content digest of the signed bytes
    static Optional<String> refusal(Bytes cms, Digest content, CertificateChain certificates, TimeStamp timeStamp) {
        try {
            CmsSignature signature = CmsSignature.parse(cms);
            Optional<String> stamp = stampRefusal(signature, timeStamp);
            return stamp.isPresent() ? stamp : refusal(signature, content, certificates);
        } catch (MalformedDer e) {
            return Optional.of("the CMS signature is refused: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return Optional.of("the CMS signature cannot be verified: " + e.getMessage());
        }
    }

    private static Optional<String> refusal(CmsSignature cms, Digest content, CertificateChain certificates)
            throws GeneralSecurityException {
        var signer = certificates.signer();
        Bytes signerEncoded = Bytes.copyOf(signer.getEncoded());
        if (!cms.issuer().equals(Bytes.copyOf(signer.getIssuerX500Principal().getEncoded()))
                || !cms.serial().equals(signer.getSerialNumber())
                || !cms.signingCertificateHash().equals(hash(signerEncoded))) {
            return Optional.of("the CMS signature names another certificate than the first of certificates/chain.pem");
        }
        if (!onlyKnown(cms, certificates)) {
            return Optional.of("the CMS signature carries a certificate that is not in certificates/");
        }
        if (!cms.messageDigest().equals(Bytes.copyOf(content.toByteArray()))) {
            return Optional.of("the CMS signature is over other content");
        }
        if (!fits(signer.getPublicKey(), cms.algorithm())) {
            return Optional.of("the signing key is neither on the curve P-256 nor RSA of 3072 bits or more,"
                    + " or the signature is of another kind than the key");
        }
        Signature verification = Signature.getInstance(
                switch (cms.algorithm()) {
                    case ECDSA -> "SHA256withECDSA";
                    case RSA -> "SHA256withRSA";
                });
        verification.initVerify(signer.getPublicKey());
        verification.update(cms.attributes().asByteBuffer());
        return verification.verify(cms.signature().toByteArray())
                ? Optional.empty()
                : Optional.of("the CMS signature does not verify");
    }

    private static boolean fits(PublicKey key, CmsSignature.Algorithm algorithm) {
        return switch (key) {
            case ECPublicKey elliptic ->
                algorithm == CmsSignature.Algorithm.ECDSA
                        && elliptic.getParams().getOrder().bitLength() == P256_BITS;
            case RSAPublicKey rsa ->
                algorithm == CmsSignature.Algorithm.RSA && rsa.getModulus().bitLength() >= RSA_BITS;
            default -> false;
        };
    }

    private static Optional<String> stampRefusal(CmsSignature cms, TimeStamp allowed) throws MalformedDer {
        if (cms.timeStamp().isEmpty()) {
            return Optional.empty();
        }
        return switch (allowed) {
            case REFUSED -> Optional.of("the CMS signature carries an unsigned attribute that nothing vouches for");
            case ALLOWED ->
                TimeStampToken.imprint(cms.timeStamp().get()).equals(hash(cms.signature()))
                        ? Optional.empty()
                        : Optional.of("the time stamp is over another signature");
        };
    }

    private static Bytes hash(Bytes encoded) {
        return Bytes.copyOf(Digest.sha256(encoded).toByteArray());
    }

    private static boolean onlyKnown(CmsSignature cms, CertificateChain certificates) throws CertificateException {
        for (Bytes certificate : cms.certificates()) {
            if (!certificates.holds(certificate)) {
                return false;
            }
        }
        return true;
    }
}
