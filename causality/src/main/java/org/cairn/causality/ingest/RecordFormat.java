package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.causality.RawRecordRef;

/// Turns the lines of one log into readings, which it hands to its [Tally].
interface RecordFormat {
    /// What a line was.
    enum Line {
        /// The record ends with it.
        RECORD,
        /// It separates records, or its record goes on.
        PART
    }

    /// @param number counts lines from 1
    /// @param ref    of this line
    /// @throws MalformedRecord if the line, or the record that ends with it, says nothing that can be believed
    Line take(String line, long number, RawRecordRef ref) throws MalformedRecord;

    /// Passes on what is held back. Called once, after the last line.
    void finish();

    /// A record that turned out to be cut, by its first line, all of whose lines were taken as parts. Told once.
    Optional<RejectedLine> cut();

    /// Events that came, in whole or in part, after a later one had been passed on.
    long late();
}
