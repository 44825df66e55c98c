package org.cairn.app.ui.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What entries say, in small letters and packed: a search that was made before need not read the ledger again. It
/// only decides which entries fit; what is shown of them is read from the ledger each time. All of it is dropped as
/// soon as the ledger holds another entry, which may name somebody or erase a name. Safe for any thread.
final class SoughtWords {
    /// Entries that are read at once.
    static final int PART = 1_000;

    /// Of a longer ledger the parts that were read first are kept: the newest.
    private static final int KEPT = 300;

    private final Map<Long, Packed> parts = new HashMap<>();
    private long head;

    /// Gives the words of the entries from `from` to before `to` by their number; none for what cannot be read.
    interface Reading {
        Map<Long, String> words(long from, long to) throws Exception;
    }

    private static final class Packed {
        private final long from;
        private final byte[] words;
        private final int[] ends;

        Packed(long from, long to, Map<Long, String> read) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            this.from = from;
            this.ends = new int[Math.toIntExact(to - from)];
            for (int i = 0; i < ends.length; i++) {
                all.writeBytes(
                        Optional.ofNullable(read.get(from + i)).orElse("").getBytes(StandardCharsets.UTF_8));
                ends[i] = all.size();
            }
            this.words = all.toByteArray();
        }

        List<Long> fitting(byte[] wanted, long before) {
            List<Long> fitting = new ArrayList<>();
            for (int i = Math.toIntExact(Math.min(ends.length, before - from)) - 1; i >= 0; i--) {
                if (contains(i == 0 ? 0 : ends[i - 1], ends[i], wanted)) {
                    fitting.add(from + i);
                }
            }
            return fitting;
        }

        private boolean contains(int start, int end, byte[] wanted) {
            for (int at = start; at <= end - wanted.length; at++) {
                int same = 0;
                while (same < wanted.length && words[at + same] == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return true;
                }
            }
            return false;
        }
    }

    /// The entries below `to` that fit, of the part that ends there, newest first.
    /// @param size   of the ledger now
    /// @param wanted in small letters
    List<Long> fitting(long size, long to, String wanted, Reading reading) throws Exception {
        return part(size, to, reading).fitting(wanted.getBytes(StandardCharsets.UTF_8), to);
    }

    /// Where the part begins that holds the entry below `to`.
    static long from(long to) {
        return (to - 1) / PART * PART;
    }

    /// Reads the part that ends below `to`, where that was not done yet.
    void prepare(long size, long to, Reading reading) throws Exception {
        part(size, to, reading);
    }

    private Packed part(long size, long to, Reading reading) throws Exception {
        long from = from(to);
        Optional<Packed> known = known(size, from);
        if (known.isPresent()) {
            return known.get();
        }
        long end = Math.min(size, from + PART);
        Packed packed = new Packed(from, end, reading.words(from, end));
        keep(size, packed);
        return packed;
    }

    private synchronized Optional<Packed> known(long size, long from) {
        if (size != head) {
            parts.clear();
            head = size;
        }
        return Optional.ofNullable(parts.get(from));
    }

    private synchronized void keep(long size, Packed packed) {
        if (size == head && parts.size() < KEPT) {
            parts.put(packed.from, packed);
        }
    }
}
