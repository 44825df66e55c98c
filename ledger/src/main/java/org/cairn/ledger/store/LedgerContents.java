package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Tiles;

/// What was found in the folder on opening: every entry hashed, held against the level-0 tiles and both
/// checkpoints. The tiles above them are held against it by the audit alone.
/// @param bundled entries in full bundles
/// @param tail    what follows them
record LedgerContents(
        HashTree tree, long bundled, TailScan tail, Optional<StoredCheckpoint> checkpoint, List<Defect> defects) {
    /// Bundles that are read at the same time: a few thousand entries.
    private static final int BATCH = 16;

    LedgerContents {
        defects = List.copyOf(defects);
    }

    static LedgerContents load(DurableFolder folder, List<NoteKey> keys) {
        return load(folder, keys, Admission.OF_ANYTHING);
    }

    /// @param admission is told of each entry, in order, as it is read
    static LedgerContents load(DurableFolder folder, List<NoteKey> keys, Admission admission) {
        return new Loading(folder, keys, admission).load();
    }

    /// @param ifSound the condition where no defect was found
    LedgerState state(Condition ifSound) {
        Condition condition = defects.isEmpty() ? ifSound : new Condition.Damaged(defects);
        return new LedgerState(tree, bundled, tail.entries(), checkpoint, condition);
    }

    private static final class Loading {
        private final DurableFolder folder;
        private final List<NoteKey> keys;
        private final Admission admission;
        private final HashTree tree = new HashTree();
        private final List<Defect> defects = new ArrayList<>();

        Loading(DurableFolder folder, List<NoteKey> keys, Admission admission) {
            this.folder = folder;
            this.keys = keys;
            this.admission = admission;
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
                whole = take(nextBundles());
            }
            return whole;
        }

        /// Several threads read and hash; what they found is taken in by one, in the order of the entries.
        private List<LoadedBundle> nextBundles() {
            long first = tree.size() / Tiles.WIDTH;
            return LongStream.range(first, first + BATCH)
                    .takeWhile(n -> folder.has(Tiles.entryBundle(n, Tiles.WIDTH)))
                    .boxed()
                    .toList()
                    .parallelStream()
                    .map(n -> LoadedBundle.read(folder, n))
                    .toList();
        }

        /// Up to the first that cannot be read, and false where there is one.
        private boolean take(List<LoadedBundle> bundles) {
            for (LoadedBundle bundle : bundles) {
                listen(bundle.first(), bundle.entries());
                defects.addAll(bundle.defects());
                bundle.hashes().forEach(tree::append);
                if (bundle.hashes().isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        private String nextBundle() {
            return Tiles.entryBundle(tree.size() / Tiles.WIDTH, Tiles.WIDTH);
        }

        private void listen(long first, List<Bytes> entries) {
            admission.expect(first, entries);
            for (int i = 0; i < entries.size(); i++) {
                admission.recorded(first + i, entries.get(i));
            }
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
