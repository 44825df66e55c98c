package org.cairn.reports.pdf;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.reports.pack.ErasedItem;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.EvidenceSheet.Artefact;
import org.cairn.reports.pack.Wording;

/// The evidence index: who collected what, from where, with which command, when, as whom, how much, and what was
/// refused.
record EvidenceSection(Writing writing) implements Section {
    static final int FACT_LIMIT = 24;

    static String collector(Evidence evidence) {
        return evidence.collector() + " v" + evidence.version();
    }

    static String hostAndUser(Evidence evidence) {
        return evidence.readAs() + "@" + evidence.host();
    }

    static String populations(Writing writing, EvidenceSheet sheet) {
        for (Artefact artefact : sheet.artefacts()) {
            if (artefact instanceof Artefact.Withheld withheld) {
                return writing.text("artefact.withheld", withheld.reason());
            }
        }
        Evidence evidence = sheet.recorded().evidence();
        return evidence.populations().isEmpty()
                ? writing.text("none")
                : evidence.populations().stream()
                        .map(p -> writing.text(
                                p.complete() ? "population.whole" : "population.partial",
                                p.name(),
                                p.items().size(),
                                p.refusals().size()))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public String anchor() {
        return "evidence";
    }

    @Override
    public Sheet sheet() {
        return writing.model().evidence().isEmpty() && writing.model().erased().isEmpty() ? Sheet.SAME : Sheet.PORTRAIT;
    }

    @Override
    public void write(Html into) {
        if (writing.model().evidence().isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("evidence.none"));
        } else {
            into.say(Tag.P, Look.LEAD, writing.text("evidence.lead"));
            List<EvidenceSheet> all = writing.model().evidence();
            List<EvidenceSheet> printed = all.stream()
                    .filter(sheet -> writing.printed().has(sheet.id()))
                    .toList();
            if (printed.size() < all.size()) {
                String said = writing.text("evidence.cut", writing.count(printed.size()), writing.count(all.size()));
                into.say(Tag.P, Look.CALLOUT, said);
            }
            printed.forEach(sheet -> sheet(into, sheet));
        }
        erased(into, writing.model().erased());
    }

    private static Html table(Html into, Column... columns) {
        return into.keep().table(Look.DENSE, List.of(columns));
    }

