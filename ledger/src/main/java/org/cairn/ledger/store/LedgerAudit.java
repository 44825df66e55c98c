package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.Verdict;

/// Recomputes a ledger from its entries and names everything that does not fit: as `fsck` does for a file
/// system. Changes nothing, trusts no file, and does not stop at the first defect.
public final class LedgerAudit {
    private final DurableFolder folder;
    private final List<NoteKey> logKeys;
    private final EntryCheck entryCheck;
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private LedgerAudit(Path dir, List<NoteKey> logKeys, EntryCheck entryCheck) {
        this.folder = DurableFolder.of(dir);
        this.logKeys = List.copyOf(logKeys);
        this.entryCheck = entryCheck;
    }

    /// @param logKeys every one of them must have signed the checkpoint
    public static Verdict audit(Path dir, List<NoteKey> logKeys) {
        return audit(dir, logKeys, (_, _) -> Optional.empty());
    }

    /// @param entryCheck asked about each entry
    public static Verdict audit(Path dir, List<NoteKey> logKeys, EntryCheck entryCheck) {
        if (!Files.isDirectory(dir)) {
            return new Verdict.Incomplete(List.of(dir + ": there is no such folder"));
        }
        if (logKeys.isEmpty()) {
            return new Verdict.Incomplete(List.of("the log's public keys: without them nothing is proved"));
        }
        return new LedgerAudit(dir, logKeys, entryCheck).run();
    }

    private Verdict run() {
        LedgerFiles files;
        try {
            files = LedgerFiles.list(folder.root());
        } catch (IOException e) {
            return new Verdict.Incomplete(List.of(folder.root() + ": " + DiskFailure.reason(e)));
        }
        Optional<Checkpoint> checkpoint = readCheckpoint(StoredCheckpoint.FILE);
        Optional<Checkpoint> previous = files.has(StoredCheckpoint.PREVIOUS_FILE)
                ? readCheckpoint(StoredCheckpoint.PREVIOUS_FILE)
                : Optional.empty();
        long sealed = checkpoint.map(Checkpoint::size).orElse(0L);
        EntryAudit entries = new EntryAudit(folder, files, entryCheck, defects);
        entries.read(sealed);
        boolean entriesFit = checkpoint.map(at -> fits(at, entries.found())).orElse(false);
        boolean tilesFit = checkpoint.map(at -> fits(at, entries.recorded())).orElse(false);
        HashTree tree = tilesFit ? entries.recorded() : entries.found();
        entries.nameMismatches(entriesFit);
        checkpoint.ifPresent(at -> compare(StoredCheckpoint.FILE, at, tree, entries));
        previous.ifPresent(at -> compare(StoredCheckpoint.PREVIOUS_FILE, at, tree, entries));
        new TileAudit(folder, files, entriesFit ? entries.found() : tree, defects).compare(sealed, entries.bundled());
        files.strangers().forEach(name -> defects.add(Defect.inFile(name, "no ledger has such a file")));
        if (entries.unfinishedWrite()) {
            missing.add(TailLog.FILE + ": after entry " + (tree.size() - 1)
                    + " stands a write that was cut off and never acknowledged; opening the workspace removes it");
        }
        if (checkpoint.isPresent() && tree.size() > sealed) {
            missing.add(StoredCheckpoint.FILE + ": entries " + sealed + " to " + (tree.size() - 1)
                    + " are not yet covered by a signed checkpoint; closing the workspace signs one");
        }
        return verdict(checkpoint);
    }

    private Verdict verdict(Optional<Checkpoint> checkpoint) {
        if (!defects.isEmpty()) {
            return new Verdict.Broken(defects);
        }
        return missing.isEmpty() ? new Verdict.Intact(checkpoint.orElseThrow()) : new Verdict.Incomplete(missing);
    }

    private Optional<Checkpoint> readCheckpoint(String file) {
        try {
            return Optional.of(StoredCheckpoint.read(folder, file, logKeys).checkpoint());
        } catch (IOException e) {
            defects.add(Defect.inFile(file, DiskFailure.reason(e)));
        } catch (MalformedNote e) {
            defects.add(Defect.inFile(file, e.getMessage()));
        }
        return Optional.empty();
    }

    private static boolean fits(Checkpoint at, HashTree tree) {
        return at.size() <= tree.size() && tree.root(at.size()).equals(at.root());
    }

    /// Another root is a defect of its own only where no entry is known to be at fault.
    private void compare(String file, Checkpoint at, HashTree tree, EntryAudit entries) {
        if (at.size() > tree.size()) {
            defects.add(Defect.ofEntry(
                    file, tree.size(), "it covers " + at.size() + " entries, only " + tree.size() + " are there"));
        } else if (!fits(at, tree) && !entries.hasMismatchBelow(at.size())) {
            defects.add(Defect.inFile(file, "the first " + at.size() + " entries have another root than it signs"));
        }
    }
}
