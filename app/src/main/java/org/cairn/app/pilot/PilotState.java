package org.cairn.app.pilot;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.evidence.EvidenceId;

/// A pilot on one day.
/// @param purpose what is tried out, on what; empty once erased
/// @param day     which of its days it is, from 1; less before it begins
/// @param entry   that began it
public record PilotState(LocalDate begins, Optional<String> purpose, long day, long entry, List<Line> lines) {
    public enum Standing {
        REACHED,
        MISSED,
        /// Nothing shows it yet. Never counted as reached.
        OPEN,
        /// The same, and its days are over.
        OVERDUE;

        /// `REACHED` as `reached`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What was counted, for [PilotWords].
    public record Figure(String key, List<Long> numbers) {
        public Figure {
            numbers = List.copyOf(numbers);
        }
    }

    /// @param figure   what the ledger itself tells about it
    /// @param said     what a person measured, and how
    /// @param evidence that shows it
    /// @param entry    that a person recorded
    public record Line(
            PilotMeasure measure,
            Standing standing,
            Optional<Figure> figure,
            Optional<String> said,
            List<EvidenceId> evidence,
            Optional<Long> entry) {
        public Line {
            evidence = List.copyOf(evidence);
        }
    }

    public PilotState {
        lines = List.copyOf(lines);
    }

    public long reached() {
        return lines.stream()
                .filter(line -> line.standing() == Standing.REACHED)
                .count();
    }

    /// Whether every measure was reached.
    public boolean passed() {
        return reached() == lines.size();
    }
}
