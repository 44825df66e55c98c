package org.cairn.app.ui.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.RunChanges;
import org.cairn.app.workspace.RunChanges.CheckChange;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceChange;
import org.cairn.evidence.EvidenceChange.Change;
import org.cairn.evidence.EvidenceChange.PopulationChange;
import org.cairn.evidence.Item;

/// What changed between two runs, a sentence each.
record ChangeWords(Texts texts, Titles titles) {
    private static final int MOST = 50;

    List<String> of(RunChanges run, CollectorId collector) {
        List<String> words = new ArrayList<>();
        run.checks().stream()
                .filter(check -> check.check().reads().equals(collector))
                .forEach(check -> words.add(word(check)));
        run.seen().stream()
                .filter(seen -> seen.collector().equals(collector))
                .forEach(seen -> words.addAll(words(seen.change())));
        if (words.size() > MOST) {
            int more = words.size() - MOST;
            words.subList(MOST, words.size()).clear();
            words.add(texts.text("changes.more", more));
        }
        return words;
    }

    private String word(CheckChange check) {
        return texts.text("changes.check", titles.of(check.check()), word(check.before()), word(check.after()));
    }

    private String word(Optional<Outcome> outcome) {
        return texts.text(outcome.map(each -> switch (each) {
                    case Outcome.Satisfied _ -> "changes.satisfied";
                    case Outcome.NotSatisfied _ -> "changes.not-satisfied";
                    case Outcome.Indeterminate _ -> "changes.indeterminate";
                    case Outcome.NotApplicable _ -> "changes.not-applicable";
                })
                .orElse("changes.nothing"));
    }

    private List<String> words(EvidenceChange change) {
        List<String> words = new ArrayList<>();
        change.facts()
                .forEach((name, each) ->
                        words.add(texts.text("changes.fact", name, side(each.before()), side(each.after()))));
        for (PopulationChange population : change.populations()) {
            population.added().forEach(item -> words.add(texts.text("changes.added", population.name(), values(item))));
            population
                    .removed()
                    .forEach(item -> words.add(texts.text("changes.removed", population.name(), values(item))));
            population
                    .changed()
                    .forEach(member -> words.add(texts.text(
                            "changes.changed",
                            population.name(),
                            member.key() + " " + member.value(),
                            changed(member.values()))));
        }
        change.refused().forEach(refusal -> words.add(texts.text("changes.refused", refusal.source())));
        change.readable().forEach(refusal -> words.add(texts.text("changes.readable", refusal.source())));
        return words;
    }

    private String changed(Map<String, Change> values) {
        return values.entrySet().stream()
                .map(value -> texts.text(
                        "changes.fact",
                        value.getKey(),
                        side(value.getValue().before()),
                        side(value.getValue().after())))
                .collect(Collectors.joining("; "));
    }

    private String side(Optional<String> value) {
        return value.orElseGet(() -> texts.text("changes.none-there"));
    }

    private static String values(Item item) {
        return item.values().entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
