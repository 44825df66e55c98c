package org.cairn.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Where a tiled log keeps its hashes and entries, and how (C2SP tlog-tiles v0.1.0).
public final class Tiles {
    /// Hashes in a full tile and entries in a full bundle.
    public static final int WIDTH = 256;
    /// A tree of 2^63 entries has eight levels of tiles.
    public static final int LEVEL_LIMIT = 8;
    /// An entry's length is written in 16 bits.
    public static final int ENTRY_SIZE_LIMIT_BYTES = 0xffff;

    private Tiles() {}

    /// Path of a tile of hashes below the log's folder.
    /// @param width 1 to 256; below 256 the tile is partial
    public static String hashTile(int level, long index, int width) {
        if (level < 0 || level > 63) {
            throw new IllegalArgumentException("tile level " + level);
        }
        return "tile/" + level + '/' + path(index, width);
    }

    /// Path of an entry bundle below the log's folder.
    /// @param width 1 to 256; below 256 the bundle is partial
    public static String entryBundle(long index, int width) {
        return "tile/entries/" + path(index, width);
    }

    /// How wide the last, partial tile of a level is in a tree of `size` entries; 0 where there is none.
    public static int partialWidth(int level, long size) {
        return (int) (fullHashes(level, size) % WIDTH);
    }

    /// How many hashes all tiles of a level hold in a tree of `size` entries.
    public static long fullHashes(int level, long size) {
        return level >= LEVEL_LIMIT ? 0 : size >>> 8 * level;
    }

    public static Bytes encodeHashes(List<Digest> hashes) {
        ByteBuffer tile = ByteBuffer.allocate(hashes.size() * Digest.SIZE_BYTES);
        hashes.forEach(hash -> tile.put(hash.toByteArray()));
        return Bytes.owning(tile.array());
    }

    /// @throws MalformedProof unless `tile` is exactly `width` hashes
    public static List<Digest> decodeHashes(Bytes tile, int width) throws MalformedProof {
        if (tile.size() != width * Digest.SIZE_BYTES) {
            throw new MalformedProof(tile.size() + " bytes instead of " + width + " hashes of 32 bytes");
        }
        ByteBuffer buffer = tile.asByteBuffer();
        List<Digest> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong()));
        }
        return hashes;
    }

    /// Each entry behind its length in 16 bits, big-endian.
    public static Bytes encodeEntries(List<Bytes> entries) {
        int size =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.size()).sum();
        ByteBuffer bundle = ByteBuffer.allocate(size);
        for (Bytes entry : entries) {
            if (entry.size() > ENTRY_SIZE_LIMIT_BYTES) {
                throw new IllegalArgumentException("an entry of " + entry.size() + " bytes");
            }
            bundle.putShort((short) entry.size()).put(entry.asByteBuffer());
        }
        return Bytes.owning(bundle.array());
    }

    /// @throws MalformedProof unless `bundle` is exactly `width` entries
    public static List<Bytes> decodeEntries(Bytes bundle, int width) throws MalformedProof {
        List<Bytes> entries = new ArrayList<>(width);
        int at = 0;
        while (at < bundle.size()) {
            if (entries.size() == width) {
                throw new MalformedProof("byte " + at + ": the bundle goes on after its " + width + " entries");
            }
            if (bundle.size() - at < Short.BYTES) {
                throw new MalformedProof("byte " + at + ": half a length");
            }
            int size = Short.toUnsignedInt(bundle.asByteBuffer().getShort(at));
            at += Short.BYTES;
            if (size > bundle.size() - at) {
                throw new MalformedProof("byte " + at + ": entry " + entries.size() + " of the bundle is cut short");
            }
            entries.add(bundle.slice(at, at + size));
            at += size;
        }
        if (entries.size() != width) {
            throw new MalformedProof("the bundle holds " + entries.size() + " entries instead of " + width);
        }
        return entries;
    }

    /// The whole entries that a bundle starts with, however it goes on; at most `width`.
    public static List<Bytes> leadingEntries(Bytes bundle, int width) {
        List<Bytes> entries = new ArrayList<>(width);
        int at = 0;
        while (entries.size() < width && bundle.size() - at >= Short.BYTES) {
            int end =
                    at + Short.BYTES + Short.toUnsignedInt(bundle.asByteBuffer().getShort(at));
            if (end > bundle.size()) {
                return entries;
            }
            entries.add(bundle.slice(at + Short.BYTES, end));
            at = end;
        }
        return entries;
    }

    /// Three digits a path element, all but the last behind an `x`: 1234067 is `x001/x234/067`.
    private static String path(long index, int width) {
        if (index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("tile " + index + " of width " + width);
        }
        StringBuilder path = new StringBuilder(digits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, 'x' + digits(rest % 1000) + '/');
        }
        return width == WIDTH
                ? path.toString()
                : path.append(".p/").append(width).toString();
    }

    private static String digits(long threeDigits) {
        return Long.toString(1000 + threeDigits).substring(1);
    }
}
