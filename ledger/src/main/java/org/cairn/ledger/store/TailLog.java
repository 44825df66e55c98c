package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Tiles;

/// `tail.log`: the newest entries, until their bundle is full. It is written with its full size at once, so
/// that an append changes no metadata and one `fdatasync` makes it durable. Used by one thread.
final class TailLog implements AutoCloseable {
    static final String FILE = "tail.log";
    /// The limit of the ledger; the format of bundles would allow 65,535.
    static final int ENTRY_SIZE_LIMIT_BYTES = 16 * 1024;
    /// Names format and version.
    static final Bytes FILE_HEADER = Bytes.utf8("cairn ledger tail, version 1   \n");
    /// Room for one entry less than a bundle, all of the largest size.
    static final int SIZE_BYTES =
            FILE_HEADER.size() + (Tiles.WIDTH - 1) * TailRecord.paddedSize(ENTRY_SIZE_LIMIT_BYTES);

    private final FileChannel channel;
    private int endOffset;

    private TailLog(FileChannel channel, int endOffset) {
        this.channel = channel;
        this.endOffset = endOffset;
    }

    static void create(DurableFolder folder) throws IOException {
        byte[] content = new byte[SIZE_BYTES];
        FILE_HEADER.asByteBuffer().get(content, 0, FILE_HEADER.size());
        folder.write(FILE, Bytes.copyOf(content));
    }

    static TailScan scan(DurableFolder folder, long bundled) throws IOException {
        return TailScan.of(folder.read(FILE, 2 * SIZE_BYTES).asByteBuffer(), bundled);
    }

    /// Opens the tail for appending after what `scan` found, and removes what was never acknowledged.
    static TailLog open(DurableFolder folder, TailScan scan) throws IOException {
        FileChannel channel = FileChannel.open(folder.path(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE);
        TailLog tail = new TailLog(channel, scan.endOffset());
        if (scan.leftover()) {
            tail.endOffset = scan.entries().isEmpty() ? FILE_HEADER.size() : scan.endOffset();
            tail.zero(tail.endOffset, SIZE_BYTES);
        }
        return tail;
    }

    /// Durable on return. Requires room, which the size of bundles gives.
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

    /// Empties the tail once its entries are in a bundle.
    void clear() throws IOException {
        zero(FILE_HEADER.size(), endOffset);
        endOffset = FILE_HEADER.size();
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
