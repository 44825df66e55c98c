package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Tiles;

/// `tail.log`: the newest entries, until they are in a bundle and room is needed. It is written with its full size at
/// once, so that an append changes no metadata and one `fdatasync` makes it durable. Used by one thread.
final class TailLog implements AutoCloseable {
    static final String FILE = "tail.log";
    /// The limit of the ledger; the format of bundles would allow 65,535.
    static final int ENTRY_SIZE_LIMIT_BYTES = 16 * 1024;
    /// Names format and version.
    static final Bytes FILE_HEADER = Bytes.utf8("cairn ledger tail, version 1   \n");
    /// Room for one entry less than a bundle, all of the largest size.
    static final int SIZE_BYTES =
            FILE_HEADER.size() + (Tiles.WIDTH - 1) * TailRecord.paddedSize(ENTRY_SIZE_LIMIT_BYTES);

    private FileChannel channel;
    private int endOffset;

    private TailLog(FileChannel channel, int endOffset) {
        this.channel = channel;
        this.endOffset = endOffset;
    }

    static void create(DurableFolder folder) throws IOException {
        folder.write(FILE, file(ByteBuffer.allocate(0)));
    }

    private static Bytes file(ByteBuffer records) {
        ByteBuffer content = ByteBuffer.allocate(SIZE_BYTES);
        content.put(FILE_HEADER.asByteBuffer()).put(records);
        return Bytes.copyOf(content.array());
    }

    static TailScan scan(DurableFolder folder, long bundled) throws IOException {
        return TailScan.of(folder.read(FILE, 2 * SIZE_BYTES).asByteBuffer(), bundled);
    }

    /// Opens the tail for appending after what `scan` found. Removes what was never acknowledged; and where every entry
    /// is in a bundle, all of them.
    static TailLog open(DurableFolder folder, TailScan scan) throws IOException {
        TailLog tail = new TailLog(channel(folder), scan.endOffset());
        int keep = scan.entries().isEmpty() ? FILE_HEADER.size() : scan.endOffset();
        if (scan.leftover() || keep < scan.endOffset()) {
            tail.zero(keep, SIZE_BYTES);
            tail.endOffset = keep;
        }
        return tail;
    }

    private static FileChannel channel(DurableFolder folder) throws IOException {
        return FileChannel.open(folder.path(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// How many of the entries, from the first on, there is room for. One bundle's entries but one, of any size, fit
    /// into a tail that holds nothing else.
    int fitting(List<Bytes> entries) {
        int room = SIZE_BYTES - endOffset;
        int fitting = 0;
        while (fitting < entries.size()
                && TailRecord.paddedSize(entries.get(fitting).size()) <= room) {
            room -= TailRecord.paddedSize(entries.get(fitting).size());
            fitting++;
        }
        return fitting;
    }

    /// Durable on return. Requires room for all of them.
    void append(long firstIndex, List<Bytes> entries) throws IOException {
        ByteBuffer group = encode(firstIndex, entries);
        int size = group.remaining();
        write(group, endOffset);
        ForceFailed.force(channel, false);
        endOffset += size;
    }

    /// Takes back an append that failed half-way.
    void takeBack(List<Bytes> entries) throws IOException {
        zero(endOffset, endOffset + sizeOf(entries));
    }

    /// Whether it has no room for others than these, which it holds.
    boolean holdsOnly(List<Bytes> entries) {
        return endOffset == FILE_HEADER.size() + sizeOf(entries);
    }

    /// Empties the tail once its entries are in bundles.
    void clear() throws IOException {
        zero(FILE_HEADER.size(), endOffset);
        endOffset = FILE_HEADER.size();
    }

    /// Puts a new file in place that holds only what is not in a bundle yet. Each entry is a group of its own in it:
    /// all of them were acknowledged, so none may pass for a write that was cut off.
    /// @param entries less than a bundle
    void startAnew(DurableFolder folder, long firstIndex, List<Bytes> entries) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(sizeOf(entries));
        for (int i = 0; i < entries.size(); i++) {
            records.put(encode(firstIndex + i, entries.subList(i, i + 1)));
        }
        folder.write(FILE, file(records.flip()));
        FileChannel old = channel;
        try {
            channel = channel(folder);
        } catch (IOException e) {
            // a full disk may be tried again, but the old file, which is still open, is no longer the ledger's
            throw new IOException("the new file cannot be opened", e);
        }
        endOffset = FILE_HEADER.size() + records.limit();
        old.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int sizeOf(List<Bytes> entries) {
        return entries.stream()
                .mapToInt(entry -> TailRecord.paddedSize(entry.size()))
                .sum();
    }

    private void zero(int from, int to) throws IOException {
        write(ByteBuffer.allocate(to - from), from);
        ForceFailed.force(channel, false);
    }

    private static ByteBuffer encode(long firstIndex, List<Bytes> entries) {
        ByteBuffer group = ByteBuffer.allocate(sizeOf(entries));
        long index = firstIndex;
        for (Bytes entry : entries) {
            int start = group.position();
            TailRecord.of(entry, index++, firstIndex).writeTo(group);
            group.put(entry.asByteBuffer()).position(start + TailRecord.paddedSize(entry.size()));
        }
        return group.flip();
    }

    private void write(ByteBuffer bytes, int offset) throws IOException {
        int at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