    private void erased(Html into, List<ErasedItem> items) {
        if (items.isEmpty()) {
            return;
        }
        into.say(Tag.H3, writing.text("erased.title"));
        into.say(Tag.P, Look.LEAD, writing.text("erased.lead"));
        Html rows = table(
                into,
                Column.text(10, writing.text("column.evidence")),
                Column.text(46, writing.text("column.erased")),
                Column.number(10, writing.text("column.bytes")),
                Column.text(34, writing.text("column.commitment")));
        for (ErasedItem item : items) {
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, Wording.evidence(item.entry()));
            row.say(Tag.TD, writing.wording().erased(item));
            row.say(Tag.TD, Look.RIGHT, writing.count(item.payload().sizeBytes()));
            row.add(Tag.TD)
                    .say(Tag.SPAN, Look.HASH, Wording.grouped(item.payload().commitment()));
        }
    }

    private void sheet(Html into, EvidenceSheet sheet) {
        RecordedEvidence recorded = sheet.recorded();
        Evidence evidence = recorded.evidence();
        Html head = into.add(Tag.DIV, Look.ENTRY).id(Writing.anchor(sheet.id()));
        head.add(Tag.H3)
                .say(Tag.SPAN, Look.NUMBER, Wording.evidence(recorded.entry()))
                .text(" " + sheet.title());
        Html facts = head.add(Tag.TABLE, Look.FACTS);
        writing.fact(facts, "evidence.id", sheet.id().stored());
        writing.fact(facts, "evidence.collector", collector(evidence));
        writing.fact(facts, "evidence.host", hostAndUser(evidence));
        writing.fact(
                facts,
                "evidence.times",
                writing.text("evidence.times.value", evidence.observedAt(), recorded.recordedAt(), recorded.entry()));
        sheet.staleFrom()
                .ifPresent(at ->
                        freshness(facts, at.isAfter(writing.model().cover().validAt()), at));
        new RedactionFacts(writing).write(facts, sheet);
        writing.fact(facts, "evidence.populations", populations(writing, sheet));
        writing.fact(
                facts,
                "evidence.controls",
                sheet.controls().stream().map(Object::toString).collect(Collectors.joining(", ")));
        observed(facts, evidence);
        sources(into, evidence.sources());
        artefacts(into, sheet.artefacts());
        new CausePictures(writing).write(into, sheet.pictures());
        refusals(into, evidence);
    }

    private void freshness(Html facts, boolean fresh, Instant at) {
        writing.fact(
                facts, "evidence.fresh", writing.text(fresh ? "evidence.fresh.until" : "evidence.fresh.lapsed", at));
    }

    private void observed(Html facts, Evidence evidence) {
        if (evidence.facts().isEmpty()) {
            return;
        }
        Html cell = writing.fact(facts, "evidence.facts");
        evidence.facts().entrySet().stream()
                .limit(FACT_LIMIT)
                .forEach(fact -> cell.say(Tag.DIV, Look.MONO, fact.getKey() + " = " + fact.getValue()));
        if (evidence.facts().size() > FACT_LIMIT) {
            cell.say(
                    Tag.DIV,
                    Look.SUB,
                    writing.text("evidence.facts.cut", evidence.facts().size() - FACT_LIMIT));
        }
    }

    private void sources(Html into, List<Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        Html rows = table(
                into,
                Column.text(31, writing.text("column.source")),
                Column.text(10, writing.text("column.how")),
                Column.text(15, writing.text("column.read-at")),
                Column.number(10, writing.text("column.bytes")),
                Column.text(34, writing.text("column.sha256")));
        for (Source source : sources) {
            Html row = rows.add(Tag.TR);
            row.add(Tag.TD).say(Tag.SPAN, Look.MONO, source.location());
            row.say(Tag.TD, writing.words().word(source.how()));
            writing.time(row.add(Tag.TD), source.readAt());
            row.say(Tag.TD, Look.RIGHT, writing.count(source.sizeBytes()));
            row.add(Tag.TD).say(Tag.SPAN, Look.HASH, Wording.grouped(source.sha256()));
        }
    }

    private void artefacts(Html into, List<Artefact> artefacts) {
        if (artefacts.isEmpty()) {
            return;
        }
        Html rows = table(
                into,
                Column.text(56, writing.text("column.file")),
                Column.number(10, writing.text("column.bytes")),
                Column.text(34, writing.text("column.sha256-or-commitment")));
        for (Artefact artefact : artefacts) {
            Html row = rows.add(Tag.TR);
            Html name = row.add(Tag.TD);
            Html size = row.add(Tag.TD, Look.RIGHT);
            Html digest = row.add(Tag.TD).add(Tag.SPAN, Look.HASH);
            switch (artefact) {
                case Artefact.Included(var path, var sha256, var sizeBytes) -> {
                    name.say(Tag.SPAN, Look.MONO, path);
                    size.text(writing.count(sizeBytes));
                    digest.text(Wording.grouped(sha256));
                }
                case Artefact.Withheld(var reason, var commitment, var sizeBytes) -> {
                    name.text(writing.text("artefact.withheld", reason));
                    size.text(writing.count(sizeBytes));
                    digest.text(Wording.grouped(commitment));
                }
                case Artefact.Erased(var commitment, var sizeBytes) -> {
                    name.text(writing.text("artefact.erased"));
                    size.text(writing.count(sizeBytes));
                    digest.text(Wording.grouped(commitment));
                }
            }
        }
    }

    private void refusals(Html into, Evidence evidence) {
        List<Refusal> refusals = evidence.refusals();
        if (refusals.isEmpty()) {
            return;
        }
        Html kept = into.keep();
        kept.say(Tag.H4, writing.text("evidence.refusals"));
        Html list = kept.add(Tag.UL, Look.REASONS);
        refusals.forEach(refusal -> list.say(Tag.LI, writing.wording().refusal(refusal)));
    }
}
