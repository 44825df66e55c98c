package org.cairn.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes with value equality. The one place that wraps an array, so that no record has to
/// hold one.
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /// Takes `value` without a copy; for callers in this package that hand over a fresh array.
    static Bytes owning(byte[] value) {
        return new Bytes(value);
    }

    /// Copies `value`.
    public static Bytes copyOf(byte[] value) {
        return value.length == 0 ? EMPTY : new Bytes(value.clone());
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param hex lower- or upper-case hexadecimal, two digits a byte
    /// @throws IllegalArgumentException if `hex` is not hexadecimal
    public static Bytes parseHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public static Bytes empty() {
        return EMPTY;
    }

    public int size() {
        return value.length;
    }

    public byte at(int index) {
        return value[index];
    }

    /// Requires `0 <= from <= to <= size()`.
    public Bytes slice(int from, int to) {
        if (from < 0 || from > to || to > value.length) {
            throw new IllegalArgumentException("slice " + from + ".." + to + " of " + value.length + " bytes");
        }
        return new Bytes(Arrays.copyOfRange(value, from, to));
    }

    public Bytes concat(Bytes other) {
        byte[] joined = Arrays.copyOf(value, value.length + other.value.length);
        System.arraycopy(other.value, 0, joined, value.length, other.value.length);
        return new Bytes(joined);
    }

    /// A fresh copy.
    public byte[] toByteArray() {
        return value.clone();
    }

    /// Feeds these bytes to a digest, without the copies that [#asByteBuffer()] costs there.
    public void update(MessageDigest digest) {
        digest.update(value);
    }

    /// A read-only view, without a copy.
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(value).asReadOnlyBuffer();
    }

    /// The text these bytes encode; malformed sequences become U+FFFD.
    public String asUtf8() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /// Lower-case hexadecimal.
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /// Size and a short prefix only: content may be evidence and does not belong into logs.
    @Override
    public String toString() {
        return value.length + " bytes";
    }
}
