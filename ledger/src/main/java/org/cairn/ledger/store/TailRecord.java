package org.cairn.ledger.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.cairn.proof.Bytes;

/// The header before each entry in `tail.log`: 32 bytes, big-endian, always at a multiple of 32 so that no
/// sector boundary cuts it.
/// ```
///  0 size of the entry (4)   4 CRC32C of the entry (4)   8 index of the entry (8)
/// 16 index of the first entry that was written with it (8)   24 zero (4)   28 CRC32C of bytes 0 to 27 (4)
/// ```
/// @param groupStart entries from here to `index` were written by one write and acknowledged together: whatever
///                   stands before `groupStart` had been forced to the disk before
record TailRecord(int sizeBytes, int bodyCrc, long index, long groupStart) {
    static final int HEADER_SIZE_BYTES = 32;
    private static final int CRC_OFFSET = 28;

    static TailRecord of(Bytes entry, long index, long groupStart) {
        return new TailRecord(entry.size(), crc(entry.asByteBuffer()), index, groupStart);
    }

    /// Header, entry and zeros up to the next multiple of 32.
    static int paddedSize(int entrySizeBytes) {
        return HEADER_SIZE_BYTES + (entrySizeBytes + HEADER_SIZE_BYTES - 1) / HEADER_SIZE_BYTES * HEADER_SIZE_BYTES;
    }

    void writeTo(ByteBuffer out) {
        int start = out.position();
        out.putInt(sizeBytes).putInt(bodyCrc).putLong(index).putLong(groupStart).putInt(0);
        out.putInt(crc(out.duplicate().flip().position(start)));
    }

    /// Whether bytes at `offset` carry a header's checksum.
    static boolean isAt(ByteBuffer file, int offset) {
        return file.getInt(offset) != 0 && crc(file.slice(offset, CRC_OFFSET)) == file.getInt(offset + CRC_OFFSET);
    }

    /// Requires `isAt(file, offset)`.
    static TailRecord readAt(ByteBuffer file, int offset) {
        return new TailRecord(
                file.getInt(offset), file.getInt(offset + 4), file.getLong(offset + 8), file.getLong(offset + 16));
    }

    boolean bodyFits(ByteBuffer file, int offset) {
        return crc(file.slice(offset + HEADER_SIZE_BYTES, sizeBytes)) == bodyCrc;
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
