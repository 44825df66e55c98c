package org.cairn.ledger.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.cairn.proof.Bytes;

/// A file of a ledger as `docs/ledger-format.md` describes it, read and written without the code under test.
sealed interface LedgerFile {
    /// What kind of file it is, in words.
    String kind();

    /// How many bytes from the start say something.
    default int usedBytes(byte[] content) {
        return content.length;
    }

    /// The entry to which a byte belongs, where it belongs to one.
    default Optional<Long> entryAt(byte[] content, int offset) {
        return Optional.empty();
    }

    /// Whether it holds entries one after the other.
    default boolean hasRecords() {
        return false;
    }

    default long firstEntry(byte[] content) {
        throw new IllegalStateException(kind() + " holds no entries");
    }

    default List<Bytes> entries(byte[] content) {
        throw new IllegalStateException(kind() + " holds no entries");
    }

    default byte[] encode(List<Bytes> entries) {
        throw new IllegalStateException(kind() + " holds no entries");
    }

    /// The entry whose bytes reach beyond an offset, where entries follow each other from `start` on.
    /// @param size what an entry takes with what stands around it
    private static Optional<Long> entryAt(
            int offset, int start, long first, List<Bytes> entries, ToIntFunction<Bytes> size) {
        int at = start;
        for (int i = 0; i < entries.size(); i++) {
            at += size.applyAsInt(entries.get(i));
            if (offset < at) {
                return Optional.of(first + i);
            }
        }
        return Optional.empty();
    }

    /// A checkpoint, or a tile above level 0.
    record Other(String kind) implements LedgerFile {}

    /// A tile of level 0.
    record LeafTile(String kind, long first) implements LedgerFile {
        @Override
        public Optional<Long> entryAt(byte[] content, int offset) {
            return Optional.of(first + Math.min(offset, content.length - 1) / 32);
        }
    }

    /// A bundle of entries, each behind its length in two bytes.
    record Bundle(String kind, long first) implements LedgerFile {
        @Override
        public Optional<Long> entryAt(byte[] content, int offset) {
            return LedgerFile.entryAt(offset, 0, first, entries(content), entry -> 2 + entry.size());
        }

        @Override
        public boolean hasRecords() {
            return true;
        }

        @Override
        public long firstEntry(byte[] content) {
            return first;
        }

        @Override
        public List<Bytes> entries(byte[] content) {
            List<Bytes> entries = new ArrayList<>();
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                byte[] entry = new byte[left.getShort() & 0xffff];
                left.get(entry);
                entries.add(Bytes.copyOf(entry));
            }
            return entries;
        }

        @Override
        public byte[] encode(List<Bytes> entries) {
            ByteBuffer content = ByteBuffer.allocate(
                    entries.stream().mapToInt(entry -> 2 + entry.size()).sum());
            entries.forEach(entry -> content.putShort((short) entry.size()).put(entry.toByteArray()));
            return content.array();
        }
    }

    /// `tail.log`.
    record Tail(String kind, long first) implements LedgerFile {
        private static final int SIZE_BYTES = 4_186_112;
        private static final byte[] HEADER =
                Bytes.utf8("cairn ledger tail, version 1   \n").toByteArray();

        @Override
        public int usedBytes(byte[] content) {
            int used = HEADER.length;
            for (Bytes entry : entries(content)) {
                used += padded(entry);
            }
            return used;
        }

        @Override
        public Optional<Long> entryAt(byte[] content, int offset) {
            return LedgerFile.entryAt(offset, HEADER.length, first, entries(content), Tail::padded);
        }

        @Override
        public boolean hasRecords() {
            return true;
        }

        @Override
        public long firstEntry(byte[] content) {
            return first;
        }

        @Override
        public List<Bytes> entries(byte[] content) {
            List<Bytes> entries = new ArrayList<>();
            ByteBuffer file = ByteBuffer.wrap(content);
            int at = HEADER.length;
            while (at < content.length && file.getInt(at) != 0) {
                byte[] entry = new byte[file.getInt(at)];
                file.get(at + 32, entry);
                entries.add(Bytes.copyOf(entry));
                at += padded(entries.getLast());
            }
            return entries;
        }

        /// As one group, with checksums that fit.
        @Override
        public byte[] encode(List<Bytes> entries) {
            ByteBuffer content = ByteBuffer.allocate(SIZE_BYTES).put(HEADER);
            long index = first;
            for (Bytes entry : entries) {
                int at = content.position();
                content.putInt(entry.size())
                        .putInt(crc(entry.toByteArray()))
                        .putLong(index++)
                        .putLong(first);
                content.putInt(0).putInt(crc(content.slice(at, 28)));
                content.put(entry.toByteArray()).position(at + padded(entry));
            }
            return content.array();
        }

        private static int padded(Bytes entry) {
            return 32 + (entry.size() + 31) / 32 * 32;
        }

        private static int crc(byte[] bytes) {
            return crc(ByteBuffer.wrap(bytes));
        }

        private static int crc(ByteBuffer bytes) {
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            return (int) crc.getValue();
        }
    }

    Pattern TILE = Pattern.compile("tile/(entries|\\d)/((?:x\\d{3}/)*\\d{3})(\\.p/\\d+)?");

    /// @param name    below the ledger's folder, with `/`
    /// @param bundled how many entries are in full bundles
    static LedgerFile of(String name, long bundled) {
        Matcher tile = TILE.matcher(name);
        if (!tile.matches()) {
            return name.equals("tail.log") ? new Tail(name, bundled) : new Other(name);
        }
        long first = Long.parseLong(tile.group(2).replaceAll("[x/]", "")) * 256;
        String width = tile.group(3) == null ? "full" : "partial";
        return switch (tile.group(1)) {
            case "entries" -> new Bundle(width + " bundle", first);
            case "0" -> new LeafTile(width + " tile of level 0", first);
            default -> new Other(width + " tile of level " + tile.group(1));
        };
    }
}
