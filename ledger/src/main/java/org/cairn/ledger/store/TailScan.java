package org.cairn.ledger.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// What `tail.log` holds, judged by its checksums.
/// @param entries   whole entries, the first of them with index `from`
/// @param endOffset where the next entry goes
/// @param leftover  whether something that was never acknowledged stands behind them
/// @param damage    what is wrong with what had been acknowledged
record TailScan(long from, List<Bytes> entries, int endOffset, boolean leftover, List<String> damage) {
    /// The smallest run of bytes that disks write as a whole.
    private static final int SECTOR_SIZE_BYTES = 512;

    private static final ByteBuffer ZEROS = ByteBuffer.allocate(1 << 16).asReadOnlyBuffer();

    TailScan {
        entries = List.copyOf(entries);
        damage = List.copyOf(damage);
    }

    /// Reads the records of a tail.
    /// @param bundled entries below this index are in full bundles already
    static TailScan of(ByteBuffer file, long bundled) {
        return new Reading(file, bundled).read();
    }

    private static final class Reading {
        private final ByteBuffer file;
        private final long bundled;
        private final List<Bytes> entries = new ArrayList<>();
        private int offset = TailLog.FILE_HEADER.size();
        private long next;

        Reading(ByteBuffer file, long bundled) {
            this.file = file;
            this.bundled = bundled;
            this.next = bundled;
        }

        TailScan read() {
            if (file.limit() != TailLog.SIZE_BYTES) {
                return wrongSize();
            }
            if (!startsAsTail()) {
                return result("the first " + TailLog.FILE_HEADER.size() + " bytes are not those of a tail");
            }
            Optional<String> damage = readRecords();
            return damage.isPresent()
                    ? result(damage.get())
                    : new TailScan(bundled, entries, offset, !isZero(offset, file.limit()), List.of());
        }

        /// The whole records before the cut are still read.
        private TailScan wrongSize() {
            if (file.limit() < TailLog.SIZE_BYTES && startsAsTail()) {
                readRecords();
            }
            return result("the file has " + file.limit() + " bytes instead of " + TailLog.SIZE_BYTES);
        }

        private boolean startsAsTail() {
            int headerSize = TailLog.FILE_HEADER.size();
            return file.limit() >= headerSize && file.slice(0, headerSize).equals(TailLog.FILE_HEADER.asByteBuffer());
        }

        /// Walks over whole records; stops at the first place without one.
        private Optional<String> readRecords() {
            boolean first = true;
            while (offset + TailRecord.HEADER_SIZE_BYTES <= file.limit()
                    && !isZero(offset, offset + TailRecord.HEADER_SIZE_BYTES)) {
                if (!TailRecord.isAt(file, offset)) {
                    return Optional.of("byte " + offset + ": the header of entry " + next + " is damaged");
                }
                TailRecord tailRecord = TailRecord.readAt(file, offset);
                if (first && tailRecord.index() <= bundled) {
                    next = tailRecord.index();
                }
                first = false;
                if (tailRecord.index() != next || !hasRoom(tailRecord)) {
                    return Optional.of("byte " + offset + ": entry " + tailRecord.index() + " of "
                            + tailRecord.sizeBytes() + " bytes stands where entry " + next + " belongs");
                }
                if (!tailRecord.bodyFits(file, offset)) {
                    return wasCutOff(tailRecord)
                            ? laterGroup()
                            : Optional.of("byte " + offset + ": the checksum of entry " + next + " does not fit");
                }
                int padding = offset + TailRecord.HEADER_SIZE_BYTES + tailRecord.sizeBytes();
                if (!isZero(padding, offset + TailRecord.paddedSize(tailRecord.sizeBytes()))) {
                    return Optional.of("byte " + padding + ": the padding after entry " + next + " is not zero");
                }
                take(tailRecord);
            }
            return laterGroup();
        }

        private boolean hasRoom(TailRecord tailRecord) {
            int size = tailRecord.sizeBytes();
            return size > 0
                    && size <= TailLog.ENTRY_SIZE_LIMIT_BYTES
                    && TailRecord.paddedSize(size) <= file.limit() - offset;
        }

        private void take(TailRecord tailRecord) {
            if (next >= bundled) {
                int from = offset + TailRecord.HEADER_SIZE_BYTES;
                byte[] entry = new byte[tailRecord.sizeBytes()];
                file.get(from, entry);
                entries.add(Bytes.copyOf(entry));
            }
            next++;
            offset += TailRecord.paddedSize(tailRecord.sizeBytes());
        }

        /// A write that was cut off left at least one sector as it was before: zeros. A changed bit does not.
        private boolean wasCutOff(TailRecord tailRecord) {
            int from = offset + TailRecord.HEADER_SIZE_BYTES;
            int to = from + tailRecord.sizeBytes();
            while (from < to) {
                int end = Math.min(to, from / SECTOR_SIZE_BYTES * SECTOR_SIZE_BYTES + SECTOR_SIZE_BYTES);
                if (isZero(from, end)) {
                    return true;
                }
                from = end;
            }
            return false;
        }

        /// An entry of a later group further on shows that the group of entry `next` had been acknowledged:
        /// then its absence is damage, not a write that was cut off.
        private Optional<String> laterGroup() {
            long expected = Math.max(next, bundled);
            for (int at = offset;
                    at + TailRecord.HEADER_SIZE_BYTES <= file.limit();
                    at += TailRecord.HEADER_SIZE_BYTES) {
                if (TailRecord.isAt(file, at)) {
                    TailRecord later = TailRecord.readAt(file, at);
                    if (later.groupStart() > expected) {
                        return Optional.of("byte " + offset + ": entry " + expected + " is gone, but entry "
                                + later.index() + " is there, which was written after it");
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isZero(int from, int to) {
            for (int at = from; at < to; at += ZEROS.capacity()) {
                int size = Math.min(ZEROS.capacity(), to - at);
                if (file.slice(at, size).mismatch(ZEROS.slice(0, size)) >= 0) {
                    return false;
                }
            }
            return true;
        }

        private TailScan result(String damage) {
            return new TailScan(bundled, entries, offset, false, List.of(damage));
        }
    }
}
