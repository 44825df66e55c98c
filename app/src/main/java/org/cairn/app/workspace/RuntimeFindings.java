package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.causality.Edge;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.policy.Deviation;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.causality.policy.RuntimePolicy;
import org.cairn.causality.policy.Scrutiny;
import org.cairn.causality.policy.Sight;
import org.cairn.causality.policy.Undecided;
import org.cairn.causality.policy.Watched;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// What was found, as populations: one for each kind of deviation, complete only where it can be told that there are no
/// more.
/// @param earlier  what earlier evidence found and this record does not speak of, by name of the population
/// @param host     of the record
/// @param accepted when this is recorded; for people alone, since judgement asks the ledger
record RuntimeFindings(
        RuntimeRecord record,
        RuntimePolicy policy,
        Scrutiny scrutiny,
        Sight sight,
        Map<String, List<Item>> earlier,
        String host,
        AcceptedDeviations accepted) {
    private static final int MOST_ITEMS = 1_000;

    /// More reasons say no more.
    private static final int MOST_REASONS = 20;

    private static final int LONGEST_REASON = 300;

    Population population(DeviationKind kind) {
        List<Item> items = new ArrayList<>();
        earlier.getOrDefault(kind.id(), List.of()).forEach(item -> items.add(with(accepted(kind, item), item)));
        scrutiny.deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .map(this::item)
                .forEach(items::add);
        List<String> open = new ArrayList<>(sight.blindTo(kind));
        if (!policy.speaksOf(kind)) {
            open.add("the baseline does not say: " + RuntimePolicy.part(kind));
        }
        scrutiny.undecided().stream()
                .filter(event -> event.kind() == kind)
                .map(Undecided::why)
                .forEach(open::add);
        List<Refusal> refusals = new ArrayList<>(refusals(open));
        if (items.size() > MOST_ITEMS) {
            refusals.add(new Refusal(
                    kind.id(),
                    Refusal.Why.TOO_LARGE,
                    items.size() + " were found, the first " + MOST_ITEMS + " are here"));
        }
        return new Population(kind.id(), items.subList(0, Math.min(MOST_ITEMS, items.size())), refusals);
    }

    private Item item(Deviation deviation) {
        Edge edge = record.graph().edge(deviation.place());
        SortedMap<String, String> values = new TreeMap<>();
        values.put("what", deviation.what());
        values.put("rule", deviation.rule());
        values.put("result", RuntimeSubgraph.code(edge.result()));
        values.put("basis", RuntimeSubgraph.code(edge.basis()));
        values.put("at", edge.at().time().toString());
        values.put("log", edge.records().getFirst().source().hex());
        values.put("offset", Long.toString(edge.records().getFirst().offset()));
        return with(accepted(deviation.kind(), Item.of(values)), Item.of(values));
    }

    private static Item with(String accepted, Item item) {
        SortedMap<String, String> values = new TreeMap<>(item.values());
        values.put("accepted", accepted);
        return Item.of(values);
    }

    /// As what, until when and by which entry; `no` where nobody accepted it.
    private String accepted(DeviationKind kind, Item item) {
        return item.value("what")
                .flatMap(what -> accepted.of(host, kind, what))
                .map(line ->
                        RuntimeSubgraph.code(line.event().as()) + " until " + line.until() + ", entry " + line.entry())
                .orElse("no");
    }

    private static List<Refusal> refusals(List<String> reasons) {
        List<Refusal> refusals = new ArrayList<>();
        reasons.stream()
                .limit(MOST_REASONS)
                .map(reason -> new Refusal(shortened(reason), Refusal.Why.ABSENT, "the record does not tell"))
                .forEach(refusals::add);
        if (reasons.size() > MOST_REASONS) {
            refusals.add(new Refusal(
                    (reasons.size() - MOST_REASONS) + " reasons more", Refusal.Why.ABSENT, "the record does not tell"));
        }
        return refusals;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_REASON) - 1)) + "…";
    }

    /// The groups of events that could be seen throughout the window.
    Population watched() {
        List<Item> seen = Stream.of(Watched.values())
                .filter(what ->
                        !sight.unwatched().containsKey(what) && sight.gaps().isEmpty())
                .map(what -> Item.of(Map.of("what", what.id(), "seen", "yes")))
                .toList();
        List<String> open = new ArrayList<>(sight.gaps());
        sight.unwatched().values().forEach(open::addAll);
        return new Population("watched", seen, refusals(open));
    }

    /// What was read, as far as it can be counted.
    Population logs() {
        return new Population(
                "logs", record.logs().stream().map(RuntimeFindings::log).toList(), List.of());
    }

    private static Item log(IngestSummary log) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("sha256", log.source().digest().hex());
        values.put("format", log.format().id());
        values.put("records", Long.toString(log.records()));
        values.put("records-rejected", Long.toString(log.rejectedRecords()));
        values.put("events", Long.toString(log.events()));
        values.put("events-rejected", Long.toString(log.rejectedEvents()));
        values.put("gaps", Long.toString(log.coverage().gapCount()));
        log.coverage().first().ifPresent(at -> values.put("first", at.time().toString()));
        log.coverage().last().ifPresent(at -> values.put("last", at.time().toString()));
        return Item.of(values);
    }

    /// What the record is blind to in the window, all of it.
    Population gaps() {
        List<Item> gaps = new ArrayList<>();
        sight.gaps().forEach(gap -> gaps.add(Item.of(Map.of("blind-to", "everything", "why", gap))));
        sight.unwatched()
                .forEach((what, reasons) ->
                        reasons.forEach(reason -> gaps.add(Item.of(Map.of("blind-to", what.id(), "why", reason)))));
        return new Population("gaps", gaps, List.of());
    }
}
