package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.ErasureEvent.RollbackAcknowledged;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;

/// A folder that is not what was seen of its log before.
/// @param known what was seen
/// @param size  what the folder holds
/// @param root  of the folder's entries
public record RollbackAlarm(Kind kind, Checkpoint known, long size, Digest root) {
    public enum Kind {
        /// Entries that had been there are missing.
        ROLLBACK,
        /// Entries that had been there are others: two histories exist.
        FORK
    }

    /// For a person: what was seen, what is here, and what it can mean.
    public String words() {
        return switch (kind) {
            case ROLLBACK ->
                "This folder is older than what was seen before: " + known.size() + " entries then (root "
                        + shortened(known.root()) + "), " + size + " now (root " + shortened(root)
                        + "). It is an older copy, or entries were removed";
            case FORK ->
                "This folder holds another history than what was seen before: the first " + known.size()
                        + " entries had the root " + shortened(known.root()) + ", here they have another one ("
                        + size + " entries, root " + shortened(root)
                        + "). Two histories of this log exist, or entries were replaced";
        };
    }

    /// Against each checkpoint that was seen. A larger folder is consistent with a smaller checkpoint if
    /// its own first
    /// entries have that checkpoint's root: recomputed from the entries, which says more than a
    /// consistency proof.
    static List<RollbackAlarm> of(List<Checkpoint> known, Ledger ledger) {
        List<RollbackAlarm> alarms = new ArrayList<>();
        for (Checkpoint each : known) {
            against(each, ledger).ifPresent(alarms::add);
        }
        return alarms;
    }

    private static Optional<RollbackAlarm> against(Checkpoint known, Ledger ledger) {
        long size = ledger.size();
        if (known.size() > size) {
            return Optional.of(new RollbackAlarm(Kind.ROLLBACK, known, size, ledger.root(size)));
        }
        return ledger.root(known.size()).equals(known.root())
                ? Optional.empty()
                : Optional.of(new RollbackAlarm(Kind.FORK, known, size, ledger.root(size)));
    }

    boolean isAcknowledgedBy(RollbackAcknowledged event) {
        return event.knownSize() == known.size() && event.knownRoot().equals(known.root());
    }

    private static String shortened(Digest root) {
        return root.hex().substring(0, 16);
    }
}
