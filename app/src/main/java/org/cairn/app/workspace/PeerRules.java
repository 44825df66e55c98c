package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.ledger.key.EntrySignatures;
import org.cairn.proof.Bytes;
import org.cairn.proof.authority.Authority;

/// Judges the entries of other logs, each by its own log's people and roles, exactly as that log's store has to. An
/// entry that its log's rules do not allow is kept and shown and counts for nothing; nothing that it says about people
/// takes effect either. Entries are given in the order in which they were imported.
final class PeerRules {
    private final Map<String, Fold> folds = new HashMap<>();
    private final Map<Long, Unadmitted> unadmitted = new TreeMap<>();

    /// One log's rules and how far they were applied.
    private static final class Fold {
        private final Authority authority = Authority.atStart(EntrySignatures.verification());
        private long next;

        Optional<String> admit(long index, Bytes entry) {
            if (index < next) {
                return Optional.of("it was imported a second time, or behind a later entry");
            }
            next = index + 1;
            return authority.admit(index, entry);
        }
    }

    /// @param entry of this ledger, that holds it
    /// @param why   in words
    record Unadmitted(long entry, EntryPlace place, String why) {
        String words() {
            return ExchangeTexts.place(place) + " is not what its own log's rules allow: " + why
                    + "; it counts for nothing here (entry " + entry + ")";
        }
    }

    /// @param entry of this ledger, that holds the bytes
    void judge(long entry, EntryPlace place, Bytes bytes) {
        folds.computeIfAbsent(place.origin(), _ -> new Fold())
                .admit(place.index(), bytes)
                .ifPresent(why -> unadmitted.put(entry, new Unadmitted(entry, place, why)));
    }

    boolean admits(long entry) {
        return !unadmitted.containsKey(entry);
    }

    /// By entry of this ledger.
    List<Unadmitted> unadmitted() {
        return new ArrayList<>(unadmitted.values());
    }
}
