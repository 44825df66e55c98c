package org.cairn.causality.ingest;

import org.cairn.causality.Deed;
import org.cairn.causality.Result;

/// What one record of a source other than the kernel's audit says was done.
sealed interface DeedReading {
    record Done(Deed deed, Result result) implements DeedReading {}

    /// Whole, and nothing the graph holds.
    record Other(String what) implements DeedReading {}

    /// Something that should be understood, with a part missing or unreadable.
    record Lacking(String what) implements DeedReading {}
}
