package org.cairn.reports.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Source;
import org.cairn.reports.pack.ErasedItem;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.EvidenceSheet.Artefact;
import org.cairn.reports.pack.Freshness;
import org.cairn.reports.pack.Wording;

/// The evidence index, one row a source, so that a filter finds every file and command.
record EvidenceTable(Tables tables) {
    Table table() {
        List<Line> lines = new ArrayList<>();
        for (EvidenceSheet sheet : tables.model().evidence()) {
            int sources = sheet.recorded().evidence().sources().size();
            IntStream.range(0, Math.max(1, sources)).forEach(source -> lines.add(new Line(sheet, source)));
        }
        List<ErasedItem> erased = tables.model().erased();
        return new Table(
                tables.words().text("sheet.evidence"),
                "Evidence",
                tables.columns(
                        Map.of("evidence.fresh", tables.statuses().freshness()),
                        "column.evidence:10",
                        "column.id:34",
                        "column.title:34",
                        "column.controls:14",
                        "column.collector:26",
                        "column.collector-version:9",
                        "column.host:16",
                        "column.user:12",
                        "column.observed-utc:19",
                        "column.recorded-utc:19",
                        "column.entry:9",
                        "column.fresh-until-utc:19",
                        "evidence.fresh:16",
                        "column.source:40",
                        "column.how:11",
                        "column.read-at-utc:19",
                        "column.bytes:12",
                        "column.sha256:34",
                        "column.population:30",
                        "column.refusals:40",
                        "column.values:44",
                        "column.file:52"),
                Rows.of(
                        lines.size() + erased.size(),
                        row -> row < lines.size() ? row(lines.get(row)) : erased(erased.get(row - lines.size()))));
    }

    /// @param source counted from 0; the first also where there is none
    private record Line(EvidenceSheet sheet, int source) {}

    private List<Cell> row(Line line) {
        List<Source> sources = line.sheet().recorded().evidence().sources();
        return row(line.sheet(), sources.isEmpty() ? noSource() : source(sources.get(line.source())));
    }

    private List<Cell> row(EvidenceSheet sheet, List<Cell> source) {
        Evidence evidence = sheet.recorded().evidence();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(Wording.evidence(sheet.recorded().entry())),
                Cell.text(sheet.id().hex()),
                Cell.text(sheet.title()),
                Cell.lines(sheet.controls().stream().map(Object::toString).toList()),
                Cell.text(evidence.collector().value()),
                new Cell.Count(evidence.version()),
                Cell.text(evidence.host()),
                Cell.text(evidence.readAs()),
                new Cell.Time(evidence.observedAt()),
                new Cell.Time(sheet.recorded().recordedAt()),
                new Cell.Count(sheet.recorded().entry()),
                Cell.time(sheet.staleFrom()),
                tables.statuses().of(Freshness.of(sheet, tables.model().cover().validAt()))));
        row.addAll(source);
        row.add(Cell.lines(evidence.populations().stream()
                .map(p -> tables.words()
                        .text(
                                p.complete() ? "population.whole" : "population.partial",
                                p.name(),
                                p.items().size(),
                                p.refusals().size()))
                .toList()));
        row.add(Cell.lines(
                evidence.refusals().stream().map(tables.wording()::refusal).toList()));
        row.add(Cell.lines(evidence.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " = " + fact.getValue())
                .toList()));
        row.add(Cell.lines(sheet.artefacts().stream().map(this::artefact).toList()));
        return row;
    }

    /// An erased item has no observations; its title says who destroyed it, when and why.
    private List<Cell> erased(ErasedItem item) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(Wording.evidence(item.entry())),
                Cell.text(item.evidence().map(EvidenceId::hex).orElse("")),
                Cell.text(tables.wording().erased(item)),
                Cell.lines(item.controls()),
                Cell.text(item.what())));
        row.addAll(Collections.nCopies(5, new Cell.Empty()));
        row.add(new Cell.Count(item.entry()));
        row.addAll(Collections.nCopies(2, new Cell.Empty()));
        row.addAll(noSource());
        row.addAll(Collections.nCopies(3, new Cell.Empty()));
        row.add(Cell.text(tables.words().text("artefact.erased")));
        return row;
    }

    private List<Cell> source(Source source) {
        return List.of(
                Cell.text(source.location()),
                Cell.text(tables.words().word(source.how())),
                new Cell.Time(source.readAt()),
                new Cell.Count(source.sizeBytes()),
                Cell.text(source.sha256().hex()));
    }

    private static List<Cell> noSource() {
        return List.of(new Cell.Empty(), new Cell.Empty(), new Cell.Empty(), new Cell.Empty(), new Cell.Empty());
    }

    private String artefact(Artefact artefact) {
        return switch (artefact) {
            case Artefact.Included included -> included.path();
            case Artefact.Withheld withheld -> tables.words().text("artefact.withheld", withheld.reason());
            case Artefact.Erased _ -> tables.words().text("artefact.erased");
        };
    }
}
