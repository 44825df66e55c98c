package org.cairn.checklist.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;

/// Evaluates a rule over one piece of evidence.
final class RuleEvaluation {
    private final RecordedEvidence recorded;
    private final Evidence evidence;
    private final Beside beside;
    private final Acceptances acceptances;
    private final Instant asOf;
    private final SequencedSet<EvidenceId> usedBeside = new LinkedHashSet<>();

    RuleEvaluation(RecordedEvidence recorded, Beside beside, Acceptances acceptances, Instant asOf) {
        this.recorded = recorded;
        this.evidence = recorded.evidence();
        this.beside = beside;
        this.acceptances = acceptances;
        this.asOf = asOf;
    }

    /// Other evidence that the evaluation rests on.
    List<EvidenceId> usedBeside() {
        return List.copyOf(usedBeside);
    }

    Truth evaluate(Rule rule) {
        return switch (rule) {
            case Rule.Fact fact -> fact(fact);
            case Rule.NoItem none -> noItem(none);
            case Rule.EveryItem every -> everyItem(every);
            case Rule.AtLeastOne some -> atLeastOne(some);
            case Rule.Fresh fresh -> fresh(fresh);
            case Rule.AsLongAgain period -> asLongAgain(period);
            case Rule.Covered covered -> covered(covered);
            case Rule.All all ->
                Truth.all(all.rules().stream().map(this::evaluate).toList());
            case Rule.Any any ->
                Truth.any(any.rules().stream().map(this::evaluate).toList());
            case Rule.Not not -> Truth.not(evaluate(not.rule()), FindingText.of(not.finding(), evidence));
        };
    }

    private Truth fact(Rule.Fact rule) {
        Optional<String> value = evidence.fact(rule.fact());
        if (value.isEmpty()) {
            return unobserved("fact " + rule.fact(), evidence.refusals());
        }
        return ItemTruth.test(rule.fact(), value.get(), rule.test(), FindingText.of(rule.finding(), evidence));
    }

    private Truth noItem(Rule.NoItem rule) {
        Optional<Population> found = evidence.population(rule.population());
        if (found.isEmpty()) {
            return unobserved("population " + rule.population(), evidence.refusals());
        }
        List<Truth> truths = new ArrayList<>();
        for (Item item : found.get().items()) {
            String finding = FindingText.of(rule.finding(), item, evidence);
            truths.add(borne(
                    Truth.not(ItemTruth.of(rule.where(), item, rule.population()), finding), rule.population(), item));
        }
        emptiness(found.get(), found.get().items().isEmpty(), rule.whenEmpty()).ifPresent(truths::add);
        return Truth.all(truths);
    }

    private Truth everyItem(Rule.EveryItem rule) {
        Optional<Population> found = evidence.population(rule.population());
        if (found.isEmpty()) {
            return unobserved("population " + rule.population(), evidence.refusals());
        }
        List<Truth> truths = new ArrayList<>();
        boolean nothingMeets = true;
        for (Item item : found.get().items()) {
            Truth where = ItemTruth.of(rule.where(), item, rule.population());
            nothingMeets &= where instanceof Truth.False;
            String finding = FindingText.of(rule.finding(), item, evidence);
            Truth must = ItemTruth.of(rule.must(), item, rule.population());
            truths.add(borne(
                    Truth.any(List.of(Truth.not(where, finding), ItemTruth.inWords(must, finding))),
                    rule.population(),
                    item));
        }
        emptiness(found.get(), nothingMeets, rule.whenEmpty()).ifPresent(truths::add);
        return Truth.all(truths);
    }

    private Truth atLeastOne(Rule.AtLeastOne rule) {
        Optional<Population> found = evidence.population(rule.population());
        if (found.isEmpty()) {
            return unobserved("population " + rule.population(), evidence.refusals());
        }
        List<Truth> truths = new ArrayList<>();
        found.get().items().forEach(item -> truths.add(ItemTruth.of(rule.where(), item, rule.population())));
        if (!found.get().complete()) {
            truths.add(unobserved("rest of " + rule.population(), found.get().refusals()));
        }
        Truth any = Truth.any(truths);
        return ItemTruth.inWords(any, FindingText.of(rule.finding(), evidence));
    }

