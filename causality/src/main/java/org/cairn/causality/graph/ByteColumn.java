package org.cairn.causality.graph;

import java.util.ArrayList;
import java.util.List;

/// Bytes that are only appended, with integers of variable length (base 128, low groups first; negative ones folded to
/// the odd numbers).
final class ByteColumn {
    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;

    private final List<byte[]> pieces = new ArrayList<>();
    private int size;

    /// Where the next byte goes.
    int size() {
        return size;
    }

    void add(int value) {
        if (size == (long) pieces.size() << PIECE_BITS) {
            pieces.add(new byte[PIECE]);
        }
        pieces.get(size >>> PIECE_BITS)[size & (PIECE - 1)] = (byte) value;
        size = Math.incrementExact(size);
    }

    void set(int position, int value) {
        pieces.get(position >>> PIECE_BITS)[position & (PIECE - 1)] = (byte) value;
    }

    void addNumber(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            add((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        add((int) rest);
    }

    int get(int position) {
        return pieces.get(position >>> PIECE_BITS)[position & (PIECE - 1)] & 0xff;
    }

    long sizeBytes() {
        return (long) PIECE * pieces.size();
    }

    /// Reads from a position on.
    final class Cursor {
        private int position;

        Cursor(int position) {
            this.position = position;
        }

        int position() {
            return position;
        }

        int next() {
            return get(position++);
        }

        long number() {
            long folded = 0;
            for (int shift = 0; ; shift += 7) {
                int group = next();
                folded |= (group & 0x7fL) << shift;
                if (group < 0x80) {
                    return folded >>> 1 ^ -(folded & 1);
                }
            }
        }
    }
}
