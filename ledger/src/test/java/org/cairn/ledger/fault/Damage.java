package org.cairn.ledger.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cairn.proof.Bytes;

/// What can happen to a file of a ledger. The first kinds know bytes only; the others know where records begin and end,
/// and repair lengths, indexes and checksums.
enum Damage {
    BIT_FLIPPED("one bit flipped"),
    BLOCK_ZEROED("512 bytes zeroed"),
    PAGE_ZEROED("4096 bytes zeroed"),
    TAIL_CUT("tail cut"),
    BYTES_ADDED("bytes added"),
    EMPTIED("emptied"),
    RECORD_DROPPED("record dropped"),
    RECORDS_SWAPPED("records swapped"),
    RECORD_DUPLICATED("record duplicated"),
    RECORD_EDITED("record edited");

    final String words;

    Damage(String words) {
        this.words = words;
    }

    /// @param first the entry at fault, where the damage lies in one; the first of them where it lies in several
    record Done(Bytes content, Optional<Long> first) {
        Done(byte[] content, Optional<Long> first) {
            this(Bytes.copyOf(content), first);
        }
    }

    boolean needsRecords() {
        return compareTo(RECORD_DROPPED) >= 0;
    }

    /// Empty where the file happens not to change.
    Optional<Done> applyTo(LedgerFile file, byte[] good, Random random) {
        Done done = switch (this) {
            case BIT_FLIPPED -> {
                byte[] bad = good.clone();
                int at = random.nextInt(file.usedBytes(good));
                bad[at] ^= (byte) (1 << random.nextInt(8));
                yield new Done(bad, file.entryAt(good, at));
            }
            case BLOCK_ZEROED -> zeroed(file, good, 512, random);
            case PAGE_ZEROED -> zeroed(file, good, 4096, random);
            case TAIL_CUT -> {
                int size = random.nextInt(1, file.usedBytes(good));
                yield new Done(Arrays.copyOf(good, size), entryAfterCut(file, good, size));
            }
            case BYTES_ADDED -> new Done(Arrays.copyOf(good, good.length + 1 + random.nextInt(64)), Optional.empty());
            case EMPTIED -> new Done(new byte[0], entryAfterCut(file, good, 0));
            case RECORD_DROPPED, RECORDS_SWAPPED, RECORD_DUPLICATED, RECORD_EDITED -> records(file, good, random);
        };
        return done.content.equals(Bytes.copyOf(good)) ? Optional.empty() : Optional.of(done);
    }

    /// A tile that is too short is named as a whole: the entries themselves are there.
    private static Optional<Long> entryAfterCut(LedgerFile file, byte[] good, int size) {
        return file.hasRecords() ? file.entryAt(good, size) : Optional.empty();
    }

    private static Done zeroed(LedgerFile file, byte[] good, int size, Random random) {
        int from = random.nextInt(file.usedBytes(good)) / size * size;
        int to = Math.min(from + size, good.length);
        byte[] bad = good.clone();
        Arrays.fill(bad, from, to, (byte) 0);
        int differs = Arrays.mismatch(good, bad);
        return new Done(bad, differs < 0 ? Optional.empty() : file.entryAt(good, differs));
    }

    private Done records(LedgerFile file, byte[] good, Random random) {
        List<Bytes> entries = new ArrayList<>(file.entries(good));
        int i = random.nextInt(entries.size() - 1);
        switch (this) {
            case RECORD_DROPPED -> entries.remove(i);
            case RECORDS_SWAPPED -> Collections.swap(entries, i, random.nextInt(i + 1, entries.size()));
            case RECORD_DUPLICATED -> entries.add(i + 1, entries.get(i));
            default -> {
                byte[] edited = entries.get(i).toByteArray();
                edited[random.nextInt(edited.length)] ^= (byte) (1 + random.nextInt(127));
                entries.set(i, Bytes.copyOf(edited));
            }
        }
        int differs = this == RECORD_DUPLICATED ? i + 1 : i;
        return new Done(file.encode(entries), Optional.of(file.firstEntry(good) + differs));
    }
}
