package org.cairn.checklist.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;

/// Which members have a counterpart, and what follows.
final class CoverageTally {
    private static final int NAMED = 5;

    private final Rule.Covered rule;
    private final Evidence evidence;
    private final List<Truth> each = new ArrayList<>();
    private final List<Item> missing = new ArrayList<>();
    private long met;
    private long covered;
    private boolean nothingMeets = true;

    CoverageTally(Rule.Covered rule, Evidence evidence) {
        this.rule = rule;
        this.evidence = evidence;
    }

    void add(Item item, Truth where, boolean hasCounterpart) {
        nothingMeets &= where instanceof Truth.False;
        if (where instanceof Truth.False) {
            return;
        }
        met++;
        covered += hasCounterpart && where instanceof Truth.True ? 1 : 0;
        if (!hasCounterpart) {
            missing.add(item);
            String finding = FindingText.of(rule.finding(), item, evidence);
            each.add(Truth.not(where, finding));
        }
    }

    boolean nothingMeets() {
        return nothingMeets;
    }

    /// With a share that suffices, one truth for all: true from that share on. A member of which it is not known
    /// whether it is meant counts as one that has none.
    List<Truth> truths() {
        if (rule.percent() == 100) {
            return List.copyOf(each);
        }
        if (met == 0 || covered * 100 >= met * rule.percent()) {
            return List.of(new Truth.True());
        }
        Map<String, String> values = new TreeMap<>();
        values.put("covered", Long.toString(covered));
        values.put("of", Long.toString(met));
        values.put("percent", Long.toString(covered * 100 / met));
        values.put(
                "missing",
                String.join(
                        ", ",
                        missing.stream()
                                .limit(NAMED)
                                .map(item -> item.value("name").orElse("?"))
                                .toList()));
        return List.of(new Truth.False(List.of(FindingText.of(rule.finding(), Item.of(values), evidence))));
    }
}
