package org.cairn.verifier;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The certificates a pack's documents are signed with.
/// @param chain signer first, without the root
record CertificateChain(List<X509Certificate> chain, X509Certificate root, Bytes rootEncoded) {
    CertificateChain {
        chain = List.copyOf(chain);
    }

    /// @param chainPem signer first; the root may end it
    static CertificateChain parse(Bytes chainPem, Bytes rootPem) throws CertificateException {
        List<X509Certificate> roots = certificates(rootPem);
        if (roots.size() != 1) {
            throw new CertificateException("certificates/root.pem holds " + roots.size() + " certificates, not one");
        }
        X509Certificate root = roots.getFirst();
        List<X509Certificate> chain = new ArrayList<>(certificates(chainPem));
        chain.remove(root);
        if (chain.isEmpty()) {
            throw new CertificateException("certificates/chain.pem holds no signing certificate");
        }
        return new CertificateChain(chain, root, Bytes.copyOf(root.getEncoded()));
    }

    private static List<X509Certificate> certificates(Bytes pem) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (var certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.toByteArray()))) {
            certificates.add((X509Certificate) certificate);
        }
        return certificates;
    }

    X509Certificate signer() {
        return chain.getFirst();
    }

    Digest rootFingerprint() {
        return Digest.sha256(rootEncoded);
    }

    /// Whether `encoded` is one of these certificates, byte for byte.
    boolean holds(Bytes encoded) throws CertificateException {
        for (X509Certificate certificate : chain) {
            if (Bytes.copyOf(certificate.getEncoded()).equals(encoded)) {
                return true;
            }
        }
        return rootEncoded.equals(encoded);
    }

    /// Why the chain does not lead from the signer to the root at `at` (RFC 5280 section 6); empty if it does.
    /// Revocation is judged by [#revocation(Bytes)], from the pack alone.
    Optional<String> refusal(Instant at) {
        try {
            root.verify(root.getPublicKey());
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            root.checkValidity(Date.from(at));
        } catch (GeneralSecurityException e) {
            return Optional.of("the chain does not lead from the signer to the root at " + at + ": " + e.getMessage());
        }
        boolean[] usage = signer().getKeyUsage();
        // bits 0 digitalSignature and 1 nonRepudiation, RFC 5280 section 4.2.1.3
        return usage != null && !usage[0] && !usage[1]
                ? Optional.of("the signing certificate is not for signatures")
                : Optional.empty();
    }

    /// What the revocation list says against this chain; empty if nothing.
    Optional<String> revocation(Bytes crlPem) {
        try {
            X509CRL list = (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(crlPem.toByteArray()));
            list.verify(root.getPublicKey());
            for (X509Certificate certificate : chain) {
                if (list.isRevoked(certificate)) {
                    return Optional.of("revokes the certificate " + certificate.getSubjectX500Principal());
                }
            }
            return Optional.empty();
        } catch (CRLException e) {
            return Optional.of("is not a revocation list: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return Optional.of("is not a revocation list by the root: " + e.getMessage());
        }
    }
}
