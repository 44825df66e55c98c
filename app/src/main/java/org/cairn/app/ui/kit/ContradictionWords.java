package org.cairn.app.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.EvidenceId;

/// Both sides of a contradiction in one sentence of the window's language; what a check found stands in its own words.
public record ContradictionWords(Texts kit) {
    public String of(Contradiction contradiction, Posture posture) {
        Optional<String> words = switch (contradiction.subject()) {
            case ControlId id -> posture.control(id).flatMap(this::of);
            case RequirementId id ->
                posture.framework(id.framework()).stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .filter(row -> row.requirement().id().equals(id))
                        .findFirst()
                        .map(row -> of(row, posture));
        };
        return words.orElseGet(() -> Texts.sentence(contradiction.text()));
    }

    private Optional<String> of(ControlPosture row) {
        if (row.counts() == AnswerForce.CONFLICT) {
            return Optional.of(conflict(row.competing()));
        }
        String said = Mark.ofAnswer(row.status()).word(kit);
        return switch (row.outcome()) {
            case Outcome.NotSatisfied(var findings) ->
                Optional.of(kit.text(
                        "contradiction.shows",
                        said,
                        findings.stream().map(Finding::text).collect(Collectors.joining("; "))));
            case Outcome.Satisfied(var basis) ->
                Optional.of(kit.text(
                        "contradiction.satisfied",
                        said,
                        basis.stream().map(EvidenceId::shortForm).collect(Collectors.joining(", "))));
            case Outcome.Indeterminate _, Outcome.NotApplicable _ -> Optional.empty();
        };
    }

    private String of(RequirementPosture row, Posture posture) {
        if (row.counts() == AnswerForce.CONFLICT) {
            return conflict(row.competing());
        }
        String said = Mark.ofAnswer(row.answer().map(answer -> answer.event().status()))
                .word(kit);
        String controls = posture.gainsaying(row).stream().map(ControlId::text).collect(Collectors.joining(", "));
        return kit.text("contradiction.own-row", said, controls);
    }

    private String conflict(List<Recorded<ControlAnswered>> competing) {
        return kit.text(
                "contradiction.conflict", competing.stream().map(this::place).collect(Collectors.joining(", ")));
    }

    private String place(Recorded<ControlAnswered> answer) {
        String said = Mark.ofAnswer(answer.event().status()).word(kit);
        return answer.importedFrom()
                .map(from -> kit.text("contradiction.there", said, from.origin()))
                .orElseGet(() -> kit.text("contradiction.here", said));
    }
}
