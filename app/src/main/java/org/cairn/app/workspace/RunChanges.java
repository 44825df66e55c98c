package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.CheckRow;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceChange;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.RecordedEvidence;

/// What is different on a host since it was collected from before.
/// @param host   the one that was read
/// @param first  whether it was never seen before, so that there is nothing to compare with
/// @param checks whose outcome is another one now, in catalogue order
/// @param seen   evidence that differs, by collector
public record RunChanges(HostRef host, boolean first, List<CheckChange> checks, List<SeenChange> seen) {
    public RunChanges {
        checks = List.copyOf(checks);
        seen = List.copyOf(seen);
    }

    /// @param before as it was judged a moment before the run: what had gone stale was indeterminate; empty where
    /// nothing
    ///               was there to judge
    public record CheckChange(CheckDefinition check, Optional<Outcome> before, Optional<Outcome> after) {}

    public record SeenChange(RecordedEvidence before, RecordedEvidence after, EvidenceChange change) {
        public CollectorId collector() {
            return after.evidence().collector();
        }
    }

    static RunChanges between(Fleet before, Fleet after, HostRef host, List<RecordedEvidence> recorded) {
        List<CheckChange> checks = new ArrayList<>();
        for (CheckRow row : after.rows()) {
            Optional<Outcome> was =
                    before.row(row.check()).flatMap(each -> each.of(host)).map(Fleet.Cell::outcome);
            Optional<Outcome> is = row.of(host).map(Fleet.Cell::outcome);
            if (!was.map(Object::getClass).equals(is.map(Object::getClass))) {
                checks.add(new CheckChange(row.check(), was, is));
            }
        }
        Map<CollectorId, RecordedEvidence> newest = newest(before, host);
        List<SeenChange> seen = new ArrayList<>();
        for (RecordedEvidence piece : recorded) {
            RecordedEvidence was = newest.get(piece.evidence().collector());
            if (was != null && was.evidence().hostRef().equals(host)) {
                EvidenceChange change = EvidenceChange.between(was.evidence(), piece.evidence());
                if (!change.isEmpty()) {
                    seen.add(new SeenChange(was, piece, change));
                }
            }
        }
        seen.sort(Comparator.comparing(SeenChange::collector));
        return new RunChanges(host, newest.isEmpty(), checks, seen);
    }

    private static Map<CollectorId, RecordedEvidence> newest(Fleet fleet, HostRef host) {
        Map<CollectorId, RecordedEvidence> newest = new HashMap<>();
        for (CheckRow row : fleet.rows()) {
            row.of(host).stream()
                    .flatMap(cell -> cell.judged().stream())
                    .forEach(piece -> newest.merge(
                            row.check().reads(),
                            piece,
                            (one, other) -> other.observedAt().isAfter(one.observedAt()) ? other : one));
        }
        return newest;
    }
}
