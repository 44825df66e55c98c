package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.kit.Mark;
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

    /// @param relation with its strength
    /// @param rationale why, in a sentence or two
    /// @param plain     what the requirement asks, in plain words
    /// @param examples  of evidence that would show it
    public record MappedLine(
            String framework,
            String number,
            String title,
            String relation,
            String rationale,
            Optional<String> plain,
            List<String> examples,
            Mark state) {
        public MappedLine {
            examples = List.copyOf(examples);
        }
    }

    /// What is said about a control to whoever has to answer it.
    /// @param language says that it is in another language than the window
    public record GuidanceLine(
            String facts,
            Optional<String> language,
            String intent,
            String question,
            List<String> verify,
            List<String> evidence) {
        public GuidanceLine {
            verify = List.copyOf(verify);
            evidence = List.copyOf(evidence);
        }
    }

    public record HistoryEntry(String when, String who, Optional<Mark> answer, String words) {}
}
