package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Posture;

/// Answers as a careful person would give them who has nothing but the recorded evidence: what the evidence settles is
/// answered from it, what it leaves open stays unanswered.
final class DemoAnswers {
    private static final int MOST = 6;
    private static final int LONGEST_NOTE = 500;

    private DemoAnswers() {}

    /// Up to six, and always one fewer than could be given, so that the demo shows an open control too.
    static List<AnswerRequest> from(Posture posture) {
        List<AnswerRequest> answers = new ArrayList<>();
        for (ControlPosture row : posture.controls()) {
            answer(row).ifPresent(answers::add);
        }
        return answers.subList(0, Math.max(0, Math.min(MOST, answers.size() - 1)));
    }

    private static Optional<AnswerRequest> answer(ControlPosture row) {
        AnswerRequest unanswered = AnswerRequest.of(row.control().id(), AnswerStatus.PARTLY_MET)
                .withEvidence(row.checks().stream()
                        .flatMap(check -> OutcomeTexts.evidence(check.outcome()).stream())
                        .distinct()
                        .toList());
        return switch (row.outcome()) {
            case Outcome.Satisfied _ ->
                Optional.of(unanswered
                        .withStatus(AnswerStatus.MET)
                        .withNote("Every check that feeds this control is satisfied by the evidence."));
            case Outcome.NotSatisfied(var findings) ->
                Optional.of(unanswered
                        .withStatus(AnswerStatus.NOT_MET)
                        .withNote(cut("Found: " + findings.getFirst().text())));
            case Outcome.Indeterminate(var gaps) -> partly(unanswered, row, gaps);
            case Outcome.NotApplicable _ -> Optional.empty();
        };
    }

    /// Something was shown, and the rest is for a person to show.
    private static Optional<AnswerRequest> partly(AnswerRequest unanswered, ControlPosture row, List<Gap> gaps) {
        boolean onlyTheRest = gaps.stream().allMatch(gap -> gap instanceof Gap.NotCovered);
        return onlyTheRest && !row.checks().isEmpty()
                ? Optional.of(unanswered.withNote(cut(OutcomeTexts.words(gaps.getFirst()))))
                : Optional.empty();
    }

    private static String cut(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    }
}
