package org.cairn.collectors.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// A population of a report while it is read: each member once, and not more than can be held.
final class Members {
    /// As many as collectors keep of a population.
    private static final int MOST = 50_000;

    private final String name;
    private final Set<Item> items = new HashSet<>();
    private final List<Item> inOrder = new ArrayList<>();
    private long dropped;

    Members(String name) {
        this.name = name;
    }

    void add(Map<String, String> values) {
        Map<String, String> clean = new TreeMap<>();
        values.forEach((key, value) -> clean.put(key, CleanText.of(value)));
        Item item = Item.of(clean);
        if (items.contains(item)) {
            return;
        }
        if (inOrder.size() >= MOST) {
            dropped++;
            return;
        }
        items.add(item);
        inOrder.add(item);
    }

    int size() {
        return inOrder.size();
    }

    Population population(List<Refusal> refusals) {
        List<Refusal> all = new ArrayList<>(refusals);
        if (dropped > 0) {
            all.add(new Refusal(
                    name, Refusal.Why.TOO_LARGE, dropped + " further members are not kept: more than " + MOST));
        }
        return new Population(name, inOrder, all);
    }
}
