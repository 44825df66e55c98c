package org.cairn.ledger.key;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

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

    /// A PKCS#12 store (RFC 7292) in memory that holds only this key, under the alias `document`.
    public KeyStore toKeyStore(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("document", privateKey, password, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("every JDK has PKCS#12", e);
        }
    }

    /// Never the key.
    @Override
    public String toString() {
        return "key of " + certificate().getSubjectX500Principal();
    }
}
