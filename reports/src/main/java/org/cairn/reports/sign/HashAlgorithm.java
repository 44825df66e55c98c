package org.cairn.reports.sign;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.cairn.proof.Bytes;

/// What evidence records hash with, weakest first (FIPS 180-4; identifiers: RFC 5754 section 2).
public enum HashAlgorithm {
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1"),
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2"),
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3");

    private final String word;
    private final String identifier;

    HashAlgorithm(String word, String identifier) {
        this.word = word;
        this.identifier = identifier;
    }

    /// As people and the JDK call it, e.g. `SHA-256`.
    public String word() {
        return word;
    }

    public static Optional<HashAlgorithm> named(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equalsIgnoreCase(word))
                .findFirst();
    }

    static Optional<HashAlgorithm> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(one -> one.identifier.equals(identifier.getId()))
                .findFirst();
    }

    AlgorithmIdentifier encoded() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(identifier));
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(word);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + word, e);
        }
    }

    Bytes hash(Bytes... parts) {
        MessageDigest digest = digest();
        for (Bytes part : parts) {
            digest.update(part.asByteBuffer());
        }
        return Bytes.copyOf(digest.digest());
    }
}
