package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Description.IndexState;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.Event;
import org.cairn.ledger.replay.EntryHeader;
import org.cairn.ledger.replay.EnvelopeHeaders;
import org.cairn.ledger.replay.LedgerIndex;
import org.cairn.ledger.replay.RebuildReason;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Digest;

/// The index, opened when it is first asked: a command that only records does not wait for it. Every answer covers what
/// the ledger holds at that moment.
final class EntryFinder {
    private final Path folder;
    private final Ledger ledger;
    private Optional<LedgerIndex> index = Optional.empty();

    EntryFinder(Path folder, Ledger ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    /// Entries of a kind among the first `upTo`, oldest first.
    synchronized List<Long> entries(Class<? extends Event> kind, long upTo) {
        return current().entries(EventCodec.kind(kind), upTo);
    }

    /// Entries of a kind from entry `from` on, oldest first.
    synchronized List<Long> entriesFrom(Class<? extends Event> kind, long from) {
        return current().entries(EventCodec.kind(kind), from, Long.MAX_VALUE);
    }

    synchronized long size() {
        return current().size();
    }

    /// Entries about a subject, or observed by a collector, among the first `upTo`, oldest first.
    synchronized List<Long> about(String subject, long upTo) {
        return current().entriesAbout(subject, upTo);
    }

    /// As [LedgerIndex#latestPerSubject(String, int, Instant, long)].
    synchronized List<Long> latestPerSubject(Class<? extends Event> kind, Instant validAt, long upTo) {
        return current().latestPerSubject(EventCodec.kind(kind), EventCodec.VERSION, validAt, upTo);
    }

    /// As [LedgerIndex#sizeKnownAt(Instant)].
    synchronized long sizeKnownAt(Instant knownAt) {
        return current().sizeKnownAt(knownAt);
    }

    /// Empty where the entry has none that can be read.
    synchronized Optional<EntryHeader> header(long entry) {
        return current().header(entry);
    }

    synchronized List<Long> withoutHeader() {
        return current().entriesWithoutHeader();
    }

    synchronized IndexState state() {
        Optional<RebuildReason> reason = current().lastRebuild();
        return new IndexState(
                reason.isPresent(), reason.map(RebuildReason::words).orElse("it was current"));
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

    /// Where the folder of the index refuses, as on a medium that cannot be written to, memory does.
    private LedgerIndex current() {
        try {
            if (index.isEmpty()) {
                index = Optional.of(LedgerIndex.open(folder, ledger, new EnvelopeHeaders()));
            }
            index.get().catchUp();
        } catch (LedgerException refused) {
            System.getLogger(EntryFinder.class.getName())
                    .log(System.Logger.Level.WARNING, "the index is built in memory: " + refused.getMessage());
            index = Optional.of(inMemory());
        }
        return index.get();
    }

    private LedgerIndex inMemory() {
        try {
            return LedgerIndex.inMemory(ledger, new EnvelopeHeaders());
        } catch (LedgerException e) {
            throw new UnreadableLedger(e);
        }
    }
}
