package org.cairn.checklist.scope;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Event.ScopeDefined;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.ScopeEvent.ScopeFactStated;
import org.cairn.checklist.event.ScopeEvent.ScopeProfileApplied;
import org.cairn.checklist.event.ScopeEvent.SystemDefined;
import org.cairn.checklist.event.ScopeEvent.SystemRenamed;
import org.cairn.checklist.event.ScopeEvent.SystemRetired;
import org.cairn.checklist.scope.StatedFact.Source;
import org.cairn.evidence.PayloadRef;

/// Reads the scope from entries. Of several about one thing the one that is valid from the latest time counts, of those
/// the later entry.
final class ScopeReading {
    private final ScopeRules rules;
    private final SortedMap<SystemId, DefinedSystem> systems = new TreeMap<>();
    private final Map<ScopeState.Key, StatedFact> facts = new HashMap<>();
    private final Map<ScopeFact, StatedFact> answered = new HashMap<>();
    private final Map<ScopeFact, StatedFact> byRole = new HashMap<>();

    ScopeReading(
            ScopeRules rules,
            Collection<Recorded<? extends Event>> events,
            Function<RequirementId, Optional<Recorded<ControlAnswered>>> answers) {
        this.rules = rules;
        events.stream()
                .sorted(Comparator.<Recorded<? extends Event>, Instant>comparing(Recorded::validFrom)
                        .thenComparingLong(Recorded::entry))
                .forEach(this::add);
        rules.questions().forEach(question -> answer(question, answers));
    }

    private void add(Recorded<? extends Event> recorded) {
        recorded.as(ScopeEvent.class).ifPresent(this::scope);
        recorded.as(ScopeDefined.class).ifPresent(this::roles);
    }

    private void scope(Recorded<ScopeEvent> recorded) {
        switch (recorded.event()) {
            case SystemDefined(var system, var name) ->
                systems.put(system, new DefinedSystem(system, name, recorded.entry()));
            case SystemRenamed(var system, var name) ->
                systems.computeIfPresent(system, (_, known) -> new DefinedSystem(system, name, known.entry()));
            case SystemRetired(var system, var _) -> systems.remove(system);
            case ScopeFactStated stated ->
                facts.put(
                        new ScopeState.Key(stated.fact(), stated.system()),
                        fact(
                                recorded,
                                stated.fact(),
                                stated.answer(),
                                stated.system(),
                                Source.STATED,
                                Optional.of(stated.reason())));
            case ScopeProfileApplied _ -> {} // the facts that were confirmed have entries of their own
        }
    }

    private void roles(Recorded<ScopeDefined> recorded) {
        List<String> roles = recorded.event().roles();
        byRole.clear();
        for (ScopeQuestion question : rules.questions()) {
            boolean named = question.role().filter(roles::contains).isPresent();
            if (named) {
                byRole.put(question.id(), fact(recorded, question.id(), ScopeQuestion.YES, Source.ROLE));
            } else if (question.role().isPresent() && roles.contains(ScopeState.NONE_OTHER)) {
                byRole.put(question.id(), fact(recorded, question.id(), ScopeQuestion.NO, Source.NO_OTHER_ROLE));
            }
        }
    }

    private static StatedFact fact(Recorded<?> recorded, ScopeFact fact, String answer, Source source) {
        return fact(recorded, fact, answer, Optional.empty(), source, Optional.empty());
    }

    private static StatedFact fact(
            Recorded<?> recorded,
            ScopeFact fact,
            String answer,
            Optional<SystemId> system,
            Source source,
            Optional<PayloadRef> reason) {
        return new StatedFact(
                fact, answer, system, source, recorded.entry(), recorded.actor(), recorded.validFrom(), reason);
    }

    /// Of several frameworks that ask the same, one yes is enough.
    private void answer(ScopeQuestion question, Function<RequirementId, Optional<Recorded<ControlAnswered>>> answers) {
        for (RequirementId node : question.nodes()) {
            answers.apply(node).ifPresent(recorded -> {
                AnswerStatus status = recorded.event().status();
                Optional<String> said = status == AnswerStatus.MET
                        ? Optional.of(ScopeQuestion.YES)
                        : status == AnswerStatus.NOT_APPLICABLE ? Optional.of(ScopeQuestion.NO) : Optional.empty();
                said.ifPresent(answer -> answered.merge(
                        question.id(),
                        fact(
                                recorded,
                                question.id(),
                                answer,
                                Optional.empty(),
                                Source.ANSWERED,
                                recorded.event().note()),
                        (one, other) -> one.answer().equals(ScopeQuestion.YES) ? one : other));
            });
        }
    }

    ScopeState state() {
        return new ScopeState(rules, systems, facts, answered, byRole);
    }
}
