package org.cairn.ledger.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cairn.proof.Digest;

/// The headers of all entries in memory, one array for each member: some 50 bytes an entry, so that a question about
/// all
/// of them is one pass over a few megabytes. Filled in the order of the entries; not safe for use by several threads.
final class EntryColumns {
    /// No value: an entry without header has no kind, most have no end.
    private static final int NONE = -1;

    private final Codes<Kind> kinds = new Codes<>();
    private final Codes<String> subjects = new Codes<>();
    private final List<Digest> references = new ArrayList<>();
    private final List<Instant> ends = new ArrayList<>();
    private int[] kind = new int[1024];
    private int[] subject = new int[1024];
    private int[] reference = new int[1024];
    private int[] end = new int[1024];
    private final Times recordedAt = new Times();
    private final Times validFrom = new Times();
    private int size;

    /// Events of one name and version have one shape.
    private record Kind(String name, int version) {}

    /// Each distinct value once.
    private static final class Codes<T> {
        private final Map<T, Integer> codes = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int code(T value) {
            return codes.computeIfAbsent(value, added -> {
                values.add(added);
                return values.size() - 1;
            });
        }

        OptionalInt known(T value) {
            Integer code = codes.get(value);
            return code == null ? OptionalInt.empty() : OptionalInt.of(code);
        }
    }

    /// Instants as seconds and nanoseconds.
    private static final class Times {
        private long[] seconds = new long[1024];
        private int[] nanos = new int[1024];

        void set(int entry, Instant time) {
            if (entry == seconds.length) {
                seconds = Arrays.copyOf(seconds, longer(entry));
                nanos = Arrays.copyOf(nanos, longer(entry));
            }
            seconds[entry] = time.getEpochSecond();
            nanos[entry] = time.getNano();
        }

        Instant get(int entry) {
            return Instant.ofEpochSecond(seconds[entry], nanos[entry]);
        }

        boolean isAfter(int entry, Instant time) {
            long second = time.getEpochSecond();
            return seconds[entry] > second || seconds[entry] == second && nanos[entry] > time.getNano();
        }

        boolean isBefore(int entry, int other) {
            return seconds[entry] < seconds[other] || seconds[entry] == seconds[other] && nanos[entry] < nanos[other];
        }
    }

    private static int longer(int length) {
        return length + (length >> 1);
    }

    long size() {
        return size;
    }

    /// The next entry.
    void add(Optional<EntryHeader> header) {
        if (size == kind.length) {
            kind = Arrays.copyOf(kind, longer(size));
            subject = Arrays.copyOf(subject, longer(size));
            reference = Arrays.copyOf(reference, longer(size));
            end = Arrays.copyOf(end, longer(size));
        }
        kind[size] =
                header.map(h -> kinds.code(new Kind(h.kind(), h.version()))).orElse(NONE);
        subject[size] = header.flatMap(EntryHeader::subject).map(subjects::code).orElse(NONE);
        reference[size] = slot(references, header.flatMap(EntryHeader::reference));
        end[size] = slot(ends, header.flatMap(EntryHeader::validTo));
        recordedAt.set(size, header.map(EntryHeader::recordedAt).orElse(Instant.MIN));
        validFrom.set(size, header.map(EntryHeader::validFrom).orElse(Instant.MIN));
        size++;
    }

    private static <T> int slot(List<T> values, Optional<T> value) {
        return value.map(present -> {
                    values.add(present);
                    return values.size() - 1;
                })
                .orElse(NONE);
    }

    Optional<EntryHeader> header(long entry) {
        int at = Math.toIntExact(entry);
        if (at >= size || kind[at] == NONE) {
            return Optional.empty();
        }
        Kind known = kinds.values.get(kind[at]);
        return Optional.of(new EntryHeader(
                known.name,
                known.version,
                value(subjects.values, subject[at]),
                value(references, reference[at]),
                recordedAt.get(at),
                validFrom.get(at),
                value(ends, end[at])));
    }

    private static <T> Optional<T> value(List<T> values, int slot) {
        return slot == NONE ? Optional.empty() : Optional.of(values.get(slot));
    }

    /// Entries of this kind in any version, from entry `from` to before `upTo`, oldest first.
    List<Long> entries(String name, long from, long upTo) {
        boolean[] wanted = new boolean[kinds.values.size()];
        for (int code = 0; code < wanted.length; code++) {
            wanted[code] = kinds.values.get(code).name.equals(name);
        }
        List<Long> found = new ArrayList<>();
        for (int entry = (int) from; entry < Math.min(size, upTo); entry++) {
            if (kind[entry] != NONE && wanted[kind[entry]]) {
                found.add((long) entry);
            }
        }
        return found;
    }

    /// Entries about a subject among the first `upTo`, oldest first.
    List<Long> about(String text, long upTo) {
        OptionalInt code = subjects.known(text);
        List<Long> found = new ArrayList<>();
        for (int entry = 0; code.isPresent() && entry < Math.min(size, upTo); entry++) {
            if (subject[entry] == code.getAsInt()) {
                found.add((long) entry);
            }
        }
        return found;
    }

    /// For each subject the entry of this kind that holds at `validAt`: of those whose period contains it the one with
    /// the latest start, and of those the last recorded. In the order of the entries.
    List<Long> latestPerSubject(String name, int version, Instant validAt, long upTo) {
        OptionalInt wanted = kinds.known(new Kind(name, version));
        int[] latest = new int[subjects.values.size()];
        Arrays.fill(latest, NONE);
        for (int entry = 0; wanted.isPresent() && entry < Math.min(size, upTo); entry++) {
            int about = subject[entry];
            if (kind[entry] == wanted.getAsInt() && about != NONE && isValidAt(entry, validAt)) {
                if (latest[about] == NONE || !validFrom.isBefore(entry, latest[about])) {
                    latest[about] = entry;
                }
            }
        }
        return Arrays.stream(latest)
                .filter(entry -> entry != NONE)
                .sorted()
                .asLongStream()
                .boxed()
                .toList();
    }

    private boolean isValidAt(int entry, Instant at) {
        return !validFrom.isAfter(entry, at)
                && (end[entry] == NONE || ends.get(end[entry]).isAfter(at));
    }

    /// All before the first that claims a later time.
    long sizeKnownAt(Instant knownAt) {
        int entry = 0;
        while (entry < size && (kind[entry] == NONE || !recordedAt.isAfter(entry, knownAt))) {
            entry++;
        }
        return entry;
    }

    /// Entries without a header.
    List<Long> withoutHeader() {
        List<Long> found = new ArrayList<>();
        for (int entry = 0; entry < size; entry++) {
            if (kind[entry] == NONE) {
                found.add((long) entry);
            }
        }
        return found;
    }
}
