package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.app.workspace.RunChanges;
import org.cairn.app.workspace.RunChanges.CheckChange;
import org.cairn.app.workspace.RunChanges.SeenChange;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.EvidenceChange;
import org.cairn.evidence.EvidenceChange.Change;
import org.cairn.evidence.EvidenceChange.MemberChange;
import org.cairn.evidence.EvidenceChange.PopulationChange;
import org.cairn.evidence.Item;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// What is different on a host since the run before.
record ChangeListing(RunChanges changes) {
    private static final int MOST_LINES = 40;

    void printTo(PrintStream out) {
        if (changes.first()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        changes.checks()
                .forEach(check ->
                        lines.add(check.check().id() + ": " + word(check.before()) + " -> " + word(check.after())));
        changes.seen().forEach(seen -> lines.addAll(lines(seen)));
        out.println();
        out.println(lines.isEmpty() ? "nothing changed since the run before" : "changed since the run before:");
        lines.stream().limit(MOST_LINES).forEach(line -> out.println("  " + Table.printable(line)));
        if (lines.size() > MOST_LINES) {
            out.println("  and " + (lines.size() - MOST_LINES) + " more; --format json has all");
        }
    }

    private static String word(Optional<Outcome> outcome) {
        return outcome.map(OutcomeTexts::code).orElse("nothing seen");
    }

    private static List<String> lines(SeenChange seen) {
        List<String> lines = new ArrayList<>();
        String collector = seen.collector().value();
        EvidenceChange change = seen.change();
        change.facts()
                .forEach((name, each) ->
                        lines.add(collector + " " + name + ": " + side(each.before()) + " -> " + side(each.after())));
        for (PopulationChange population : change.populations()) {
            String where = collector + " " + population.name();
            population.added().forEach(item -> lines.add(where + " + " + words(item)));
            population.removed().forEach(item -> lines.add(where + " - " + words(item)));
            population
                    .changed()
                    .forEach(member -> lines.add(where + " ~ " + member.key() + "=" + member.value() + ": "
                            + member.values().entrySet().stream()
                                    .map(each -> each.getKey() + " "
                                            + side(each.getValue().before()) + " -> "
                                            + side(each.getValue().after()))
                                    .collect(Collectors.joining(", "))));
        }
        change.refused().forEach(refusal -> lines.add(collector + " not readable any more: " + refusal.source()));
        change.readable().forEach(refusal -> lines.add(collector + " no longer refused: " + refusal.source()));
        return lines;
    }

    private static String side(Optional<String> value) {
        return value.orElse("(none)");
    }

    private static String words(Item item) {
        return item.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" "));
    }

    Json json() {
        return Json.object()
                .with("host", JsonOutput.text(changes.host().text()))
                .with("first", new JsonFlag(changes.first()))
                .with(
                        "checks",
                        new JsonArray(changes.checks().stream()
                                .map(ChangeListing::json)
                                .toList()))
                .with(
                        "evidence",
                        new JsonArray(
                                changes.seen().stream().map(ChangeListing::json).toList()))
                .build();
    }

    private static Json json(CheckChange check) {
        return Json.object()
                .with("check", check.check().id().value())
                .with("before", JsonOutput.text(check.before().map(OutcomeTexts::code)))
                .with("after", JsonOutput.text(check.after().map(OutcomeTexts::code)))
                .build();
    }

    private static Json json(SeenChange seen) {
        EvidenceChange change = seen.change();
        return Json.object()
                .with("collector", seen.collector().value())
                .with("before", seen.before().id().hex())
                .with("after", seen.after().id().hex())
                .with("facts", json(change.facts()))
                .with(
                        "populations",
                        new JsonArray(change.populations().stream()
                                .map(ChangeListing::json)
                                .toList()))
                .with("refused", refusals(change.refused()))
                .with("readable", refusals(change.readable()))
                .build();
    }

    private static Json json(PopulationChange population) {
        return Json.object()
                .with("population", population.name())
                .with("whole", new JsonFlag(population.whole()))
                .with(
                        "added",
                        new JsonArray(population.added().stream()
                                .map(ChangeListing::json)
                                .toList()))
                .with(
                        "removed",
                        new JsonArray(population.removed().stream()
                                .map(ChangeListing::json)
                                .toList()))
                .with(
                        "changed",
                        new JsonArray(population.changed().stream()
                                .map(ChangeListing::json)
                                .toList()))
                .build();
    }

    private static Json json(MemberChange member) {
        return Json.object()
                .with("key", member.key())
                .with("value", JsonOutput.text(member.value()))
                .with("values", json(member.values()))
                .build();
    }

    private static Json json(Map<String, Change> values) {
        return new JsonArray(values.entrySet().stream()
                .<Json>map(value -> Json.object()
                        .with("name", JsonOutput.text(value.getKey()))
                        .with("before", JsonOutput.text(value.getValue().before()))
                        .with("after", JsonOutput.text(value.getValue().after()))
                        .build())
                .toList());
    }

    private static Json json(Item item) {
        return new JsonArray(item.values().entrySet().stream()
                .<Json>map(value -> Json.object()
                        .with("name", JsonOutput.text(value.getKey()))
                        .with("value", JsonOutput.text(value.getValue()))
                        .build())
                .toList());
    }

    private static Json refusals(List<Refusal> refusals) {
        return JsonOutput.texts(refusals.stream().map(Refusal::source).toList());
    }
}
