package org.cairn.reports.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.evidence.EvidenceId;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.LedgerPage;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.RequirementRow;
import org.cairn.reports.pack.Wording;
import org.cairn.reports.xlsx.Table.Column;

/// The tables of controls, requirements, mapping and ledger.
record Tables(PackModel model, ReportWords words, Wording wording) {
    Statuses statuses() {
        return new Statuses(words);
    }

    Table controls() {
        return new Table(
                words.text("sheet.controls"),
                "Controls",
                columns(
                        Map.of(
                                "column.answer",
                                statuses().answers(),
                                "column.outcome",
                                statuses().outcomes()),
                        "column.control:10",
                        "column.category:20",
                        "column.title:38",
                        "column.answer:18",
                        "column.outcome:18",
                        "column.contradiction:36",
                        "column.note:44",
                        "column.why:44",
                        "column.checks:40",
                        "column.evidence:16",
                        "column.author:22",
                        "column.key:34",
                        "column.recorded-utc:19",
                        "column.entry:9",
                        "column.work-state:14",
                        "column.documented:12",
                        "column.implemented:12",
                        "column.owner:22",
                        "column.due:12",
                        "column.applies-from:12"),
                model.controls().stream().map(this::control).toList());
    }

    private List<Cell> control(ControlPage page) {
        Optional<Answer> answer = page.answer();
        return List.of(
                Cell.text(page.id().value()),
                Cell.text(words.term("category", page.control().category())),
                Cell.text(page.control().title()),
                statuses().of(answer.map(Answer::status)),
                status(page.outcome()),
                Cell.text(
                        model.contradiction(page.id()).map(Contradiction::text).orElse("")),
                Cell.text(answer.map(Answer::note).orElse("")),
                Cell.lines(wording.reasons(page.outcome())),
                Cell.lines(page.checks().stream().map(this::check).toList()),
                evidence(page.evidence()),
                Cell.text(answer.map(Answer::author).orElse("")),
                Cell.text(answer.map(given -> given.key().hex()).orElse("")),
                Cell.time(answer.map(Answer::recordedAt)),
                Cell.number(answer.map(Answer::entry)),
                Cell.text(answer.map(given -> words.word(given.workState())).orElse("")),
                Cell.number(answer.flatMap(Answer::maturity).map(Maturity::documentation)),
                Cell.number(answer.flatMap(Answer::maturity).map(Maturity::implementation)),
                Cell.text(answer.map(Answer::owner).orElse("")),
                Cell.day(answer.flatMap(Answer::due)),
                Cell.day(answer.flatMap(Answer::appliesFrom)));
    }

    private String check(ControlPage.CheckRow check) {
        return words.text("check.line", check.id(), words.word(OutcomeKind.of(check.outcome())), check.title());
    }

    Table requirements() {
        return new Table(
                words.text("sheet.requirements"),
                "Requirements",
                columns(
                        Map.of(
                                "column.state",
                                statuses().states(),
                                "column.own-answer",
                                statuses().answers()),
                        "column.number:18",
                        "column.requirement:48",
                        "column.citation:34",
                        "column.kind:14",
                        "column.binds:20",
                        "column.state:20",
                        "column.own-answer:18",
                        "column.note:40",
                        "column.controls:22",
                        "column.evidence:16",
                        "column.gaps:40",
                        "column.remarks:40"),
                model.requirements().stream().map(this::requirement).toList());
    }

    private List<Cell> requirement(RequirementRow row) {
        return List.of(
                Cell.text(row.id().number()),
                Cell.text(row.title()),
                Cell.text(row.citation()),
                Cell.text(words.term("kind", row.kind())),
                Cell.text(String.join(", ", words.terms("binds", row.binds()))),
                row.state().<Cell>map(state -> statuses().of(state)).orElseGet(Cell.Empty::new),
                row.ownAnswer()
                        .<Cell>map(answer -> statuses().of(Optional.of(answer.status())))
                        .orElseGet(Cell.Empty::new),
                Cell.text(row.ownAnswer().map(Answer::note).orElse("")),
                Cell.lines(row.supports().stream()
                        .map(support -> support.control() + " " + words.word(support.relation()))
                        .toList()),
                evidence(row.evidence()),
                Cell.lines(Stream.concat(
                                row.gaps().stream().map(wording::gap),
                                Stream.of(row.scope()).filter(said -> !said.isBlank()))
                        .toList()),
                Cell.text(row.notes()));
    }

    Table mapping() {
        List<List<Cell>> rows = new ArrayList<>();
        for (RequirementRow row : model.requirements()) {
            for (RequirementRow.Support support : row.supports()) {
                Optional<ControlPage> page = model.controls().stream()
                        .filter(candidate -> candidate.id().equals(support.control()))
                        .findFirst();
                rows.add(List.of(
                        Cell.text(row.id().number()),
                        Cell.text(row.title()),
                        Cell.text(support.control().value()),
                        Cell.text(page.map(p -> p.control().title()).orElse("")),
                        Cell.text(words.word(support.relation())),
                        Cell.text(support.rationale()),
                        page.map(p -> status(p.outcome())).orElseGet(Cell.Empty::new)));
            }
        }
        return new Table(
                words.text("sheet.mapping"),
                "Mapping",
                columns(
                        Map.of("column.outcome", statuses().outcomes()),
                        "column.number:18",
                        "column.requirement:48",
                        "column.control:10",
                        "column.title:42",
                        "column.relation:16",
                        "column.rationale:52",
                        "column.outcome:18"),
                rows);
    }

    Table ledger() {
        return new Table(
                words.text("sheet.ledger"),
                "Ledger",
                columns(
                        Map.of(),
                        "column.entry:9",
                        "column.kind:26",
                        "column.subject:24",
                        "column.recorded-utc:19",
                        "column.key:34",
                        "column.leaf-hash:34"),
                Rows.of(
                        model.ledger().entries().size(),
                        row -> entry(model.ledger().entries().get(row))));
    }

    private static List<Cell> entry(LedgerPage.EntryLine entry) {
        return List.of(
                new Cell.Count(entry.entry()),
                Cell.text(entry.kind()),
                Cell.text(entry.subject()),
                new Cell.Time(entry.recordedAt()),
                Cell.text(entry.actor().hex()),
                Cell.text(entry.leafHash().hex()));
    }

    /// @param statuses      that cells can hold, by the column's key
    /// @param keysAndWidths `key:characters`
    List<Column> columns(Map<String, List<Cell.Status>> statuses, String... keysAndWidths) {
        return Arrays.stream(keysAndWidths)
                .map(both -> both.split(":", 2))
                .map(both -> new Column(
                        words.text(both[0]), Integer.parseInt(both[1]), statuses.getOrDefault(both[0], List.of())))
                .toList();
    }

    Cell evidence(List<EvidenceId> ids) {
        return Cell.lines(ids.stream().map(wording::evidence).toList());
    }

    Cell status(Outcome outcome) {
        return statuses().of(OutcomeKind.of(outcome));
    }
}
