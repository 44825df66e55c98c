package org.cairn.collectors.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// Results by rule, counted: one member for each rule, outcome and severity, however often it came. Findings and
/// other results have room of their own, so that a flood of what passed never drives out what did not.
final class ResultTally {
    static final String POPULATION = "results";

    /// Rules with a finding, and rules without, that are kept. The largest benchmarks have some 1,500 rules.
    static final int MOST_OF_EACH = 10_000;

    private final Map<String, Entry> findings = new LinkedHashMap<>();
    private final Map<String, Entry> others = new LinkedHashMap<>();
    private final Map<ResultOutcome, Long> counts = new EnumMap<>(ResultOutcome.class);
    private long dropped;

    private static final class Entry {
        private final ToolResult first;
        private long count;

        Entry(ToolResult first) {
            this.first = first;
        }
    }

    void add(ToolResult result, long times) {
        counts.merge(result.outcome(), times, Long::sum);
        Map<String, Entry> kept = result.outcome().found() ? findings : others;
        String key =
                result.outcome() + "\n" + result.severity().orElse("") + "\n" + result.tool() + "\n" + result.rule();
        Entry entry = kept.get(key);
        if (entry == null) {
            if (kept.size() >= MOST_OF_EACH) {
                dropped += times;
                return;
            }
            entry = new Entry(result);
            kept.put(key, entry);
        }
        entry.count += times;
    }

    Map<ResultOutcome, Long> counts() {
        return new EnumMap<>(counts);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /// @param refusals what else kept results from being seen
    Population population(List<Refusal> refusals) {
        List<Refusal> all = new ArrayList<>(refusals);
        if (dropped > 0) {
            all.add(new Refusal(
                    POPULATION,
                    Refusal.Why.TOO_LARGE,
                    dropped + " results of further rules are counted and not kept: more than " + MOST_OF_EACH
                            + " rules with, or without, a finding"));
        }
        List<Item> items = new ArrayList<>(findings.size() + others.size());
        findings.values().forEach(entry -> items.add(item(entry)));
        others.values().forEach(entry -> items.add(item(entry)));
        return new Population(POPULATION, items, all);
    }

    private static Item item(Entry entry) {
        ToolResult result = entry.first;
        Map<String, String> values = new TreeMap<>();
        values.put("rule", result.rule());
        values.put("tool", result.tool());
        values.put("title", result.title());
        values.put("outcome", result.outcome().word());
        values.put("applies", result.outcome().applies() ? "yes" : "no");
        passed(result.outcome()).ifPresent(passed -> values.put("passed", passed));
        result.severity().ifPresent(severity -> values.put("severity", severity));
        result.where().ifPresent(where -> values.put("where", where));
        values.put("count", Long.toString(entry.count));
        result.ids().describe(values);
        return Item.of(values);
    }

    /// Left out where the tool did not tell: that is neither.
    private static Optional<String> passed(ResultOutcome outcome) {
        if (outcome == ResultOutcome.PASS) {
            return Optional.of("yes");
        }
        return outcome.found() ? Optional.of("no") : Optional.empty();
    }
}
