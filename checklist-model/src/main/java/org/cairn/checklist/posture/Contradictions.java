package org.cairn.checklist.posture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.jspecify.annotations.Nullable;

/// Puts contradictions into words.
final class Contradictions {
    private Contradictions() {}

    /// Of controls, in their order; then of requirements whose own row was answered. A requirement that is contradicted
    /// only because a control is, is told by that control.
    static List<Contradiction> among(List<ControlPosture> controls, Collection<FrameworkPosture> frameworks) {
        List<Contradiction> all = new ArrayList<>();
        Map<ControlId, Standing> standings = new HashMap<>();
        controls.forEach(row -> standings.put(row.control().id(), row.standing()));
        for (ControlPosture row : controls) {
            if (row.counts() == AnswerForce.CONFLICT) {
                all.add(new Contradiction(row.control().id(), conflict(row.competing())));
            } else if (row.contradiction()) {
                all.add(new Contradiction(row.control().id(), text(row)));
            }
        }
        for (FrameworkPosture framework : frameworks) {
            framework.requirements().stream()
                    .filter(row -> row.counts() == AnswerForce.CONFLICT)
                    .forEach(row -> all.add(new Contradiction(row.requirement().id(), conflict(row.competing()))));
            framework.requirements().stream()
                    .filter(row -> row.state() == RequirementState.CONTRADICTED && row.counts() == AnswerForce.COUNTS)
                    .forEach(row -> all.add(
                            new Contradiction(row.requirement().id(), text(row, gainsaying(row, standings::get)))));
        }
        return all;
    }

    private static String conflict(List<Recorded<ControlAnswered>> competing) {
        return competing.stream()
                .map(answer -> "'" + words(answer.event().status()) + "' "
                        + answer.importedFrom()
                                .map(place -> "in the log " + place.origin())
                                .orElse("in this log"))
                .collect(Collectors.joining(
                        " and ", "answered ", ", neither knowing of the other: none counts until it is decided"));
    }

    private static String text(ControlPosture row) {
        String said = "answered '" + row.status().map(Contradictions::words).orElse("") + "'";
        return switch (row.outcome()) {
            case Outcome.NotSatisfied(var findings) ->
                said + ", and evidence shows: "
                        + findings.stream().map(Finding::text).collect(Collectors.joining("; "));
            case Outcome.Satisfied(var basis) ->
                said + ", and evidence shows it satisfied: "
                        + basis.stream().map(id -> id.shortForm()).collect(Collectors.joining(", "));
            case Outcome.Indeterminate _, Outcome.NotApplicable _ ->
                throw new IllegalArgumentException(row.control().id() + " is not contradicted");
        };
    }

    /// The controls that say otherwise than the answer on a requirement's own row: each would contradict it alone.
    /// @param standings none for a control that is unknown
    static List<ControlId> gainsaying(RequirementPosture row, Function<ControlId, @Nullable Standing> standings) {
        Optional<AnswerStatus> own = row.answer().map(answer -> answer.event().status());
        return row.mappings().stream()
                .filter(mapping -> Optional.ofNullable(standings.apply(mapping.control()))
                        .map(standing -> Contribution.of(standing, mapping.relation()))
                        .filter(lent -> Judgement.state(own, lent, true) == RequirementState.CONTRADICTED)
                        .isPresent())
                .map(Mapping::control)
                .distinct()
                .toList();
    }

    private static String text(RequirementPosture row, List<ControlId> gainsaying) {
        String said = row.answer()
                .map(answer -> words(answer.event().status()))
                .orElseThrow(
                        () -> new IllegalArgumentException(row.requirement().id() + " has no answer"));
        String controls = gainsaying.stream().map(Object::toString).collect(Collectors.joining(", "));
        return "answered '" + said + "' on its own row, and a control that reaches it says otherwise: " + controls;
    }

    /// `NOT_APPLICABLE` as `not applicable`.
    private static String words(AnswerStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
