package org.cairn.reports.pdf;

import java.util.Comparator;
import java.util.List;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Outcome;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.ControlPage;

/// The controls that are known not to be met, first those on which most requirements rest: what to mend first.
record GapSection(Writing writing) implements Section {
    private static final int LIMIT = 10;
    private static final int SHORT_LIMIT = 5;

    @Override
    public String anchor() {
        return "gaps";
    }

    @Override
    public Sheet sheet() {
        return Sheet.SAME;
    }

    @Override
    public void write(Html into) {
        List<ControlPage> gaps = writing.model().controls().stream()
                .filter(GapSection::isGap)
                .sorted(Comparator.<ControlPage>comparingInt(
                                page -> page.supports().size())
                        .reversed())
                .toList();
        if (gaps.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("gaps.none"));
            return;
        }
        into.say(Tag.P, Look.LEAD, writing.text("gaps.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(30, writing.text("column.control")),
                        Column.text(14, writing.text("column.answer")),
                        Column.text(16, writing.text("column.outcome")),
                        Column.number(10, writing.text("column.bears-on")),
                        Column.text(30, writing.text("column.why"))));
        int limit = writing.isShort() ? SHORT_LIMIT : LIMIT;
        gaps.stream().limit(limit).forEach(page -> row(rows.add(Tag.TR), page));
        if (gaps.size() > limit) {
            into.say(Tag.P, Look.SUB, writing.text("gaps.more", writing.count(gaps.size() - limit)));
        }
    }

    /// Somebody said so, or evidence shows it. What nobody looked at yet is no gap but an open question.
    static boolean isGap(ControlPage page) {
        return page.outcome() instanceof Outcome.NotSatisfied
                || page.answer()
                        .map(Answer::status)
                        .filter(status -> status == AnswerStatus.NOT_MET || status == AnswerStatus.PARTLY_MET)
                        .isPresent();
    }

    private void row(Html row, ControlPage page) {
        row.add(Tag.TD)
                .link(
                        ControlSection.anchor(page.id()),
                        page.id().value(),
                        page.control().title())
                .text(" " + page.control().title());
        Html answer = row.add(Tag.TD);
        page.answer().ifPresentOrElse(given -> writing.mark(answer, given.status()), () -> writing.notAnswered(answer));
        writing.mark(row.add(Tag.TD), page.outcome());
        row.say(Tag.TD, Look.RIGHT, writing.count(page.supports().size()));
        Html why = row.add(Tag.TD);
        writing.wording().reasons(page.outcome()).stream().limit(2).forEach(reason -> why.say(Tag.DIV, reason));
    }
}
