package org.cairn.checklist.scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// The scope as of one instant: which systems there are, and which facts were stated.
/// @param systems  those not retired, by id
/// @param facts    that were stated as such
/// @param answered by answers to scope questions of frameworks
/// @param byRole   by the roles of the newest scope
public record ScopeState(
        ScopeRules rules,
        SortedMap<SystemId, DefinedSystem> systems,
        Map<Key, StatedFact> facts,
        Map<ScopeFact, StatedFact> answered,
        Map<ScopeFact, StatedFact> byRole) {
    /// Among the roles of a scope: those not named are not held.
    public static final String NONE_OTHER = "none other";

    /// @param system of which a fact was stated; empty of the organisation
    public record Key(ScopeFact fact, Optional<SystemId> system) {}

    public ScopeState {
        systems = Collections.unmodifiableSortedMap(new TreeMap<>(systems));
        facts = Map.copyOf(facts);
        answered = Map.copyOf(answered);
        byRole = Map.copyOf(byRole);
    }

    /// @param events  of this log, valid at the instant, in any order
    /// @param answers the answers that count, by scope question of a framework
    public static ScopeState of(
            ScopeRules rules,
            Collection<Recorded<? extends Event>> events,
            Function<RequirementId, Optional<Recorded<ControlAnswered>>> answers) {
        return new ScopeReading(rules, events, answers).state();
    }

    /// This, as it would be if one more entry stated these answers. Whose key would sign is left to those who sign.
    /// @param system of which some are about, where it may not be defined yet
    /// @param next   the index that entry would have
    public ScopeState supposing(Map<Key, String> said, Optional<SystemId> system, Instant now, long next) {
        PayloadRef nothing = new PayloadRef(Digest.sha256(Bytes.utf8("")), Digest.sha256(Bytes.utf8("")), 0);
        SortedMap<SystemId, DefinedSystem> all = new TreeMap<>(systems);
        system.ifPresent(id -> all.putIfAbsent(id, new DefinedSystem(id, nothing, next)));
        Map<Key, StatedFact> known = new HashMap<>(facts);
        KeyId nobody = new KeyId(nothing.stored());
        said.forEach((key, answer) -> known.put(
                key,
                new StatedFact(
                        key.fact(),
                        answer,
                        key.system(),
                        StatedFact.Source.STATED,
                        next,
                        nobody,
                        now,
                        Optional.empty())));
        return new ScopeState(rules, all, known, answered, byRole);
    }

    /// Every fact stated as such that counts, of the organisation first, then system by system, in the order of the
    /// questions. What was said of a system that is retired is left out.
    public List<StatedFact> stated() {
        List<StatedFact> found = new ArrayList<>();
        for (Optional<SystemId> of : contexts()) {
            for (ScopeQuestion question : rules.questions()) {
                Optional.ofNullable(facts.get(new Key(question.id(), of))).ifPresent(found::add);
            }
        }
        return found;
    }

    /// Every fact that is known and why, also by roles and by answers to scope questions; explicit unknowns too.
    public List<StatedFact> all() {
        Set<StatedFact> found = new LinkedHashSet<>(stated());
        for (ScopeQuestion question : rules.questions()) {
            Stream.of(answered.get(question.id()), byRole.get(question.id()))
                    .flatMap(Stream::ofNullable)
                    .filter(said -> contexts().stream()
                            .anyMatch(context -> known(question.id(), context)
                                    .filter(said::equals)
                                    .isPresent()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private List<Optional<SystemId>> contexts() {
        return Stream.concat(
                        Stream.of(Optional.<SystemId>empty()),
                        systems.keySet().stream().map(Optional::of))
                .toList();
    }

    /// What is known of a fact: its own statement, an answer or a role that says the same, or the `no` to the question
    /// before it. Empty while it is unknown.
    /// @param system whose; empty where no system was defined. Facts of the organisation are every system's
    public Optional<StatedFact> known(ScopeFact fact, Optional<SystemId> system) {
        Optional<StatedFact> own = own(fact, system);
        if (own.isPresent()) {
            return own.filter(stated -> !stated.answer().equals(ScopeQuestion.UNKNOWN));
        }
        return gate(fact)
                .flatMap(gate -> known(gate, system)
                        .filter(stated -> stated.answer().equals(ScopeQuestion.NO))
                        .filter(_ -> !contradicted(gate, system)));
    }

    /// The question to answer next to come to know a fact: the one before it, while that is open.
    public ScopeFact toAsk(ScopeFact fact, Optional<SystemId> system) {
        return gate(fact)
                .filter(gate -> known(gate, system).isEmpty())
                .map(gate -> toAsk(gate, system))
                .orElse(fact);
    }

    private Optional<ScopeFact> gate(ScopeFact fact) {
        return rules.question(fact).flatMap(ScopeQuestion::gate);
    }

    /// A `no` that something behind it says `yes` to answers nothing.
    private boolean contradicted(ScopeFact gate, Optional<SystemId> system) {
        return rules.behind(gate).stream()
                .flatMap(question -> own(question.id(), system).stream())
                .anyMatch(stated -> stated.answer().equals(ScopeQuestion.YES));
    }

    private Optional<StatedFact> own(ScopeFact fact, Optional<SystemId> system) {
        boolean ofSystem = rules.question(fact)
                .filter(question -> question.level() == Level.SYSTEM)
                .isPresent();
        Optional<StatedFact> stated =
                Optional.ofNullable(facts.get(new Key(fact, ofSystem ? system : Optional.empty())));
        if (ofSystem && system.isPresent()) {
            return stated.or(() -> general(fact).filter(said -> said.answer().equals(ScopeQuestion.YES)));
        }
        Optional<StatedFact> answer = Optional.ofNullable(answered.get(fact));
        return Stream.concat(stated.stream(), answer.stream())
                .max(Comparator.comparing(StatedFact::validFrom).thenComparingLong(StatedFact::entry))
                .or(() -> Optional.ofNullable(byRole.get(fact)));
    }

    /// What was said without naming a system. A `no` of that sort is not taken for one about each system: some of them
    /// may be younger than it.
    private Optional<StatedFact> general(ScopeFact fact) {
        return Optional.ofNullable(answered.get(fact)).or(() -> Optional.ofNullable(byRole.get(fact)));
    }
}
