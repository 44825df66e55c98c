package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.Description.IndexState;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.ledger.replay.EnvelopeHeaders;
import org.cairn.ledger.replay.LedgerIndex;
import org.cairn.ledger.replay.RebuildReason;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Digest;

/// The index, opened when it is first asked: a command that only records does not wait for it.
final class EntryFinder {
    private final Path folder;
    private final Ledger ledger;
    private Optional<LedgerIndex> index = Optional.empty();

    EntryFinder(Path folder, Ledger ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    /// What the ledger holds about a subject, oldest first.
    synchronized List<Recorded<? extends Event>> about(Subject subject, EventLog log) throws WorkspaceException {
        try {
            LedgerIndex current = current();
            Set<Long> entries = new HashSet<>(current.entriesAbout(subject.text(), current.size()));
            return log.events().stream()
                    .filter(recorded -> entries.contains(recorded.entry()))
                    .toList();
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    synchronized IndexState state() throws WorkspaceException {
        try {
            Optional<RebuildReason> reason = current().lastRebuild();
            return new IndexState(
                    reason.isPresent(), reason.map(RebuildReason::words).orElse("it was current"));
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /// Equal indexes have equal fingerprints.
    synchronized Digest fingerprint() throws WorkspaceException {
        try {
            return current().fingerprint();
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    synchronized void close() throws LedgerException {
        if (index.isPresent()) {
            index.get().close();
            index = Optional.empty();
        }
    }

    private LedgerIndex current() throws LedgerException {
        if (index.isEmpty()) {
            index = Optional.of(LedgerIndex.open(folder, ledger, new EnvelopeHeaders()));
        }
        LedgerIndex current = index.get();
        current.catchUp();
        return current;
    }
}
