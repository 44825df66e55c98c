package org.cairn.checklist.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.ScopeRules.Binding;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// One law with a chapter that is limited, five questions, and a scope that grows entry by entry.
public final class SmallScope {
    public static final FrameworkId LAW = new FrameworkId("law");
    static final ScopeFact MAKER = new ScopeFact("role.maker");
    static final ScopeFact USER = new ScopeFact("role.user");
    static final ScopeFact LISTED = new ScopeFact("use.listed");
    static final ScopeFact SCORING = new ScopeFact("use.scoring");
    static final ScopeFact HIRING = new ScopeFact("use.hiring");
    static final RequirementId ASKS_SCORING = law("2");
    static final SystemId ONE = new SystemId("one");
    static final SystemId TWO = new SystemId("two");
    private static final KeyId ACTOR = new KeyId(Digest.sha256(Bytes.utf8("actor")));
    private static final PayloadRef TEXT =
            new PayloadRef(Digest.sha256(Bytes.utf8("stored")), Digest.sha256(Bytes.utf8("commitment")), 4);

    private final List<Recorded<? extends Event>> events = new ArrayList<>();
    private final Map<RequirementId, Recorded<Event.ControlAnswered>> answers = new HashMap<>();

    static RequirementId law(String number) {
        return new RequirementId(LAW, number);
    }

    static ScopeCondition yes(ScopeFact fact) {
        return new ScopeCondition.Is(fact, ScopeQuestion.YES);
    }

    /// Everything in chapter 1 is for uses that are listed; all is for makers, or for makers and users.
    static Catalogue catalogue() {
        List<Requirement> nodes = List.of(
                node("0", Optional.empty(), Requirement.GROUP),
                node("1", Optional.of("0"), Requirement.GROUP),
                node("1.a", Optional.of("1"), "obligation", "maker"),
                node("1.b", Optional.of("1"), "obligation", "maker", "user"),
                node("1.c", Optional.of("1"), "obligation", "maker"),
                node("2", Optional.of("0"), Requirement.SCOPE_QUESTION, "maker"),
                node("3", Optional.of("0"), "obligation", "maker"),
                node("4", Optional.of("0"), "obligation", "anybody"));
        Framework law = new Framework(
                LAW,
                "Law",
                "1",
                LocalDate.of(2026, 11, 21),
                "gazette",
                "free",
                Digest.sha256(Bytes.utf8("law")),
                nodes);
        ScopeCondition uses = new ScopeCondition.Term(
                "listed", "a listed use", "Law 1", new ScopeCondition.Any(List.of(yes(SCORING), yes(HIRING))));
        ScopeRules rules = new ScopeRules(
                questions(),
                Map.of(
                        law("1"), rule(uses),
                        law("1.c"), rule(ScopeCondition.always())),
                Map.of(
                        new Binding(LAW, "maker"), rule(yes(MAKER)),
                        new Binding(LAW, "user"), rule(yes(USER))));
        return new Catalogue(List.of(), List.of(law), List.of(), List.of(), List.of(), rules);
    }

    private static ScopeRule rule(ScopeCondition when) {
        return new ScopeRule(when, "because", "Law 1");
    }

    private static List<ScopeQuestion> questions() {
        return List.of(
                question(MAKER, Level.ORGANISATION, Optional.empty(), List.of(), Optional.of("maker")),
                question(USER, Level.SYSTEM, Optional.empty(), List.of(), Optional.of("user")),
                question(LISTED, Level.SYSTEM, Optional.empty(), List.of(), Optional.empty()),
                question(SCORING, Level.SYSTEM, Optional.of(LISTED), List.of(ASKS_SCORING), Optional.empty()),
                question(HIRING, Level.SYSTEM, Optional.of(LISTED), List.of(), Optional.empty()));
    }

    private static ScopeQuestion question(
            ScopeFact id, Level level, Optional<ScopeFact> gate, List<RequirementId> nodes, Optional<String> role) {
        return new ScopeQuestion(
                id, level, "Group", "Is it?", "Help", "Law 1", List.of("yes", "no"), gate, nodes, role);
    }

    private static Requirement node(String number, Optional<String> parent, String kind, String... binds) {
        return new Requirement(
                law(number),
                parent.map(SmallScope::law),
                "Demand " + number,
                List.of(binds),
                kind,
                "Law " + number,
                List.of(),
                "");
    }

    SmallScope system(SystemId system) {
        return record(events.size(), new ScopeEvent.SystemDefined(system, TEXT));
    }

    SmallScope retire(SystemId system) {
        return record(events.size(), new ScopeEvent.SystemRetired(system, TEXT));
    }

    SmallScope state(ScopeFact fact, String answer) {
        return state(events.size(), fact, answer, Optional.empty());
    }

    SmallScope state(ScopeFact fact, String answer, SystemId system) {
        return state(events.size(), fact, answer, Optional.of(system));
    }

    SmallScope state(int validFrom, ScopeFact fact, String answer, Optional<SystemId> system) {
        return record(validFrom, new ScopeEvent.ScopeFactStated(fact, answer, system, TEXT));
    }

    SmallScope roles(String... roles) {
        return record(events.size(), new Event.ScopeDefined(List.of(roles), TEXT));
    }

    SmallScope answer(RequirementId node, AnswerStatus status) {
        Event.ControlAnswered answer = new Event.ControlAnswered(
                node,
                status,
                Digest.sha256(Bytes.utf8("text")),
                Optional.of(TEXT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        record(events.size(), answer);
        events.getLast().as(Event.ControlAnswered.class).ifPresent(recorded -> answers.put(node, recorded));
        return this;
    }

    private SmallScope record(int validFrom, Event event) {
        events.add(new Recorded<>(
                events.size(), second(events.size()), second(validFrom), Optional.empty(), ACTOR, event));
        return this;
    }

    private static Instant second(int second) {
        return Instant.parse("2026-11-01T00:00:00Z").plusSeconds(second);
    }

    ScopeState scope() {
        return ScopeState.of(catalogue().scope(), events, node -> Optional.ofNullable(answers.get(node)));
    }

    RequirementScope of(String number) {
        return new Scoping(catalogue(), scope())
                .of(catalogue().requirement(law(number)).orElseThrow());
    }

    /// `applies`, `unscoped:` and what is missing, or `out:` and the entries that say so.
    String brief(String number) {
        return brief(of(number).overall());
    }

    static String brief(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies _ -> "applies";
            case Applicability.Unscoped(var _, var missing) -> "unscoped: " + missing;
            case Applicability.OutOfScope(var _, var because) ->
                "out: " + because.stream().map(StatedFact::entry).toList();
        };
    }

    /// A fact as an entry stated it.
    public static StatedFact stated(String fact, String answer, long entry) {
        return new StatedFact(
                new ScopeFact(fact),
                answer,
                Optional.empty(),
                StatedFact.Source.STATED,
                entry,
                ACTOR,
                second(0),
                Optional.of(TEXT));
    }
}
