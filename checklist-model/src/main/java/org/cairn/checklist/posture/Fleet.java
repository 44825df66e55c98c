package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.RecordedEvidence;

/// What each check says of each host, on one day.
/// @param hosts that showed evidence, are expected to, or were dismissed; sorted
/// @param rows  of every check, in catalogue order
public record Fleet(Instant validAt, List<HostState> hosts, List<CheckRow> rows) {
    public Fleet {
        hosts = List.copyOf(hosts);
        rows = List.copyOf(rows);
    }

    /// @param expected  whether its silence is a gap
    /// @param newest    when it was last seen, by whichever collector; empty for one that never showed anything
    /// @param dismissed since when it is no longer there
    public record HostState(HostRef host, boolean expected, Optional<Instant> newest, Optional<Instant> dismissed) {
        /// Expected, and never seen.
        public boolean silent() {
            return expected && newest.isEmpty();
        }
    }

    /// @param cells    of every host that showed what the check reads, or is expected to; in the order of hosts
    /// @param unopened evidence that may be newer than what is judged, and cannot be opened
    public record CheckRow(CheckDefinition check, List<Cell> cells, Optional<Gap> unopened) {
        public CheckRow {
            cells = List.copyOf(cells);
        }

        public Optional<Cell> of(HostRef host) {
            return cells.stream().filter(cell -> cell.host().equals(host)).findFirst();
        }
    }

    /// @param judged what the outcome rests on; empty where the host is silent
    public record Cell(HostRef host, Outcome outcome, List<RecordedEvidence> judged) {
        public Cell {
            judged = List.copyOf(judged);
        }

        /// When the oldest piece that is judged was observed.
        public Optional<Instant> observedAt() {
            return judged.stream().map(RecordedEvidence::observedAt).min(Instant::compareTo);
        }
    }

    public Optional<CheckRow> row(CheckDefinition check) {
        return rows.stream().filter(row -> row.check().id().equals(check.id())).findFirst();
    }
}
