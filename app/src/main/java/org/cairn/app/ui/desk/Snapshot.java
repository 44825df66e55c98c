package org.cairn.app.ui.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.StateAt;
import org.cairn.app.workspace.TwoTimes;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.EvidenceForces;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// Everything the screens show, read at one moment. All of it but `about` is of the state that is looked at.
/// @param takenAt  when it was read
/// @param about    the workspace as it is now
/// @param state    where further questions about this state are asked, in the background
/// @param pieces   the evidence that was recorded by then
/// @param forces   how far each attached piece counts
/// @param packs    issues of packs, oldest first
public record Snapshot(
        Instant takenAt,
        LookedAt lookedAt,
        Description about,
        StateAt state,
        Posture posture,
        EvidenceIndex pieces,
        EvidenceForces forces,
        List<LogLine> packs) {
    public Snapshot {
        packs = List.copyOf(packs);
    }

    static Snapshot read(OpenWorkspace workspace, LookedAt lookedAt, Instant now, ZoneId zone)
            throws WorkspaceException {
        Description about = workspace.describe();
        StateAt state = workspace.at(lookedAt.asked(now, zone));
        return new Snapshot(
                now,
                lookedAt,
                about,
                state,
                state.posture(),
                new EvidenceIndex(state.evidence()),
                state.forces(),
                state.packs());
    }

    /// The same, of a workspace that says something else of itself now.
    Snapshot about(Description now) {
        return new Snapshot(takenAt, lookedAt, now, state, posture, pieces, forces, packs);
    }

    public TwoTimes times() {
        return state.times();
    }

    /// The past is not edited, and neither is a workspace that is open for reading, or in which nobody signs. Empty
    /// where something can be recorded.
    public Optional<ReadOnly> readOnly() {
        return lookedAt.now() ? notIssuable() : Optional.of(ReadOnly.PAST);
    }

    /// Why no pack can be made of what is shown, whichever state that is.
    public Optional<ReadOnly> notIssuable() {
        if (about.person().isEmpty()) {
            return Optional.of(ReadOnly.NOBODY_SIGNS);
        }
        return about.access() == Access.READ ? Optional.of(ReadOnly.READING) : Optional.empty();
    }

    public boolean editable() {
        return readOnly().isEmpty();
    }

    /// Oldest first.
    public List<RecordedEvidence> evidence() {
        return pieces.all();
    }

    public Optional<RecordedEvidence> evidence(EvidenceId id) {
        return pieces.find(id);
    }

    /// What bears on a control: the newest evidence of each collector its checks read, then what people attached.
    public List<RecordedEvidence> evidenceFor(ControlPosture control, Library library) {
        return pieces.newestThen(library.collectors(control.control().id()), control.linked());
    }

    /// The end of a day, as it was known then; never later than what is looked at.
    public AsOf on(LocalDate day, ZoneId zone) {
        TwoTimes times = times();
        Instant end = day.atTime(LocalTime.MAX).atZone(zone).toInstant();
        Instant about = end.isBefore(times.validAt()) ? end : times.validAt();
        return AsOf.at(about, about.isBefore(times.knownAt()) ? about : times.knownAt());
    }
}
