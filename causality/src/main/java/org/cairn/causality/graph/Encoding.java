package org.cairn.causality.graph;

import java.util.Arrays;

/// A byte string that is being put together, to be looked up in or added to a [Dictionary]. The same words give the
/// same
/// bytes, and other words others, as long as all that go into one dictionary are written in the same order of kinds.
final class Encoding {
    private byte[] bytes = new byte[64];
    private int size;

    /// Empty again.
    Encoding clear() {
        size = 0;
        return this;
    }

    int size() {
        return size;
    }

    byte at(int index) {
        return bytes[index];
    }

    Encoding addByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /// As [ByteColumn#addNumber].
    Encoding addNumber(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            addByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        return addByte((int) rest);
    }

    /// Every text whatever it holds, one byte for each character of ASCII.
    Encoding addText(String text) {
        for (int i = 0; i < text.length(); i++) {
            int rest = text.charAt(i);
            while (rest > 0x7f) {
                addByte(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            addByte(rest);
        }
        return this;
    }

    int hash() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + bytes[i];
        }
        return Dictionary.spread(hash);
    }
}
