package org.cairn.checklist.event;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;

/// What a workspace is for: looking around in, or trying the product out over ninety days.
public sealed interface ProgrammeEvent extends Event {
    /// The workspace is a sample. There is no event that takes this back.
    record SampleDeclared() implements ProgrammeEvent {}

    /// A pilot begins; a later one takes its place.
    /// @param begins  its first day (UTC)
    /// @param purpose what is tried out, on what
    record PilotBegun(LocalDate begins, PayloadRef purpose) implements ProgrammeEvent {}

    /// A measure of the pilot that no machine took, entered with what shows it.
    /// @param measure  id of the measure
    /// @param evidence that shows it, at least one piece
    /// @param said     what was measured, and how
    record PilotMeasured(String measure, Result result, List<EvidenceId> evidence, PayloadRef said)
            implements ProgrammeEvent {
        private static final Pattern MEASURE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

        public enum Result {
            REACHED,
            MISSED
        }

        public PilotMeasured {
            evidence = List.copyOf(evidence);
            if (!MEASURE.matcher(measure).matches()) {
                throw new IllegalArgumentException("not the id of a measure (a-z, 0-9, dash): " + measure);
            }
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("a measure that nobody can see shown is none: " + measure);
            }
        }
    }
}
