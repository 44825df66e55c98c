package org.cairn.checklist.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.checklist.Gap;
import org.cairn.checklist.check.Rule.WhenEmpty;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// Kleene's laws, and that knowing less never turns a rule true.
final class RuleProperties {
    private static final Truth YES = new Truth.True();
    private static final Truth NO = new Truth.False(List.of("no"));
    private static final Truth MAYBE = new Truth.Unknown(List.of(new Gap.Missing("it")));
    private static final Refusal DENIED = new Refusal("somewhere", Refusal.Why.DENIED, "denied");

    @Provide
    Arbitrary<Truth> truths() {
        return Arbitraries.of(YES, NO, MAYBE);
    }

    private static Class<?> kind(Truth truth) {
        return truth.getClass();
    }

    @Property
    void negationTwiceIsNothing(@ForAll("truths") Truth a) {
        assertEquals(kind(a), kind(Truth.not(Truth.not(a, "x"), "y")));
    }

    @Property
    void deMorgan(@ForAll("truths") Truth a, @ForAll("truths") Truth b) {
        Truth left = Truth.not(Truth.all(List.of(a, b)), "x");
        Truth right = Truth.any(List.of(Truth.not(a, "x"), Truth.not(b, "x")));
        assertEquals(kind(left), kind(right));
    }

    @Property
    void orderAndRepetitionDoNotMatter(@ForAll("truths") Truth a, @ForAll("truths") Truth b) {
        assertEquals(kind(Truth.all(List.of(a, b))), kind(Truth.all(List.of(b, a, b))));
        assertEquals(kind(Truth.any(List.of(a, b))), kind(Truth.any(List.of(b, a, b))));
    }

    @Property
    void oneFalseMakesAllFalseAndOneTrueMakesAnyTrue(@ForAll("truths") Truth a) {
        assertEquals(Truth.False.class, kind(Truth.all(List.of(a, NO))));
        assertEquals(Truth.True.class, kind(Truth.any(List.of(a, YES))));
        assertFalse(Truth.all(List.of(a, MAYBE)) instanceof Truth.True);
    }

    @Property(tries = 2000)
    void removingAFactOrAValueNeverDecidesWhatWasUndecidedNorReversesIt(
            @ForAll("rules") Rule rule, @ForAll("evidence") Evidence evidence, @ForAll int pick) {
        Truth before = evaluation(evidence).evaluate(rule);
        for (Evidence less : lessKnown(evidence, pick)) {
            Truth after = evaluation(less).evaluate(rule);
            assertTrue(
                    after instanceof Truth.Unknown || kind(after).equals(kind(before)),
                    () -> before + " became " + after + " for " + rule + " over " + evidence);
        }
    }

    @Property(tries = 1000)
    void nothingObservedIsNeverTrueUnlessTheRuleAsksForNothing(@ForAll("rules") Rule rule) {
        Truth nothing = evaluation(evidence(Map.of(), List.of())).evaluate(rule);
        assertTrue(nothing instanceof Truth.Unknown, () -> rule + " is " + nothing);
    }

    /// Every way to know a little less: a fact, a whole population, or a value of an item is gone, or a population is
    /// known to be incomplete.
    private static List<Evidence> lessKnown(Evidence evidence, int pick) {
        List<Evidence> less = new ArrayList<>();
        for (String fact : evidence.facts().keySet()) {
            TreeMap<String, String> facts = new TreeMap<>(evidence.facts());
            facts.remove(fact);
            less.add(evidence(facts, evidence.populations()));
        }
        for (Population population : evidence.populations()) {
            List<Population> others = evidence.populations().stream()
                    .filter(p -> !p.equals(population))
                    .toList();
            less.add(evidence(evidence.facts(), others));
            less.add(with(evidence, others, new Population(population.name(), population.items(), List.of(DENIED))));
            if (!population.items().isEmpty()) {
                int index = Math.floorMod(pick, population.items().size());
                List<Item> hidden = new ArrayList<>(population.items());
                hidden.remove(index);
                less.add(with(evidence, others, new Population(population.name(), hidden, List.of(DENIED))));
                List<Item> blank = new ArrayList<>(population.items());
                blank.set(index, Item.of(Map.of()));
                less.add(with(evidence, others, new Population(population.name(), blank, population.refusals())));
            }
        }
        return less;
    }

