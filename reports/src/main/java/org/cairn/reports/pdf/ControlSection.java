package org.cairn.reports.pdf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Outcome;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.Wording;

/// One entry a control: what was answered, what evidence shows, and by which checks.
record ControlSection(Writing writing) implements Section {
    private static final int SHORT = 6;
    private static final int CATEGORY = 100;
    /// Pieces of evidence that the table of one control has.
    static final int EVIDENCE_LIMIT = 20;

    static String anchor(ControlId control) {
        return "control-" + control.value();
    }

    @Override
    public String anchor() {
        return "controls";
    }

    @Override
    public Sheet sheet() {
        return writing.model().controls().isEmpty() ? Sheet.SAME : Sheet.PORTRAIT;
    }

    /// The first control of each category.
    @Override
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (ControlPage page : shown()) {
            if (seen.add(page.control().category())) {
                places.add(new Place(anchor(page.id()), category(page)));
            }
        }
        return places;
    }

    @Override
    public void write(Html into) {
        if (writing.model().controls().isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("controls.none"));
            return;
        }
        into.say(Tag.P, Look.LEAD, writing.text("controls.lead"));
        shown().forEach(page -> control(into.add(Tag.DIV), page));
        int leftOut = writing.model().controls().size() - shown().size();
        if (leftOut > 0) {
            into.say(Tag.P, Look.CALLOUT, writing.text("controls.left-out", writing.count(leftOut)));
        }
    }

    /// For who has to act, those with something to mend; else all.
    private List<ControlPage> shown() {
        return writing.depth() == Depth.FULL
                ? writing.model().controls()
                : writing.model().controls().stream().filter(GapSection::isGap).toList();
    }

    private String category(ControlPage page) {
        return writing.words().term("category", page.control().category());
    }

    private void control(Html entry, ControlPage page) {
        Html head = entry.add(Tag.DIV, Look.CONTROL).id(anchor(page.id()));
        head.say(Tag.P, Look.KICKER, Wording.shortened(category(page), CATEGORY));
        head.add(Tag.H3)
                .say(Tag.SPAN, Look.NUMBER, page.id().value())
                .text(" " + page.control().title());
        marks(head, page);
        writing.model().contradiction(page.id()).ifPresent(contradiction -> {
            Html callout = head.add(Tag.P, Look.CALLOUT);
            callout.mark(Mark.CONTRADICTED, writing.text("control.contradiction"))
                    .text(" ");
            callout.lines(contradiction.text());
        });
        page.answer().ifPresent(answer -> answer(head, answer));
        reasons(entry, page.outcome());
        checks(entry, page.checks());
        if (writing.depth() == Depth.FULL) {
            evidence(entry, page);
        }
        if (!page.supports().isEmpty()) {
            Html kept = entry.keep();
            kept.say(Tag.H4, writing.text("control.supports"));
            kept.say(
                    Tag.P,
                    Look.SUB,
                    String.join(
                            " · ",
                            page.supports().stream().map(Object::toString).toList()));
        }
    }

    /// A short list stays on one page together with its heading.
    private static Html block(Html entry, int rows) {
        return rows <= SHORT ? entry.keep() : entry.add(Tag.DIV);
    }

    private void marks(Html head, ControlPage page) {
        Html row = head.add(Tag.TABLE, Look.MARKS).add(Tag.TR);
        Html answer = row.add(Tag.TD);
        answer.say(Tag.DIV, Look.LABEL, writing.text("control.answer"));
        page.answer().ifPresentOrElse(given -> writing.mark(answer, given.status()), () -> writing.notAnswered(answer));
        Html outcome = row.add(Tag.TD);
        outcome.say(Tag.DIV, Look.LABEL, writing.text("control.outcome"));
        writing.mark(outcome, page.outcome());
        Html state = row.add(Tag.TD);
        state.say(Tag.DIV, Look.LABEL, writing.text("control.work-state"));
        state.text(page.answer().map(a -> writing.words().word(a.workState())).orElse(writing.text("none")));
        Html maturity = row.add(Tag.TD);
        maturity.say(Tag.DIV, Look.LABEL, writing.text("control.maturity"));
        maturity.text(page.answer()
                .flatMap(Answer::maturity)
                .map(m -> writing.text("control.maturity.value", m.documentation(), m.implementation()))
                .orElse(writing.text("none")));
    }

    private void answer(Html head, Answer answer) {
        if (!answer.note().isBlank()) {
            head.add(Tag.P, Look.NOTE).lines(answer.note());
        }
        Html facts = head.add(Tag.TABLE, Look.FACTS);
        writing.fact(facts, "control.author", author(answer));
        writing.fact(
                facts,
                "control.recorded",
                writing.text("control.recorded.value", answer.recordedAt(), answer.entry(), answer.validFrom()));
        writing.fact(facts, "control.owner", answer.owner());
        answer.due()
                .ifPresent(due ->
                        writing.fact(facts, "control.due", writing.words().day(due)));
        answer.appliesFrom()
                .ifPresent(from -> writing.fact(
                        facts, "control.applies-from", writing.words().day(from)));
    }

    private String author(Answer answer) {
        String key = Wording.grouped(answer.key().hex().substring(0, 16));
        return writing.text(
                "control.author.value", answer.author().isBlank() ? writing.text("erased") : answer.author(), key);
    }

    private void reasons(Html entry, Outcome outcome) {
        List<String> reasons = writing.wording().reasons(outcome);
        if (reasons.isEmpty()) {
            return;
        }
        Html kept = block(entry, reasons.size());
        kept.say(
                Tag.H4,
                switch (outcome) {
                    case Outcome.NotSatisfied _ -> writing.text("control.findings");
                    case Outcome.Satisfied _, Outcome.Indeterminate _ -> writing.text("control.gaps");
                    case Outcome.NotApplicable _ -> writing.text("control.not-applicable");
                });
        Html list = kept.add(Tag.UL, Look.REASONS);
        reasons.forEach(reason -> list.say(Tag.LI, reason));
    }

    private void checks(Html entry, List<ControlPage.CheckRow> checks) {
        if (checks.isEmpty()) {
            return;
        }
        Html kept = block(entry, checks.size());
        kept.say(Tag.H4, writing.text("control.checks"));
        Html rows = kept.table(
                Look.ROWS,
                List.of(
                        Column.text(34, writing.text("column.check")),
                        Column.text(18, writing.text("column.outcome")),
                        Column.text(48, writing.text("column.why"))));
        for (ControlPage.CheckRow check : checks) {
            Html row = rows.add(Tag.TR);
            row.add(Tag.TD).say(Tag.DIV, check.title()).say(Tag.DIV, Look.MONO, check.id());
            writing.mark(row.add(Tag.TD), check.outcome());
            Html why = row.add(Tag.TD);
            writing.wording().reasons(check.outcome()).forEach(reason -> why.say(Tag.DIV, reason));
            if (!(check.outcome() instanceof Outcome.Satisfied)
                    && !check.remedy().isBlank()) {
                why.say(Tag.DIV, Look.SUB, writing.text("control.remedy", check.remedy()));
            }
            if (check.outcome() instanceof Outcome.Satisfied(var basis)) {
                why.add(Tag.SPAN, Look.QUIET).text(writing.text("control.basis") + " ");
                writing.evidence(why, basis);
            }
        }
    }

    private void evidence(Html entry, ControlPage page) {
        Html kept = block(entry, page.evidence().size());
        kept.say(Tag.H4, writing.text("control.evidence"));
        List<EvidenceSheet> sheets = writing.printed().newest(page.evidence(), EVIDENCE_LIMIT);
        if (sheets.isEmpty()) {
            kept.say(Tag.P, Look.EMPTY, writing.text("control.evidence.none"));
            return;
        }
        Html rows = kept.table(
                Look.ROWS,
                List.of(
                        Column.text(11, writing.text("column.evidence")),
                        Column.text(31, writing.text("column.title")),
                        Column.text(20, writing.text("column.host-user")),
                        Column.text(18, writing.text("column.observed")),
                        Column.text(20, writing.text("column.population"))));
        for (EvidenceSheet sheet : sheets) {
            Html row = rows.add(Tag.TR);
            writing.evidence(row.add(Tag.TD), List.of(sheet.id()));
            row.add(Tag.TD)
                    .say(Tag.DIV, sheet.title())
                    .say(
                            Tag.DIV,
                            Look.MONO,
                            EvidenceSection.collector(sheet.recorded().evidence()));
            row.say(Tag.TD, EvidenceSection.hostAndUser(sheet.recorded().evidence()));
            writing.time(row.add(Tag.TD), sheet.recorded().evidence().observedAt());
            row.say(Tag.TD, EvidenceSection.populations(writing, sheet));
        }
        int all = page.evidence().size();
        if (all > EVIDENCE_LIMIT) {
            kept.say(Tag.P, Look.SUB, writing.text("control.evidence.cut", sheets.size(), writing.count(all)));
        }
    }
}
