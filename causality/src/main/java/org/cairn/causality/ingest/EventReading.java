package org.cairn.causality.ingest;

import org.cairn.causality.Activity;

/// What one event turned out to be.
sealed interface EventReading {
    record Understood(Activity activity) implements EventReading {}

    /// Whole, and nothing the graph holds: a message of a program, a system call that is not read, a thread.
    record Unread(String kind) implements EventReading {}

    /// A system call of a machine whose numbers are not known here.
    record ForeignArchitecture(String architecture) implements EventReading {}

    /// A system call that should be understood, with something missing or unreadable.
    record Rejected(String reason) implements EventReading {}
}
