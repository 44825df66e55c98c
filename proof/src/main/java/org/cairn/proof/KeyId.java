package org.cairn.proof;

/// Names a public key: SHA-256 of its DER SubjectPublicKeyInfo (RFC 5280 section 4.1), in hexadecimal where
/// written. A pseudonym: it says nothing about the person until an identity binds it.
public record KeyId(Digest spkiDigest) {
    /// @param spki DER SubjectPublicKeyInfo
    public static KeyId ofSpki(Bytes spki) {
        return new KeyId(Digest.sha256(spki));
    }

    public static KeyId parse(String hex) {
        return new KeyId(Digest.parseHex(hex));
    }

    public String hex() {
        return spkiDigest.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
