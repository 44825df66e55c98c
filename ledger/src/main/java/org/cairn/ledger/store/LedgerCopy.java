package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Tiles;

/// A ledger's files at one checkpoint: which they are, and how a folder of them becomes a ledger that
/// takes entries
/// again. Tiles and bundles never change once they are written, so a copy may be made while another
/// program appends.
public final class LedgerCopy {
    private LedgerCopy() {}

    /// Every tile and bundle that belongs to a checkpoint of this size, below the ledger's folder.
    public static List<String> files(long size) {
        List<String> files = new ArrayList<>();
        for (int level = 0; Tiles.fullHashes(level, size) > 0; level++) {
            int width = Tiles.partialWidth(level, size);
            long full = Tiles.fullHashes(level, size) / Tiles.WIDTH;
            for (long n = 0; n < full; n++) {
                files.add(Tiles.hashTile(level, n, Tiles.WIDTH));
                if (level == 0) {
                    files.add(Tiles.entryBundle(n, Tiles.WIDTH));
                }
            }
            if (width > 0) {
                files.add(Tiles.hashTile(level, full, width));
                if (level == 0) {
                    files.add(Tiles.entryBundle(full, width));
                }
            }
        }
        return files;
    }

    /// Writes the tail of a folder that holds a checkpoint and its tiles and bundles: the entries of the
    /// last bundle
    /// where it is not full.
    /// @throws LedgerException where the checkpoint is not signed by each of `keys`, or a file is missing
    /// or damaged
    public static void writeTail(Path dir, List<NoteKey> keys) throws LedgerException {
        DurableFolder folder = DurableFolder.of(dir);
        String file = StoredCheckpoint.FILE;
        try {
            long size = StoredCheckpoint.read(folder, file, keys).checkpoint().size();
            int width = Tiles.partialWidth(0, size);
            TailLog.create(folder);
            if (width > 0) {
                file = Tiles.entryBundle(size / Tiles.WIDTH, width);
                Bytes bundle = folder.read(file, EntryReader.BUNDLE_SIZE_LIMIT_BYTES);
                List<Bytes> entries = Tiles.decodeEntries(bundle, width);
                try (TailLog tail = TailLog.open(folder, TailLog.scan(folder, size - width))) {
                    tail.append(size - width, entries);
                }
            }
        } catch (IOException e) {
            throw LedgerException.ofDisk(folder.path(file).toString(), e);
        } catch (MalformedNote | MalformedProof e) {
            throw new LedgerException(
                    folder.path(file).toString(), String.valueOf(e.getMessage()), "Take another copy", e);
        }
    }
}
