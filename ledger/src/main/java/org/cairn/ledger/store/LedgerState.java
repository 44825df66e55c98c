package org.cairn.ledger.store;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Tiles;

/// What readers see of an open ledger. The writing thread replaces the parts as a whole, so that any thread may
/// read.
final class LedgerState {
    private final HashTree tree;
    private volatile Recorded recorded;
    private volatile Optional<StoredCheckpoint> checkpoint;
    private volatile Condition condition;

    /// @param bundled entries in full bundles
    /// @param tail    the entries that follow them
    record Recorded(long bundled, EntryRun tail) {}

    LedgerState(
            HashTree tree, long bundled, List<Bytes> tail, Optional<StoredCheckpoint> checkpoint, Condition condition) {
        this.tree = tree;
        this.recorded = new Recorded(bundled, EntryRun.of(tail));
        this.checkpoint = checkpoint;
        this.condition = condition;
    }

    HashTree tree() {
        return tree;
    }

    /// Acknowledged entries; the tree may be ahead for a moment.
    long size() {
        Recorded now = recorded;
        return now.bundled + now.tail.size();
    }

    /// Both parts as they were at one moment.
    Recorded recorded() {
        return recorded;
    }

    long bundled() {
        return recorded.bundled;
    }

    List<Bytes> tail() {
        return recorded.tail;
    }

    /// The stored one; empty only where it is damaged.
    Optional<StoredCheckpoint> checkpoint() {
        return checkpoint;
    }

    Condition condition() {
        return condition;
    }

    void extend(List<Bytes> entries) {
        recorded = new Recorded(recorded.bundled, recorded.tail.followedBy(entries));
    }

    /// The first entries of the tail are in bundles now.
    void bundle(int bundles) {
        int entries = bundles * Tiles.WIDTH;
        recorded = new Recorded(recorded.bundled + entries, recorded.tail.without(entries));
    }

    void checkpointed(StoredCheckpoint newer) {
        checkpoint = Optional.of(newer);
    }

    /// Nothing more is appended until the ledger was opened again and its files were read.
    void stop(String reason) {
        condition = new Condition.ReadOnly(reason);
    }
}
