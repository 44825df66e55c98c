package org.cairn.checklist.posture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.EvidenceId;

/// Several outcomes made into one: any finding outweighs everything, any gap outweighs what is satisfied.
final class CombinedOutcome {
    private final List<Finding> findings = new ArrayList<>();
    private final SequencedSet<Gap> gaps = new LinkedHashSet<>();
    private final SequencedSet<EvidenceId> basis = new LinkedHashSet<>();

    private CombinedOutcome() {}

    /// The outcome of a control from the checks that feed it. Where all are satisfied and none covers the whole
    /// control,
    /// it stays indeterminate: what is left is for a person to show.
    static Outcome ofControl(ControlId control, List<CheckReading> readings) {
        if (readings.isEmpty()) {
            return new Outcome.Indeterminate(List.of(new Gap.Missing("no check covers " + control)));
        }
        Outcome all =
                of(readings.stream().map(reading -> reading.result().outcome()).toList());
        boolean covered =
                readings.stream().anyMatch(reading -> reading.remainder().isEmpty());
        if (!(all instanceof Outcome.Satisfied) || covered) {
            return all;
        }
        return new Outcome.Indeterminate(readings.stream()
                .flatMap(reading -> reading.remainder().stream())
                .distinct()
                .<Gap>map(Gap.NotCovered::new)
                .toList());
    }

    /// Requires at least one outcome, and none that is not applicable: evidence cannot say that.
    static Outcome of(List<Outcome> outcomes) {
        CombinedOutcome combined = new CombinedOutcome();
        outcomes.forEach(combined::add);
        return combined.outcome();
    }

    private void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Satisfied(var evidence) -> basis.addAll(evidence);
            case Outcome.NotSatisfied(var found) -> findings.addAll(found);
            case Outcome.Indeterminate(var missing) -> gaps.addAll(missing);
            case Outcome.NotApplicable _ ->
                throw new IllegalArgumentException("only a person decides that a control is not applicable");
        }
    }

    private Outcome outcome() {
        if (!findings.isEmpty()) {
            return new Outcome.NotSatisfied(findings);
        }
        return gaps.isEmpty()
                ? new Outcome.Satisfied(List.copyOf(basis))
                : new Outcome.Indeterminate(List.copyOf(gaps));
    }
}
