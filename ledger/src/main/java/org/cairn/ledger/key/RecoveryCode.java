package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A second way to open the keys, to be printed and locked away: 256 random bits and a 24-bit checksum against
/// typing errors, as 14 groups of four letters and digits. A signing key is derived from the same bits (HKDF-SHA256,
/// RFC 5869), apart from what opens.
public final class RecoveryCode {
    /// Base 32 (RFC 4648 section 6).
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final String ENTRY_KEY = "cairn recovery code, entry key v1";
    private static final int SECRET_SIZE_BYTES = 32;
    private static final int CHECKSUM_SIZE_BYTES = 3;
    private static final int LETTERS = (SECRET_SIZE_BYTES + CHECKSUM_SIZE_BYTES) * Byte.SIZE / 5;
    private static final int GROUP = 4;

    private final Bytes secret;

    private RecoveryCode(Bytes secret) {
        this.secret = secret;
    }

    static RecoveryCode random(SecureRandom random) {
        byte[] secret = new byte[SECRET_SIZE_BYTES];
        random.nextBytes(secret);
        return new RecoveryCode(Bytes.copyOf(secret));
    }

    /// Reads what [#text()] gave, in upper or lower case, with or without the hyphens and spaces between
    /// groups.
    /// @throws KeyException where it is not a code, or a letter was mistyped
    public static RecoveryCode parse(String typed) throws KeyException {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (letters.length() != LETTERS || !letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new KeyException("A recovery code has " + LETTERS
                    + " letters A to Z and digits 2 to 7; this has another length or other characters.");
        }
        Bytes decoded = decode(letters);
        RecoveryCode code = new RecoveryCode(decoded.slice(0, SECRET_SIZE_BYTES));
        if (!code.withChecksum().equals(decoded)) {
            throw new KeyException("The recovery code does not fit its checksum: a letter was mistyped.");
        }
        return code;
    }

    /// The code in groups, for a person to keep.
    public String text() {
        Bytes bytes = withChecksum();
        StringBuilder text = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            int value = 0;
            for (int bit = letter * 5; bit < letter * 5 + 5; bit++) {
                value = value << 1 | bytes.at(bit / Byte.SIZE) >> Byte.SIZE - 1 - bit % Byte.SIZE & 1;
            }
            text.append(letter > 0 && letter % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    Bytes secret() {
        return secret;
    }

    /// Signs as the code's own key, which an entry made known: it brings an administrator back, and nothing else.
    public EntrySigner signer() {
        byte[] key = secret.toByteArray();
        byte[] seed = Derivation.forUse(key, ENTRY_KEY);
        try {
            return new EntrySigner(Ed25519PrivateKey.ofSeed(Bytes.copyOf(seed)));
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(seed, (byte) 0);
        }
    }

    private Bytes withChecksum() {
        byte[] digest = Digest.sha256(secret).toByteArray();
        return secret.concat(Bytes.copyOf(digest).slice(0, CHECKSUM_SIZE_BYTES));
    }

    private static Bytes decode(String letters) {
        byte[] bytes = new byte[SECRET_SIZE_BYTES + CHECKSUM_SIZE_BYTES];
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            int value = ALPHABET.indexOf(letters.charAt(bit / 5));
            int set = value >> 4 - bit % 5 & 1;
            bytes[bit / Byte.SIZE] |= (byte) (set << Byte.SIZE - 1 - bit % Byte.SIZE);
        }
        return Bytes.copyOf(bytes);
    }

    /// Never the code itself.
    @Override
    public String toString() {
        return "a recovery code";
    }
}
