package org.cairn.app.workspace;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionKind;
import org.cairn.app.objection.ObjectionScope;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;

/// Whether a reviewer would find what an answer has to bring along: a note, and evidence that counts.
final class Readiness {
    private static final Map<ObjectionKind, Hurdle> BARRING = new EnumMap<>(Map.of(
            ObjectionKind.NO_EVIDENCE, Hurdle.EVIDENCE_MISSING,
            ObjectionKind.LAPSED, Hurdle.EVIDENCE_STALE,
            ObjectionKind.STALE, Hurdle.EVIDENCE_STALE));

    private final Map<Subject, Set<Hurdle>> evidence = new HashMap<>();
    private final Map<Subject, ControlAnswered> answers = new HashMap<>();

    Readiness(Parts parts, StateAt state) throws WorkspaceException {
        for (Objection objection : new ObjectionReading(parts, state).read(ObjectionScope.everything())) {
            Hurdle hurdle = BARRING.get(objection.kind());
            if (hurdle != null) {
                for (Subject subject : new HashSet<>(objection.subjects())) {
                    evidence.computeIfAbsent(subject, _ -> EnumSet.noneOf(Hurdle.class))
                            .add(hurdle);
                }
            }
        }
        remember(state.posture());
    }

    private void remember(Posture posture) {
        for (ControlPosture row : posture.controls()) {
            remember(row.control().id(), row.answer());
        }
        posture.frameworks().values().stream()
                .flatMap(framework -> framework.requirements().stream())
                .forEach((RequirementPosture row) -> remember(row.requirement().id(), row.answer()));
    }

    private void remember(Subject subject, Optional<Recorded<ControlAnswered>> answer) {
        answer.ifPresent(recorded -> answers.put(subject, recorded.event()));
    }

    /// What is missing; evidence is asked for only of an answer that says something is done.
    Set<Hurdle> of(Subject subject) {
        Set<Hurdle> hurdles = EnumSet.noneOf(Hurdle.class);
        ControlAnswered answer = answers.get(subject);
        if (answer == null) {
            return hurdles;
        }
        if (answer.note().isEmpty()) {
            hurdles.add(Hurdle.NOTE_MISSING);
        }
        if (answer.status().claimsWork()) {
            hurdles.addAll(evidence.getOrDefault(subject, Set.of()));
        }
        return Collections.unmodifiableSet(hurdles);
    }
}
