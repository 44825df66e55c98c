package org.cairn.reports.pack;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The certificates that documents and sums are signed with.
/// @param chain       signer first, root last
/// @param revocations the root's list (DER, RFC 5280 section 5), so that no network is needed to look
/// @param stampRoot   the root that the time stamps' authority is judged by; empty where there is no authority
public record PackCertificates(List<X509Certificate> chain, Bytes revocations, Optional<X509Certificate> stampRoot) {
    public PackCertificates {
        chain = List.copyOf(chain);
        if (chain.size() < 2) {
            throw new IllegalArgumentException("a chain has a signer and a root");
        }
    }

    /// Without time stamps.
    public PackCertificates(List<X509Certificate> chain, Bytes revocations) {
        this(chain, revocations, Optional.empty());
    }

    /// The same with time stamps by an authority under `root`.
    public PackCertificates stampedUnder(X509Certificate root) {
        return new PackCertificates(chain, revocations, Optional.of(root));
    }

    public X509Certificate signer() {
        return chain.getFirst();
    }

    /// SHA-256 of the root certificate's DER encoding: what an auditor is told by another way than the pack.
    public Digest rootFingerprint() {
        return Digest.sha256(encoded(chain.getLast()));
    }

    /// When a pack issued at `issuedAt` is judged: the revocation list may be a moment younger.
    Instant judgedAt(Instant issuedAt) {
        Instant listed = revocationList().getThisUpdate().toInstant();
        return listed.isAfter(issuedAt) ? listed : issuedAt;
    }

    private X509CRL revocationList() {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(revocations.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a revocation list: " + e.getMessage(), e);
        }
    }

    Bytes rootPem() {
        return Pem.encode("CERTIFICATE", encoded(chain.getLast()));
    }

    Optional<Bytes> stampRootPem() {
        return stampRoot.map(root -> Pem.encode("CERTIFICATE", encoded(root)));
    }

    Optional<Digest> stampRootFingerprint() {
        return stampRoot.map(root -> Digest.sha256(encoded(root)));
    }

    /// Signer first, without the root.
    Bytes chainPem() {
        Bytes pem = Bytes.empty();
        for (X509Certificate certificate : chain.subList(0, chain.size() - 1)) {
            pem = pem.concat(Pem.encode("CERTIFICATE", encoded(certificate)));
        }
        return pem;
    }

    Bytes revocationsPem() {
        return Pem.encode("X509 CRL", revocations);
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has an encoding", e);
        }
    }
}
