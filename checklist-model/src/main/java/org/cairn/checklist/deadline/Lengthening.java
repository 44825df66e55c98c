package org.cairn.checklist.deadline;

import java.time.Instant;

/// What made a deadline later than its rule says at first.
public sealed interface Lengthening {
    /// Nothing did.
    record None() implements Lengthening {}

    /// The rule's own extension was used.
    record Statutory() implements Lengthening {}

    /// Somebody who may do so, an authority for instance, set another end.
    record Until(Instant end) implements Lengthening {}
}
