package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.Tiles;

/// A full bundle as it was found in the folder, its entries hashed and held against their tile.
/// @param first   index of its first entry
/// @param entries empty where the bundle cannot be read
/// @param hashes  what its tile records; where that is damaged, the hashes of the entries, so that the tree stays
/// whole;
///                empty where both are
record LoadedBundle(long first, List<Bytes> entries, List<Digest> hashes, List<Defect> defects) {
    private static final int TILE_SIZE_BYTES = Tiles.WIDTH * Digest.SIZE_BYTES;

    LoadedBundle {
        entries = List.copyOf(entries);
        hashes = List.copyOf(hashes);
        defects = List.copyOf(defects);
    }

    /// By any thread; several may read several bundles at once.
    static LoadedBundle read(DurableFolder folder, long n) {
        String bundle = Tiles.entryBundle(n, Tiles.WIDTH);
        String tile = Tiles.hashTile(0, n, Tiles.WIDTH);
        List<Defect> defects = new ArrayList<>();
        List<Bytes> entries = read(
                folder,
                bundle,
                EntryReader.BUNDLE_SIZE_LIMIT_BYTES,
                content -> Tiles.decodeEntries(content, Tiles.WIDTH),
                defects);
        List<Digest> found = entries.stream().map(Merkle::leafHash).toList();
        List<Digest> recorded =
                read(folder, tile, TILE_SIZE_BYTES, content -> Tiles.decodeHashes(content, Tiles.WIDTH), defects);
        long first = n * Tiles.WIDTH;
        if (!found.isEmpty() && !recorded.isEmpty()) {
            for (int i = 0; i < Tiles.WIDTH; i++) {
                if (!found.get(i).equals(recorded.get(i))) {
                    defects.add(Defect.ofEntry(
                            bundle, first + i, "the entry does not have the hash that " + tile + " records"));
                }
            }
        }
        return new LoadedBundle(first, entries, recorded.isEmpty() ? found : recorded, defects);
    }

    private interface Decoding<T> {
        List<T> decode(Bytes content) throws MalformedProof;
    }

    /// Empty, with a defect noted, where the file cannot be read.
    private static <T> List<T> read(
            DurableFolder folder, String file, int sizeLimit, Decoding<T> decoding, List<Defect> defects) {
        try {
            return decoding.decode(folder.read(file, sizeLimit));
        } catch (IOException e) {
            defects.add(Defect.inFile(file, DiskFailure.reason(e)));
        } catch (MalformedProof e) {
            defects.add(Defect.inFile(file, e.getMessage()));
        }
        return List.of();
    }
}
