package org.cairn.causality.graph;

import java.util.ArrayList;
import java.util.List;

/// Integers in a row, in pieces, so that growing copies nothing.
final class IntColumn {
    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private final List<int[]> pieces = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    /// @return its index
    int add(int value) {
        if (size == pieces.size() << PIECE_BITS) {
            pieces.add(new int[PIECE]);
        }
        set(size, value);
        return size++;
    }

    /// Fills up with `value` to have a place of that index.
    void reach(int index, int value) {
        while (size <= index) {
            add(value);
        }
    }

    int get(int index) {
        return pieces.get(index >>> PIECE_BITS)[index & (PIECE - 1)];
    }

    void set(int index, int value) {
        pieces.get(index >>> PIECE_BITS)[index & (PIECE - 1)] = value;
    }

    long sizeBytes() {
        return 4L * PIECE * pieces.size();
    }
}