    private static Evidence with(Evidence evidence, List<Population> others, Population population) {
        List<Population> all = new ArrayList<>(others);
        all.add(population);
        return evidence(evidence.facts(), all);
    }

    private static Evidence evidence(Map<String, String> facts, List<Population> populations) {
        return new Evidence(
                new CollectorId("some.collector"),
                1,
                "host",
                "root",
                CheckCase.OBSERVED_AT,
                List.of(),
                new TreeMap<>(facts),
                populations,
                List.of());
    }

    private static final Arbitrary<String> VALUES = Arbitraries.of("0", "1", "2", "yes", "no");

    @Provide
    Arbitrary<Evidence> evidence() {
        Arbitrary<Map<String, String>> facts = Arbitraries.maps(Arbitraries.of("a", "b"), VALUES);
        Arbitrary<Item> item =
                Arbitraries.maps(Arbitraries.of("x", "y"), VALUES).map(Item::of);
        Arbitrary<List<Refusal>> refusals = Arbitraries.of(List.of(), List.of(DENIED));
        Arbitrary<Population> population = Combinators.combine(
                        Arbitraries.of("p", "q"), item.list().ofMaxSize(3), refusals)
                .as(Population::new);
        return Combinators.combine(facts, population.list().ofMaxSize(2).uniqueElements(Population::name))
                .as(RuleProperties::evidence);
    }

    private static Arbitrary<ValueTest> tests() {
        return Arbitraries.oneOf(
                VALUES.map(ValueTest.EqualTo::new),
                VALUES.list().ofMinSize(1).ofMaxSize(2).map(ValueTest.In::new),
                Arbitraries.longs().between(0, 2).map(ValueTest.AtMost::new),
                Arbitraries.longs().between(0, 2).map(ValueTest.AtLeast::new),
                Arbitraries.of("[0-9]", "y.*").map(p -> new ValueTest.Matches(Pattern.compile(p))));
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<Condition> simple =
                Combinators.combine(Arbitraries.of("x", "y"), tests()).as(Condition.Holds::new);
        return Arbitraries.oneOf(
                simple,
                simple.map(Condition.Not::new),
                simple.list().ofMinSize(1).ofMaxSize(2).map(Condition.All::new),
                simple.list().ofMinSize(1).ofMaxSize(2).map(Condition.Any::new));
    }

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<String> names = Arbitraries.of("p", "q");
        Arbitrary<WhenEmpty> empty = Arbitraries.of(WhenEmpty.class);
        Arbitrary<Rule> simple = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("a", "b"), tests()).as((f, t) -> new Rule.Fact(f, t, "fact")),
                Combinators.combine(names, conditions(), empty).as((p, c, e) -> new Rule.NoItem(p, c, e, "{x}")),
                Combinators.combine(names, conditions(), conditions(), empty)
                        .as((p, c, m, e) -> new Rule.EveryItem(p, c, m, e, "{x}")),
                Combinators.combine(names, conditions()).as((p, c) -> new Rule.AtLeastOne(p, c, "none")));
        return Arbitraries.oneOf(
                simple,
                simple.map(r -> new Rule.Not(r, "not")),
                simple.list().ofMinSize(1).ofMaxSize(3).map(Rule.All::new),
                simple.list().ofMinSize(1).ofMaxSize(3).map(Rule.Any::new));
    }

    private static RuleEvaluation evaluation(Evidence evidence) {
        return new RuleEvaluation(
                CheckCase.recorded(evidence), Beside.NOTHING, Acceptances.NONE, CheckCase.OBSERVED_AT);
    }
}
