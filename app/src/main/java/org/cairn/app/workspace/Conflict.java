package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;

/// Answers to one subject that were given without knowledge of each other, and that say different things.
public record Conflict(Subject subject, List<Side> sides) {
    /// @param person who answered
    /// @param place  the answer's place in the log of the laptop where it was given
    public record Side(Recorded<ControlAnswered> answer, String person, EntryPlace place, Optional<String> note) {}

    public Conflict {
        sides = List.copyOf(sides);
    }
}
