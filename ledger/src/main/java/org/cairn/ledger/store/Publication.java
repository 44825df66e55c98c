package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// Puts full bundles in place and every tile they complete. The tiles come first: only its bundle makes an entry
    /// count that is not in the tail.
    /// @param tree    with at least the first `bundled` entries
    /// @param bundled how many entries are in bundles already
    /// @param entries what follows them, of which as many are taken as fill bundles
    /// @return how many bundles
    int writeBundles(HashTree tree, long bundled, List<Bytes> entries) throws IOException {
        Map<String, Bytes> tiles = new LinkedHashMap<>();
        Map<String, Bytes> bundles = new LinkedHashMap<>();
        int count = entries.size() / Tiles.WIDTH;
        for (int n = 0; n < count; n++) {
            long index = bundled / Tiles.WIDTH + n;
            List<Bytes> bundle = entries.subList(n * Tiles.WIDTH, (n + 1) * Tiles.WIDTH);
            tiles.putAll(tilesOf(tree, index, bundle));
            bundles.put(Tiles.entryBundle(index, Tiles.WIDTH), Tiles.encodeEntries(bundle));
        }
        if (count > 0) {
            folder.write(List.of(tiles, bundles));
        }
        return count;
    }

    /// @param tree with at least the entries before this bundle; what it holds is not hashed again
    private static Map<String, Bytes> tilesOf(HashTree tree, long bundle, List<Bytes> entries) {
        Map<String, Bytes> tiles = new LinkedHashMap<>();
        boolean known = tree.size() >= (bundle + 1) * Tiles.WIDTH;
        List<Digest> hashes = known
                ? nodes(tree, 0, bundle * Tiles.WIDTH, Tiles.WIDTH)
                : entries.stream().map(Merkle::leafHash).toList();
        long index = bundle;
        tiles.put(Tiles.hashTile(0, index, Tiles.WIDTH), Tiles.encodeHashes(hashes));
        Digest last = known ? tree.node(8, bundle) : Merkle.root(hashes);
        for (int level = 1; (index + 1) % Tiles.WIDTH == 0; level++) {
            index /= Tiles.WIDTH;
            List<Digest> nodes = nodes(tree, level, index * Tiles.WIDTH, Tiles.WIDTH - 1);
            nodes.add(last);
            tiles.put(Tiles.hashTile(level, index, Tiles.WIDTH), Tiles.encodeHashes(nodes));
            last = Merkle.root(nodes);
        }
        return tiles;
    }

    /// Writes the partial bundle and the partial tiles of every level for the tree as it is, so that the folder
    /// is complete for a checkpoint of this size.
    void writePartials(HashTree tree, List<Bytes> tail) throws IOException {
        long size = tree.size();
        Map<String, Bytes> files = new LinkedHashMap<>();
        if (!tail.isEmpty()) {
            files.put(Tiles.entryBundle(size / Tiles.WIDTH, tail.size()), Tiles.encodeEntries(tail));
        }
        for (int level = 0; Tiles.fullHashes(level, size) > 0; level++) {
            int width = Tiles.partialWidth(level, size);
            if (width > 0) {
                long full = Tiles.fullHashes(level, size) - width;
                Bytes tile = Tiles.encodeHashes(nodes(tree, level, full, width));
                files.put(Tiles.hashTile(level, full / Tiles.WIDTH, width), tile);
            }
        }
        folder.write(List.of(files));
    }

    private static List<Digest> nodes(HashTree tree, int level, long from, int count) {
        List<Digest> nodes = new ArrayList<>(Tiles.WIDTH);
        for (long i = from; i < from + count; i++) {
            nodes.add(tree.node(8 * level, i));
        }
        return nodes;
    }
}
