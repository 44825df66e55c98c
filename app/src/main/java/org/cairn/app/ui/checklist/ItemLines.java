package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.Relation;
import org.cairn.evidence.EvidenceId;

/// The lines that stand beside one control. Texts are ready to be shown.
public final class ItemLines {
    private ItemLines() {}

    /// One check that feeds the control.
    /// @param remedy what to do about it; empty while nothing is wrong
    public record CheckLine(String id, String title, Mark outcome, List<String> reasons, Optional<String> remedy) {
        public CheckLine {
            reasons = List.copyOf(reasons);
        }
    }

    public record EvidenceLine(EvidenceId id, String collector, String observed, String age, Mark freshness) {}

    public record MappedLine(String framework, String number, String title, Relation relation, Mark state) {}

    public record HistoryEntry(String when, String who, Optional<Mark> answer, String words) {}
}
