package org.cairn.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest (FIPS 180-4): 32 bytes, held as four big-endian words.
public record Digest(long word0, long word1, long word2, long word3) implements Comparable<Digest> {
    public static final int SIZE_BYTES = 32;

    public static Digest sha256(Bytes content) {
        return of(newSha256().digest(content.toByteArray()));
    }

    /// @throws IllegalArgumentException unless `digest` has exactly 32 bytes
    public static Digest of(byte[] digest) {
        if (digest.length != SIZE_BYTES) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + digest.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /// @param hex 64 lower-case hexadecimal digits; upper case is refused so that each digest has one spelling
    /// @throws IllegalArgumentException if `hex` is anything else
    public static Digest parseHex(String hex) {
        if (hex.length() != 2 * SIZE_BYTES
                || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /// A fresh SHA-256 engine, for content that is streamed.
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] toByteArray() {
        return ByteBuffer.allocate(SIZE_BYTES)
                .putLong(word0)
                .putLong(word1)
                .putLong(word2)
                .putLong(word3)
                .array();
    }

    /// 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(toByteArray());
    }

    /// In the order of the bytes, read as unsigned.
    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(word0, other.word0);
        order = order != 0 ? order : Long.compareUnsigned(word1, other.word1);
        order = order != 0 ? order : Long.compareUnsigned(word2, other.word2);
        return order != 0 ? order : Long.compareUnsigned(word3, other.word3);
    }

    @Override
    public String toString() {
        return hex();
    }
}
