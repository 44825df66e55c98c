package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.ErasureEvent.RollbackAcknowledged;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;

/// A folder that is not what was seen of its log before.
/// @param known  what was seen
/// @param seenAt when; empty where somebody brought it
/// @param size   what the folder holds
/// @param root   of the folder's entries
public record RollbackAlarm(Kind kind, Checkpoint known, Optional<Instant> seenAt, long size, Digest root) {
    public enum Kind {
        /// Entries that had been there are missing, and what the folder holds was seen as it is: a restored backup, or
        /// a folder of which the newest entries were removed.
        BEHIND,
        /// Entries that had been there are missing, and nobody saw the folder as it is: whether what it holds belongs
        /// to the same history cannot be told here.
        ROLLBACK,
        /// Entries that had been there are others: two histories exist.
        FORK
    }

    /// For a person: what was seen, what is here, and what it can mean.
    public String words() {
        return switch (kind) {
            case BEHIND ->
                older() + ". The entries from " + size + " on are not in it: it is an older copy, such as a restored"
                        + " backup, or they were removed";
            case ROLLBACK ->
                older() + ", a state that was not seen here. It is an older copy, or entries were removed or replaced";
            case FORK ->
                "This folder holds another history than what was seen before: the first " + known.size()
                        + " entries had the root " + shortened(known.root()) + seen() + ", here they have another one ("
                        + size + " entries, root " + shortened(root)
                        + "). Two histories of this log exist, or entries were replaced";
        };
    }

    private String older() {
        return "This folder is older than what was seen before: " + known.size() + " entries then (root "
                + shortened(known.root()) + seen() + "), " + size + " now (root " + shortened(root) + ")";
    }

    /// Of a copy that was just restored: what is not in it.
    String behind() {
        long missing = known.size() - size;
        return "The copy is " + missing + (missing == 1 ? " entry" : " entries")
                + " behind what this machine has seen: " + size + " here, " + known.size() + " then (root "
                + shortened(known.root()) + seen() + "). The entries from " + size + " on are not in it";
    }

    private String seen() {
        return seenAt.map(at -> ", seen on " + at).orElse("");
    }

    /// Against each checkpoint that was seen. A larger folder is consistent with a smaller checkpoint if its own first
    /// entries have that checkpoint's root: recomputed from the entries, which says more than a consistency proof.
    static List<RollbackAlarm> of(List<SeenCheckpoint> known, Ledger ledger) {
        long size = ledger.size();
        Digest root = ledger.root(size);
        boolean seen = known.stream()
                .map(SeenCheckpoint::checkpoint)
                .anyMatch(each -> each.size() == size && each.root().equals(root));
        List<RollbackAlarm> alarms = new ArrayList<>();
        for (SeenCheckpoint each : known) {
            Checkpoint checkpoint = each.checkpoint();
            if (checkpoint.size() > size) {
                Kind kind = seen ? Kind.BEHIND : Kind.ROLLBACK;
                alarms.add(new RollbackAlarm(kind, checkpoint, each.at(), size, root));
            } else if (!ledger.root(checkpoint.size()).equals(checkpoint.root())) {
                alarms.add(new RollbackAlarm(Kind.FORK, checkpoint, each.at(), size, root));
            }
        }
        return alarms;
    }

    boolean isAcknowledgedBy(RollbackAcknowledged event) {
        return event.knownSize() == known.size() && event.knownRoot().equals(known.root());
    }

    private static String shortened(Digest root) {
        return root.hex().substring(0, 16);
    }
}
