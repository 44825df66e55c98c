package org.cairn.ledger.key;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.cairn.proof.Bytes;

/// A P-256 key that signs documents or time stamps, with its certificates.
/// @param chain the key's own certificate first, the root last
public record DocumentKey(PrivateKey privateKey, List<X509Certificate> chain) {
    public DocumentKey {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public X509Certificate root() {
        return chain.getLast();
    }

    /// DER.
    static Bytes encoding(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    /// Never the key.
    @Override
    public String toString() {
        return "key of " + certificate().getSubjectX500Principal();
    }
}
