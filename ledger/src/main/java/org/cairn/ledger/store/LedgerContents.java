package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Tiles;

/// What was found in the folder on opening: every entry hashed, held against the level-0 tiles and both
/// checkpoints. The tiles above them are held against it by the audit alone.
/// @param bundled entries in full bundles
/// @param tail    what follows them
record LedgerContents(
        HashTree tree, long bundled, TailScan tail, Optional<StoredCheckpoint> checkpoint, List<Defect> defects) {
    private static final int TILE_SIZE_BYTES = Tiles.WIDTH * Digest.SIZE_BYTES;

    LedgerContents {
        defects = List.copyOf(defects);
    }

    /// Is told of each entry, in order, as it is read.
    @FunctionalInterface
    interface EntryListener {
        void read(long index, Bytes entry);
    }

    static LedgerContents load(DurableFolder folder, List<NoteKey> keys) {
        return load(folder, keys, (_, _) -> {});
    }

    static LedgerContents load(DurableFolder folder, List<NoteKey> keys, EntryListener listener) {
        return new Loading(folder, keys, listener).load();
    }

    /// @param ifSound the condition where no defect was found
    LedgerState state(Condition ifSound) {
        Condition condition = defects.isEmpty() ? ifSound : new Condition.Damaged(defects);
        return new LedgerState(tree, bundled, tail.entries(), checkpoint, condition);
    }

    private static final class Loading {
        private final DurableFolder folder;
        private final List<NoteKey> keys;
        private final EntryListener listener;
        private final HashTree tree = new HashTree();
        private final List<Defect> defects = new ArrayList<>();

        Loading(DurableFolder folder, List<NoteKey> keys, EntryListener listener) {
            this.folder = folder;
            this.keys = keys;
            this.listener = listener;
        }

        /// Reads the checkpoints first and the tail last: where another program appends meanwhile, the tree is
        /// only larger than the checkpoint.
        LedgerContents load() {
            Optional<StoredCheckpoint> checkpoint = readCheckpoint(StoredCheckpoint.FILE);
            Optional<StoredCheckpoint> previous = folder.has(StoredCheckpoint.PREVIOUS_FILE)
                    ? readCheckpoint(StoredCheckpoint.PREVIOUS_FILE)
                    : Optional.empty();
            TailScan tail = loadEntries();
            tail.damage().forEach(problem -> defects.add(Defect.inFile(TailLog.FILE, problem)));
            long bundled = tree.size();
            listen(bundled, tail.entries());
            tail.entries().forEach(entry -> tree.append(Merkle.leafHash(entry)));
            checkpoint.ifPresent(stored -> compare(StoredCheckpoint.FILE, stored.checkpoint()));
            previous.ifPresent(stored -> compare(StoredCheckpoint.PREVIOUS_FILE, stored.checkpoint()));
            return new LedgerContents(tree, bundled, tail, checkpoint, defects);
        }

        private Optional<StoredCheckpoint> readCheckpoint(String file) {
            try {
                return Optional.of(StoredCheckpoint.read(folder, file, keys));
            } catch (IOException e) {
                defects.add(Defect.inFile(file, DiskFailure.reason(e)));
            } catch (MalformedNote e) {
                defects.add(Defect.inFile(file, e.getMessage()));
            }
            return Optional.empty();
        }

        /// A writer puts a bundle in place before it empties the tail. So a tail counts only where no further
        /// bundle is there after it was read; otherwise its entries may have moved into that bundle meanwhile.
        private TailScan loadEntries() {
            boolean whole = loadBundles();
            TailScan tail = loadTail(tree.size());
            while (whole && folder.has(nextBundle())) {
                whole = loadBundles();
                tail = loadTail(tree.size());
            }
            return tail;
        }

        /// False where a bundle was met that cannot be read.
        private boolean loadBundles() {
            boolean whole = true;
            while (whole && folder.has(nextBundle())) {
                whole = loadBundle(tree.size() / Tiles.WIDTH);
            }
            return whole;
        }

        private String nextBundle() {
            return Tiles.entryBundle(tree.size() / Tiles.WIDTH, Tiles.WIDTH);
        }

        /// Hashes the entries of a bundle and holds them against their tile. Where one of the two is damaged,
        /// the other keeps the tree whole; false where both are.
        private boolean loadBundle(long n) {
            String bundle = Tiles.entryBundle(n, Tiles.WIDTH);
            String tile = Tiles.hashTile(0, n, Tiles.WIDTH);
            List<Digest> found = read(bundle, EntryReader.BUNDLE_SIZE_LIMIT_BYTES, content -> {
                List<Bytes> entries = Tiles.decodeEntries(content, Tiles.WIDTH);
                listen(n * Tiles.WIDTH, entries);
                return entries.stream().map(Merkle::leafHash).toList();
            });
            List<Digest> recorded = read(tile, TILE_SIZE_BYTES, content -> Tiles.decodeHashes(content, Tiles.WIDTH));
            if (!found.isEmpty() && !recorded.isEmpty()) {
                for (int i = 0; i < Tiles.WIDTH; i++) {
                    if (!found.get(i).equals(recorded.get(i))) {
                        defects.add(Defect.ofEntry(
                                bundle,
                                n * Tiles.WIDTH + i,
                                "the entry does not have the hash that " + tile + " records"));
                    }
                }
            }
            (recorded.isEmpty() ? found : recorded).forEach(tree::append);
            return !recorded.isEmpty() || !found.isEmpty();
        }

        private void listen(long first, List<Bytes> entries) {
            for (int i = 0; i < entries.size(); i++) {
                listener.read(first + i, entries.get(i));
            }
        }

        private interface Decoding {
            List<Digest> decode(Bytes content) throws MalformedProof;
        }

        /// Empty, with a defect noted, where the file cannot be read.
        private List<Digest> read(String file, int sizeLimit, Decoding decoding) {
            try {
                return decoding.decode(folder.read(file, sizeLimit));
            } catch (IOException e) {
                defects.add(Defect.inFile(file, DiskFailure.reason(e)));
            } catch (MalformedProof e) {
                defects.add(Defect.inFile(file, e.getMessage()));
            }
            return List.of();
        }

        private TailScan loadTail(long bundled) {
            try {
                return TailLog.scan(folder, bundled);
            } catch (IOException e) {
                List<String> damage = List.of(DiskFailure.reason(e));
                return new TailScan(bundled, List.<Bytes>of(), TailLog.FILE_HEADER.size(), false, damage);
            }
        }

        private void compare(String file, Checkpoint checkpoint) {
            if (checkpoint.size() > tree.size()) {
                defects.add(Defect.ofEntry(
                        file,
                        tree.size(),
                        "the checkpoint covers " + checkpoint.size() + " entries, only " + tree.size() + " are there"));
            } else if (!tree.root(checkpoint.size()).equals(checkpoint.root())) {
                defects.add(
                        Defect.inFile(file, "the tree of the recorded entries has another root than the checkpoint"));
            }
        }
    }
}
