package org.cairn.reports.pack;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The certificates that documents and sums are signed with.
/// @param chain       signer first, root last
/// @param revocations the root's list, so that no network is needed to look
public record PackCertificates(List<X509Certificate> chain, X509CRL revocations) {
    public PackCertificates {
        chain = List.copyOf(chain);
        if (chain.size() < 2) {
            throw new IllegalArgumentException("a chain has a signer and a root");
        }
    }

    public X509Certificate signer() {
        return chain.getFirst();
    }

    /// SHA-256 of the root certificate's DER encoding: what an auditor is told by another way than the pack.
    public Digest rootFingerprint() {
        return Digest.sha256(encoded(chain.getLast()));
    }

    Bytes rootPem() {
        return Pem.encode("CERTIFICATE", encoded(chain.getLast()));
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
        try {
            return Pem.encode("X509 CRL", Bytes.copyOf(revocations.getEncoded()));
        } catch (CRLException e) {
            throw new IllegalStateException("a revocation list that was decoded has an encoding", e);
        }
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has an encoding", e);
        }
    }
}
