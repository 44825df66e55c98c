package org.cairn.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is different between two observations by one collector: facts, members of populations, refusals.
/// @param facts       by name; one side is empty where the fact came or went
/// @param populations those that differ, by name
/// @param refused     what is refused now and was not before
/// @param readable    what was refused before and is not now
public record EvidenceChange(
        SortedMap<String, Change> facts,
        List<PopulationChange> populations,
        List<Refusal> refused,
        List<Refusal> readable) {
    public EvidenceChange {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        populations = List.copyOf(populations);
        refused = List.copyOf(refused);
        readable = List.copyOf(readable);
    }

    /// @param before empty where it was not there, or not observed
    /// @param after  empty where it is not there, or not observed
    public record Change(Optional<String> before, Optional<String> after) {}

    /// @param name   of the population
    /// @param whole  whether both sides were seen as a whole: else a member may have been there, or may still be
    public record PopulationChange(
            String name, List<Item> added, List<Item> removed, List<MemberChange> changed, boolean whole) {
        public PopulationChange {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }

        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    /// A member that is still there, with other values.
    /// @param key   the value that tells members apart, e.g. `path`
    /// @param value of it
    public record MemberChange(String key, String value, SortedMap<String, Change> values) {
        public MemberChange {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /// Requires that both are of one collector.
    public static EvidenceChange between(Evidence before, Evidence after) {
        List<PopulationChange> populations = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        before.populations().forEach(population -> names.add(population.name()));
        after.populations().forEach(population -> names.add(population.name()));
        for (String name : names) {
            PopulationChange change = population(
                    name,
                    before.population(name).orElse(new Population(name, List.of(), List.of())),
                    after.population(name).orElse(new Population(name, List.of(), List.of())));
            if (!change.isEmpty()) {
                populations.add(change);
            }
        }
        return new EvidenceChange(
                values(before.facts(), after.facts()),
                populations,
                without(after.refusals(), before.refusals()),
                without(before.refusals(), after.refusals()));
    }

    public boolean isEmpty() {
        return facts.isEmpty() && populations.isEmpty() && refused.isEmpty() && readable.isEmpty();
    }

    private static SortedMap<String, Change> values(Map<String, String> before, Map<String, String> after) {
        SortedMap<String, Change> changes = new TreeMap<>();
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Change change = new Change(Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)));
            if (!change.before().equals(change.after())) {
                changes.put(name, change);
            }
        }
        return changes;
    }

    private static PopulationChange population(String name, Population before, Population after) {
        List<Item> removed = without(before.items(), after.items());
        List<Item> added = without(after.items(), before.items());
        List<MemberChange> changed = new ArrayList<>();
        Optional<String> key = key(before.items(), after.items(), removed, added);
        if (key.isPresent()) {
            Map<String, Item> gone = byKey(removed, key.get());
            for (Map.Entry<String, Item> member : byKey(added, key.get()).entrySet()) {
                Item was = gone.get(member.getKey());
                if (was != null) {
                    changed.add(new MemberChange(
                            key.get(),
                            member.getKey(),
                            values(was.values(), member.getValue().values())));
                    removed.remove(was);
                    added.remove(member.getValue());
                }
            }
        }
        return new PopulationChange(name, added, removed, changed, before.complete() && after.complete());
    }

    /// How often something stands in `all` more than in `others`, counted: of two equal members one may have gone.
    private static <T> List<T> without(List<T> all, List<T> others) {
        Map<T, Integer> counts = new HashMap<>();
        others.forEach(other -> counts.merge(other, 1, Integer::sum));
        List<T> rest = new ArrayList<>();
        for (T each : all) {
            if (counts.merge(each, -1, Integer::sum) < 0) {
                rest.add(each);
            }
        }
        return rest;
    }

    /// The value that tells the members of both sides apart, and pairs the most of those that differ; of several the
    /// first by name.
    private static Optional<String> key(List<Item> before, List<Item> after, List<Item> removed, List<Item> added) {
        SortedSet<String> names = new TreeSet<>();
        removed.forEach(item -> names.addAll(item.values().keySet()));
        Optional<String> best = Optional.empty();
        int most = 0;
        for (String name : names) {
            Set<String> common = new HashSet<>(byKey(removed, name).keySet());
            common.retainAll(byKey(added, name).keySet());
            if (common.size() > most && isUnique(before, name) && isUnique(after, name)) {
                most = common.size();
                best = Optional.of(name);
            }
        }
        return best;
    }

    private static boolean isUnique(List<Item> items, String name) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .allMatch(item -> item.value(name).filter(seen::add).isPresent());
    }

    private static SortedMap<String, Item> byKey(List<Item> items, String name) {
        SortedMap<String, Item> byKey = new TreeMap<>();
        items.forEach(item -> item.value(name).ifPresent(value -> byKey.putIfAbsent(value, item)));
        return byKey;
    }
}
