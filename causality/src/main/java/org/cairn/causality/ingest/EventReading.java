package org.cairn.causality.ingest;

import java.util.List;
import org.cairn.causality.Activity;

/// What one event turned out to be.
sealed interface EventReading {
    /// @param activities one, or also what the record says of the same moment: a program started by a new process
    record Understood(List<Activity> activities) implements EventReading {
        public Understood {
            activities = List.copyOf(activities);
        }
    }

    /// Whole, and nothing the graph holds: a message of a program, a system call that is not read, a thread.
    record Unread(String kind) implements EventReading {}

    /// A system call of a machine whose numbers are not known here.
    record ForeignArchitecture(String architecture) implements EventReading {}

    /// A system call that should be understood, with something missing or unreadable.
    record Rejected(String reason) implements EventReading {}
}
