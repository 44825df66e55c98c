package org.cairn.checklist.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import org.cairn.checklist.Gap;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.RecordedEvidence;

/// Members of other evidence about the same host, found by their values.
final class Counterparts {
    private final Rule.Counterpart rule;
    private final List<Set<List<String>>> there = new ArrayList<>();
    private final List<Set<List<String>>> contrary = new ArrayList<>();
    private final List<Truth> gaps = new ArrayList<>();
    private final SequencedSet<EvidenceId> used = new LinkedHashSet<>();

    private Counterparts(Rule.Counterpart rule) {
        this.rule = rule;
        rule.same().forEach(_ -> {
            there.add(new HashSet<>());
            contrary.add(new HashSet<>());
        });
    }

    static Counterparts of(Rule.Counterpart rule, Beside beside, String host, Instant asOf) {
        Counterparts counterparts = new Counterparts(rule);
        Beside.Found found = beside.of(rule.collector());
        found.unopened().forEach(counterparts::gap);
        boolean any = false;
        for (RecordedEvidence each : found.evidence()) {
            if (each.evidence().host().equals(host)) {
                any |= counterparts.read(each, asOf);
            }
        }
        if (any) {
            counterparts.gaps.clear();
        } else if (rule.needed() && counterparts.gaps.isEmpty()) {
            counterparts.gaps.add(Truth.missing("evidence of " + rule.collector() + " about " + host));
        }
        return counterparts;
    }

    /// Whether it could be read. What is stale or incomplete is no basis; that is a gap where it is needed and nothing
    /// else is there.
    private boolean read(RecordedEvidence recorded, Instant asOf) {
        Duration age = Duration.between(recorded.observedAt(), asOf);
        Optional<Population> population = recorded.evidence().population(rule.population());
        if (age.compareTo(rule.timeToLive()) > 0) {
            gap(new Gap.Stale(recorded.id(), age, rule.timeToLive()));
            return false;
        }
        if (population.isEmpty() || !population.get().complete()) {
            gap(new Gap.Missing("the whole of " + rule.population() + " of " + rule.collector()));
            return false;
        }
        used.add(recorded.id());
        for (Item item : population.get().items()) {
            boolean stands = ItemTruth.of(rule.where(), item, rule.population()) instanceof Truth.True;
            boolean contradicts = rule.unless().isPresent()
                    && !(ItemTruth.of(rule.unless().get(), item, rule.population()) instanceof Truth.False);
            for (int i = 0; i < rule.same().size(); i++) {
                Optional<List<String>> key =
                        values(List.copyOf(rule.same().get(i).values()), item);
                if (key.isPresent() && stands) {
                    there.get(i).add(key.get());
                }
                if (key.isPresent() && contradicts) {
                    contrary.get(i).add(key.get());
                }
            }
        }
        return true;
    }

    private void gap(Gap gap) {
        if (rule.needed()) {
            gaps.add(new Truth.Unknown(List.of(gap)));
        }
    }

    boolean has(Item item) {
        boolean found = false;
        for (int i = 0; i < rule.same().size(); i++) {
            SortedMap<String, String> names = rule.same().get(i);
            Optional<List<String>> key = values(List.copyOf(names.keySet()), item);
            if (key.isPresent() && contrary.get(i).contains(key.get())) {
                return false;
            }
            found |= key.isPresent() && there.get(i).contains(key.get());
        }
        return found;
    }

    /// Empty where one of the values is not there.
    private static Optional<List<String>> values(List<String> names, Item item) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            item.value(name).ifPresent(values::add);
        }
        return values.size() == names.size() ? Optional.of(values) : Optional.empty();
    }

    List<Truth> gaps() {
        return List.copyOf(gaps);
    }

    List<EvidenceId> used() {
        return List.copyOf(used);
    }
}
