package org.cairn.causality.graph;

import java.util.Arrays;
import java.util.OptionalInt;

/// Byte strings, each kept once and numbered from 0 in the order in which they are first met. Open addressing over
/// columns:
/// its bytes and some 12 more for each.
final class Dictionary {
    private static final int EMPTY = -1; // a number that nothing has; never leaves this class

    private final ByteColumn bytes = new ByteColumn();
    private final IntColumn begins = new IntColumn();
    private int[] slots = filled(1 << 8);

    private static int[] filled(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /// Spreads what a plain hash leaves together (Knuth, TAOCP vol. 3, section 6.4).
    static int spread(int hash) {
        int spread = hash * 0x9E3779B1;
        return spread ^ spread >>> 15;
    }

    int size() {
        return begins.size();
    }

    /// Its number; a new one where it was not met before.
    int number(Encoding word) {
        int slot = slot(word);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        int number = begins.add(bytes.size());
        for (int i = 0; i < word.size(); i++) {
            bytes.add(word.at(i));
        }
        slots[slot] = number;
        if (begins.size() * 10L > slots.length * 7L) {
            grow();
        }
        return number;
    }

    OptionalInt known(Encoding word) {
        int number = slots[slot(word)];
        return number == EMPTY ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private int slot(Encoding word) {
        int at = word.hash() & slots.length - 1;
        while (slots[at] != EMPTY && !isAt(slots[at], word)) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private boolean isAt(int number, Encoding word) {
        int begin = begins.get(number);
        if (end(number) - begin != word.size()) {
            return false;
        }
        for (int i = 0; i < word.size(); i++) {
            if ((byte) bytes.get(begin + i) != word.at(i)) {
                return false;
            }
        }
        return true;
    }

    private int end(int number) {
        return number + 1 < begins.size() ? begins.get(number + 1) : bytes.size();
    }

    private void grow() {
        slots = filled(slots.length * 2);
        for (int number = 0; number < begins.size(); number++) {
            int hash = 1;
            for (int i = begins.get(number); i < end(number); i++) {
                hash = 31 * hash + (byte) bytes.get(i);
            }
            int at = spread(hash) & slots.length - 1;
            while (slots[at] != EMPTY) {
                at = at + 1 & slots.length - 1;
            }
            slots[at] = number;
        }
    }

    /// Reads the word from its first byte on.
    ByteColumn.Cursor read(int number) {
        return bytes.new Cursor(begins.get(number));
    }

    /// The word as [Encoding#addText] wrote it alone.
    String text(int number) {
        ByteColumn.Cursor from = read(number);
        int end = end(number);
        StringBuilder text = new StringBuilder(end - begins.get(number));
        while (from.position() < end) {
            int value = 0;
            int group = 0x80;
            for (int shift = 0; group > 0x7f; shift += 7) {
                group = from.next();
                value |= (group & 0x7f) << shift;
            }
            text.append((char) value);
        }
        return text.toString();
    }

    long sizeBytes() {
        return bytes.sizeBytes() + begins.sizeBytes() + 4L * slots.length;
    }
}
