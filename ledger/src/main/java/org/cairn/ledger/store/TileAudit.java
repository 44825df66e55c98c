package org.cairn.ledger.store;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.Tiles;

/// The part of an audit that holds every tile against the tree of the entries.
final class TileAudit {
    private final DurableFolder folder;
    private final LedgerFiles files;
    private final HashTree tree;
    private final List<Defect> defects;

    TileAudit(DurableFolder folder, LedgerFiles files, HashTree tree, List<Defect> defects) {
        this.folder = folder;
        this.files = files;
        this.tree = tree;
        this.defects = defects;
    }

    /// Level 0 of what is in bundles was held against the entries one by one already.
    /// @param sealed  entries that the checkpoint covers: their partial tiles must be there
    /// @param bundled entries in bundles: their full tiles must be there, those of later entries may
    void compare(long sealed, long bundled) {
        for (int level = 0; Tiles.fullHashes(level, tree.size()) > 0; level++) {
            long full = Tiles.fullHashes(level, tree.size()) / Tiles.WIDTH;
            long due = Tiles.fullHashes(level, bundled) / Tiles.WIDTH;
            for (long n = level == 0 ? due : 0; n < full; n++) {
                String tile = Tiles.hashTile(level, n, Tiles.WIDTH);
                if (n < due || files.has(tile)) {
                    compare(tile, level, n, Tiles.WIDTH);
                }
            }
        }
        files.partials().stream()
                .filter(partial -> partial.level() != LedgerFiles.Partial.ENTRY_BUNDLE)
                .forEach(partial -> compare(partial.file(), partial.level(), partial.index(), partial.width()));
        requirePartials(Math.min(sealed, tree.size()));
        strayPartialBundles();
        unfinishedTiles();
    }

    private void compare(String file, int level, long n, int width) {
        long first = n * Tiles.WIDTH;
        if (width >= Tiles.WIDTH + 1 || Tiles.fullHashes(level, tree.size()) - width < first) {
            defects.add(Defect.inFile(file, "the ledger is not large enough to have this tile"));
            return;
        }
        List<Digest> expected = LongStream.range(first, first + width)
                .mapToObj(index -> tree.node(8 * level, index))
                .toList();
        try {
            Bytes found = folder.read(file, Tiles.WIDTH * Digest.SIZE_BYTES);
            if (found.size() != width * Digest.SIZE_BYTES) {
                defects.add(Defect.inFile(file, "it has " + found.size() + " bytes instead of 32 times " + width));
            } else if (level > 0) {
                if (!found.equals(Tiles.encodeHashes(expected))) {
                    defects.add(Defect.inFile(file, "the hashes are not those of the entries"));
                }
            } else {
                nameEntries(file, first, found, expected);
            }
        } catch (IOException e) {
            defects.add(Defect.inFile(file, DiskFailure.reason(e)));
        }
    }

    private void nameEntries(String file, long first, Bytes found, List<Digest> expected) {
        for (int i = 0; i < expected.size(); i++) {
            int at = i * Digest.SIZE_BYTES;
            if (!found.slice(at, at + Digest.SIZE_BYTES)
                    .equals(Bytes.copyOf(expected.get(i).toByteArray()))) {
                defects.add(Defect.ofEntry(file, first + i, "the hash is not that of the entry"));
            }
        }
    }

    /// A tile that is full by now may stand in for the partial one (C2SP tlog-tiles, "Partial Tiles").
    private void requirePartials(long size) {
        for (int level = 0; Tiles.fullHashes(level, size) > 0; level++) {
            int width = Tiles.partialWidth(level, size);
            long n = Tiles.fullHashes(level, size) / Tiles.WIDTH;
            if (width > 0) {
                requireOne(Tiles.hashTile(level, n, width), Tiles.hashTile(level, n, Tiles.WIDTH));
                if (level == 0) {
                    requireOne(Tiles.entryBundle(n, width), Tiles.entryBundle(n, Tiles.WIDTH));
                }
            }
        }
    }

    private void requireOne(String partial, String full) {
        if (!files.has(partial) && !files.has(full)) {
            defects.add(Defect.inFile(partial, "the file is missing, which belongs to the checkpoint's size"));
        }
    }

    private void strayPartialBundles() {
        for (LedgerFiles.Partial partial : files.partials()) {
            boolean bundle = partial.level() == LedgerFiles.Partial.ENTRY_BUNDLE;
            if (bundle && tree.size() - partial.width() < partial.index() * Tiles.WIDTH) {
                defects.add(Defect.inFile(partial.file(), "the ledger is not large enough to have this bundle"));
            }
        }
    }

    /// A tile is written just before the bundle it belongs to, so one crash can leave one tile of each level.
    private void unfinishedTiles() {
        for (String file : files.tilesBeyond(tree.size())) {
            boolean next = false;
            for (int level = 0; level < Tiles.LEVEL_LIMIT; level++) {
                long n = Tiles.fullHashes(level, tree.size()) / Tiles.WIDTH;
                next |= file.equals(Tiles.hashTile(level, n, Tiles.WIDTH));
            }
            if (!next) {
                defects.add(Defect.inFile(file, "the ledger is not large enough to have this tile"));
            }
        }
    }
}