    private Truth fresh(Rule.Fresh rule) {
        return time(rule.fact(), since -> young(since, rule.limit()));
    }

    private Truth asLongAgain(Rule.AsLongAgain rule) {
        return time(rule.from(), from -> time(rule.until(), until -> young(until, Duration.between(from, until))));
    }

    private Truth young(Instant since, Duration limit) {
        Duration age = Duration.between(since, asOf);
        return age.compareTo(limit) > 0
                ? new Truth.Unknown(List.of(new Gap.Stale(recorded.id(), age, limit)))
                : new Truth.True();
    }

    private Truth time(String fact, Function<Instant, Truth> judged) {
        Optional<String> value = evidence.fact(fact);
        if (value.isEmpty()) {
            return unobserved("fact " + fact, evidence.refusals());
        }
        try {
            return judged.apply(Instant.parse(value.get()));
        } catch (DateTimeException _) {
            return Truth.missing(fact + " as a time: it is '" + value.get() + "'");
        }
    }

    private Truth covered(Rule.Covered rule) {
        Optional<Population> found = evidence.population(rule.population());
        if (found.isEmpty()) {
            return unobserved("population " + rule.population(), evidence.refusals());
        }
        Counterparts counterparts = Counterparts.of(rule.counterpart(), beside, evidence.host(), asOf);
        if (!counterparts.gaps().isEmpty()) {
            return Truth.all(counterparts.gaps());
        }
        usedBeside.addAll(counterparts.used());
        CoverageTally tally = new CoverageTally(rule, evidence);
        for (Item item : found.get().items()) {
            tally.add(item, ItemTruth.of(rule.where(), item, rule.population()), counterparts.has(item));
        }
        List<Truth> truths = new ArrayList<>(tally.truths());
        emptiness(found.get(), tally.nothingMeets(), rule.whenEmpty()).ifPresent(truths::add);
        return Truth.all(truths);
    }

    /// What was found of one item, as far as people accepted it. It is never turned into a pass.
    private Truth borne(Truth truth, String population, Item item) {
        return truth instanceof Truth.False(var findings)
                ? acceptances
                        .of(recorded, population, item)
                        .map(acceptance -> borne(findings, acceptance))
                        .orElse(truth)
                : truth;
    }

    private Truth borne(List<String> findings, Acceptance acceptance) {
        return switch (acceptance.how()) {
            case FALSE_POSITIVE ->
                new Truth.Unknown(findings.stream()
                        .<Gap>map(finding -> new Gap.Accepted(
                                new Finding(recorded.id(), finding), acceptance.until(), acceptance.entry()))
                        .toList());
            case TOLERATED ->
                new Truth.False(findings.stream()
                        .map(finding -> finding + " (tolerated until " + acceptance.until() + ", entry "
                                + acceptance.entry() + ")")
                        .toList());
        };
    }

    private static Optional<Truth> emptiness(Population population, boolean empty, Rule.WhenEmpty whenEmpty) {
        if (!population.complete()) {
            return Optional.of(unobserved("rest of " + population.name(), population.refusals()));
        }
        return empty && whenEmpty == Rule.WhenEmpty.UNKNOWN
                ? Optional.of(Truth.missing("any member of " + population.name()))
                : Optional.empty();
    }

    /// What is not there is missing; what refused otherwise is unreadable.
    private static Truth unobserved(String what, List<Refusal> refusals) {
        List<String> absent = refusals.stream()
                .filter(refusal -> refusal.why() == Refusal.Why.ABSENT)
                .map(Refusal::source)
                .toList();
        List<Gap> gaps = new ArrayList<>();
        if (!absent.isEmpty()) {
            gaps.add(new Gap.Missing(what + " (not there: " + String.join(", ", absent) + ")"));
        }
        refusals.stream()
                .filter(refusal -> refusal.why() != Refusal.Why.ABSENT)
                .forEach(refusal -> gaps.add(new Gap.Unreadable(refusal)));
        if (gaps.isEmpty()) {
            gaps.add(new Gap.Missing(what));
        }
        return new Truth.Unknown(gaps);
    }
}
