package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.cairn.proof.Tiles;

/// Writes bundles, tiles and checkpoints in the order that a crash at any point leaves a readable ledger.
final class Publication {
    private final DurableFolder folder;

    Publication(DurableFolder folder) {
        this.folder = folder;
    }

    /// Writes a full bundle and every tile it completes. The tiles come first: only the bundle makes the
    /// entries count.
    /// @param tree   the tree without these entries
    /// @param bundle exactly 256 entries that start at a multiple of 256
    void writeBundle(HashTree tree, long bundled, List<Bytes> bundle) throws IOException {
        List<Digest> hashes = bundle.stream().map(Merkle::leafHash).toList();
        long index = bundled / Tiles.WIDTH;
        folder.write(Tiles.hashTile(0, index, Tiles.WIDTH), Tiles.encodeHashes(hashes));
        Digest last = Merkle.root(hashes);
        for (int level = 1; (index + 1) % Tiles.WIDTH == 0; level++) {
            index /= Tiles.WIDTH;
            List<Digest> nodes = nodes(tree, level, index * Tiles.WIDTH, Tiles.WIDTH - 1);
            nodes.add(last);
            folder.write(Tiles.hashTile(level, index, Tiles.WIDTH), Tiles.encodeHashes(nodes));
            last = Merkle.root(nodes);
        }
        folder.write(Tiles.entryBundle(bundled / Tiles.WIDTH, Tiles.WIDTH), Tiles.encodeEntries(bundle));
    }

    /// Writes the partial bundle and the partial tiles of every level for the tree as it is, so that the folder
    /// is complete for a checkpoint of this size.
    void writePartials(HashTree tree, List<Bytes> tail) throws IOException {
        long size = tree.size();
        if (!tail.isEmpty()) {
            folder.write(Tiles.entryBundle(size / Tiles.WIDTH, tail.size()), Tiles.encodeEntries(tail));
        }
        for (int level = 0; Tiles.fullHashes(level, size) > 0; level++) {
            int width = Tiles.partialWidth(level, size);
            if (width > 0) {
                long full = Tiles.fullHashes(level, size) - width;
                Bytes tile = Tiles.encodeHashes(nodes(tree, level, full, width));
                folder.write(Tiles.hashTile(level, full / Tiles.WIDTH, width), tile);
            }
        }
    }

    private static List<Digest> nodes(HashTree tree, int level, long from, int count) {
        List<Digest> nodes = new ArrayList<>(Tiles.WIDTH);
        for (long i = from; i < from + count; i++) {
            nodes.add(tree.node(8 * level, i));
        }
        return nodes;
    }
}
