package org.cairn.checklist.check;

import java.util.Optional;
import org.cairn.evidence.Item;
import org.cairn.evidence.RecordedEvidence;

/// What people accepted of what evidence shows, on the day asked. Only entries of the ledger say so; what evidence says
/// of it counts for nothing.
@FunctionalInterface
public interface Acceptances {
    Acceptances NONE = (_, _, _) -> Optional.empty();

    /// @param population of the evidence, whose member the item is
    Optional<Acceptance> of(RecordedEvidence evidence, String population, Item item);
}
