package org.cairn.checklist.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ScopeEvent.ScopeFactStated;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// Law 9 of `docs/judgement.md`, and that conditions are worked out in Kleene's strong logic, over random conditions.
class ScopingProperties {
    private static final List<String> FACTS = List.of("a", "b", "c", "d");
    private static final Digest DIGEST = Digest.sha256(Bytes.utf8("x"));

    @Provide
    Arbitrary<ScopeCondition> conditions() {
        return conditions(3);
    }

    private static Arbitrary<ScopeCondition> conditions(int depth) {
        Arbitrary<ScopeCondition> leaf =
                Arbitraries.of(FACTS).map(fact -> new ScopeCondition.Is(new ScopeFact(fact), ScopeQuestion.YES));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<ScopeCondition> inner = Arbitraries.lazy(() -> conditions(depth - 1));
        Arbitrary<List<ScopeCondition>> parts = inner.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf,
                inner.map(ScopeCondition.Not::new),
                parts.map(ScopeCondition.All::new),
                parts.map(ScopeCondition.Any::new),
                inner.map(each -> new ScopeCondition.Term("t", "a term", "Law", each)));
    }

    @Provide
    Arbitrary<List<Truth>> knowledge() {
        return Arbitraries.of(Truth.values()).list().ofSize(FACTS.size());
    }

    @Property(tries = 1000)
    void whatIsToldIsWhatTheDefinitionOfKleenesLogicSays(
            @ForAll("conditions") ScopeCondition condition, @ForAll("knowledge") List<Truth> known) {
        assertEquals(kleene(condition, known), judged(condition, known));
    }

    @Property(tries = 1000)
    void whatIsToldStaysToldWhateverBecomesKnown(
            @ForAll("conditions") ScopeCondition condition,
            @ForAll("knowledge") List<Truth> known,
            @ForAll("knowledge") List<Truth> more) {
        List<Truth> refined = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            refined.add(known.get(i) == Truth.UNKNOWN ? more.get(i) : known.get(i));
        }
        Truth before = judged(condition, known);
        if (before != Truth.UNKNOWN) {
            assertEquals(before, judged(condition, refined));
        }
    }

    /// The definition: true is 2, unknown 1, false 0; `and` is the least, `or` the greatest, `not` counts down from 2.
    private static Truth kleene(ScopeCondition condition, List<Truth> known) {
        return List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE).get(number(condition, known));
    }

    private static int number(ScopeCondition condition, List<Truth> known) {
        return switch (condition) {
            case ScopeCondition.Is(var fact, var _) ->
                List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE).indexOf(known.get(FACTS.indexOf(fact.value())));
            case ScopeCondition.Term term -> number(term.condition(), known);
            case ScopeCondition.Not(var inner) -> 2 - number(inner, known);
            case ScopeCondition.All(var parts) ->
                parts.stream().mapToInt(part -> number(part, known)).min().orElse(2);
            case ScopeCondition.Any(var parts) ->
                parts.stream().mapToInt(part -> number(part, known)).max().orElse(0);
        };
    }

    private static Truth judged(ScopeCondition condition, List<Truth> known) {
        Requirement node = new Requirement(
                SmallScope.law("0"), Optional.empty(), "Demand", List.of(), "obligation", "Law 0", List.of(), "");
        Framework law = new Framework(
                SmallScope.LAW, "Law", "1", LocalDate.of(2026, 11, 21), "gazette", "free", DIGEST, List.of(node));
        ScopeRules rules = new ScopeRules(
                FACTS.stream().map(ScopingProperties::question).toList(),
                Map.of(node.id(), new ScopeRule(condition, "because", "Law")),
                Map.of());
        Catalogue catalogue = new Catalogue(List.of(), List.of(law), List.of(), List.of(), List.of(), rules);
        ScopeState state = ScopeState.of(rules, List.copyOf(events(known).toList()), _ -> Optional.empty());
        return switch (new Scoping(catalogue, state).of(node).overall()) {
            case Applicability.Applies _ -> Truth.TRUE;
            case Applicability.Unscoped _ -> Truth.UNKNOWN;
            case Applicability.OutOfScope _ -> Truth.FALSE;
        };
    }

    private static ScopeQuestion question(String fact) {
        return new ScopeQuestion(
                new ScopeFact(fact),
                Level.ORGANISATION,
                "Group",
                "Is it?",
                "Help",
                "Law",
                List.of(ScopeQuestion.YES, ScopeQuestion.NO),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Stream<Recorded<ScopeFactStated>> events(List<Truth> known) {
        return Stream.iterate(0, i -> i < known.size(), i -> i + 1)
                .filter(i -> known.get(i) != Truth.UNKNOWN)
                .map(i -> new Recorded<>(
                        i,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Optional.empty(),
                        new KeyId(DIGEST),
                        new ScopeFactStated(
                                new ScopeFact(FACTS.get(i)),
                                known.get(i) == Truth.TRUE ? ScopeQuestion.YES : ScopeQuestion.NO,
                                Optional.empty(),
                                new PayloadRef(DIGEST, DIGEST, 1))));
    }
}
