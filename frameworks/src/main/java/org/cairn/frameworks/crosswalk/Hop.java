package org.cairn.frameworks.crosswalk;

import org.cairn.checklist.Subject;

/// A row as it is walked: perhaps against its direction. Its strength is the row's either way, because nobody has
/// weighed the way back.
public record Hop(Subject from, Subject to, Tie row) {
    public boolean backwards() {
        return !from.equals(row.from());
    }

    /// Reads "from is … to": inverted where the row is walked backwards.
    public Claim claim() {
        Claim written = Claim.of(row.relation());
        return backwards() ? written.inverted() : written;
    }

    public int strength() {
        return row.strength();
    }
}
