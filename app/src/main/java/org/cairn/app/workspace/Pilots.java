package org.cairn.app.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.app.pilot.PilotMeasure;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ProgrammeEvent.PilotBegun;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;

/// The ninety days of a pilot.
public final class Pilots {
    private final Parts parts;

    Pilots(Parts parts) {
        this.parts = parts;
    }

    /// @param begins its first day (UTC)
    /// @return the entry's index
    public long begin(LocalDate begins, String purpose) throws WorkspaceException {
        parts.requireWritable();
        if (purpose.isBlank()) {
            throw new WorkspaceException(Kind.BAD_INPUT, "say what is tried out, on what; nothing was recorded");
        }
        return parts.log().recordByPerson(new PilotBegun(begins, parts.store(purpose)));
    }

    /// Enters what no machine measures, with what shows it.
    /// @return the entry's index
    public long measure(PilotMeasure measure, PilotMeasured.Result result, List<EvidenceId> evidence, String said)
            throws WorkspaceException {
        parts.requireWritable();
        if (state().isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "no pilot has begun; nothing was recorded. `cairn pilot begin` begins one");
        }
        if (measure.from() == PilotMeasure.From.LEDGER) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED, measure.code() + " is computed, and nobody enters it; nothing was recorded");
        }
        Reviews.requireReason(said);
        if (evidence.isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    measure.code() + ": name evidence that shows it; nothing was recorded. `cairn evidence add`"
                            + " records a file");
        }
        for (EvidenceId piece : evidence) {
            if (parts.shelf().find(piece).isEmpty()) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE, "no evidence " + piece.shortForm() + " here; nothing was recorded");
            }
        }
        return parts.log().recordByPerson(new PilotMeasured(measure.code(), result, evidence, parts.store(said)));
    }

    /// The newest pilot as it stands now; empty where none began.
    public Optional<PilotState> state() throws WorkspaceException {
        return state(new StateAt(parts, parts.times(AsOf.now())));
    }

    /// As it stood in a state. The replay is of the folder as it is.
    public Optional<PilotState> state(StateAt state) throws WorkspaceException {
        return new PilotReading(parts, state).read();
    }

    /// The report, signed with the document key of the workspace.
    public Bytes report(Language language) throws WorkspaceException {
        PilotState state = state().orElseThrow(() ->
                new WorkspaceException(Kind.BAD_INPUT, "no pilot has begun, so there is nothing to report"));
        return new PilotReporting(parts, state, language).signed();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
