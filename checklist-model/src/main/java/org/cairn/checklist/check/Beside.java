package org.cairn.checklist.check;

import java.util.List;
import org.cairn.checklist.Gap;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;

/// What was recorded by other collectors, for checks that hold one piece of evidence against another.
@FunctionalInterface
public interface Beside {
    Beside NOTHING = _ -> new Found(List.of(), List.of());

    /// The newest evidence of a collector of every host, as of the day asked.
    Found of(CollectorId collector);

    /// @param unopened evidence that is there and cannot be opened
    record Found(List<RecordedEvidence> evidence, List<Gap> unopened) {
        public Found {
            evidence = List.copyOf(evidence);
            unopened = List.copyOf(unopened);
        }
    }
}
