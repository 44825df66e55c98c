package org.cairn.collectors.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// A population while it is being gathered. At most 50 000 members are kept; more is a refusal.
public final class Members {
    private static final int LIMIT = 50_000;

    private final String name;
    private final List<Item> items = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private boolean full;

    Members(String name) {
        this.name = name;
    }

    /// @param namesAndValues alternating
    public Members add(String... namesAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return add(values);
    }

    public Members add(Map<String, String> values) {
        if (items.size() < LIMIT) {
            items.add(Item.of(values));
        } else if (!full) {
            full = true;
            refuse(new Refusal(name, Refusal.Why.TOO_LARGE, "more than " + LIMIT + " members"));
        }
        return this;
    }

    /// Members or values were kept from being seen.
    public Members refuse(Refusal refusal) {
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
        return this;
    }

    Population finished() {
        return new Population(name, items, refusals);
    }
}
