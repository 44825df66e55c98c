package org.cairn.reports.pdf;

import java.time.LocalDate;
import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.RegisterRow;

/// What could happen, how likely and how bad, what is done about it and who bears what is left.
record RegisterSection(Writing writing) implements Section {
    @Override
    public String anchor() {
        return "register";
    }

    @Override
    public Sheet sheet() {
        return Sheet.LANDSCAPE;
    }

    @Override
    public void write(Html into) {
        into.say(Tag.P, Look.LEAD, writing.text("register.lead"));
        Html rows = into.table(
                Look.DENSE,
                List.of(
                        Column.text(31, writing.text("column.risk")),
                        Column.text(13, writing.text("column.rows")),
                        Column.text(9, writing.text("column.before")),
                        Column.text(9, writing.text("column.treatment")),
                        Column.text(9, writing.text("column.after")),
                        Column.text(13, writing.text("column.borne")),
                        Column.text(16, writing.text("column.owner-review"))));
        writing.model().register().forEach(risk -> row(rows.add(Tag.TR), risk));
    }

    private void row(Html row, RegisterRow risk) {
        what(row.add(Tag.TD), risk);
        Html about = row.add(Tag.TD);
        about.text(String.join(", ", risk.subjects().stream().map(Subject::text).toList()));
        if (!risk.evidence().isEmpty()) {
            writing.evidence(about.add(Tag.DIV, Look.SUB), risk.evidence());
        }
        row.add(Tag.TD).say(Tag.SPAN, Look.WHOLE, writing.wording().rating(risk.inherent()));
        row.say(Tag.TD, writing.words().word(risk.treatment()));
        row.add(Tag.TD).say(Tag.SPAN, Look.WHOLE, writing.wording().rating(risk.residual()));
        Html borne = row.add(Tag.TD);
        borne.mark(Mark.of(risk.borne()), writing.words().word(risk.borne()));
        risk.acceptance()
                .ifPresent(by ->
                        borne.add(Tag.DIV, Look.SUB).text(writing.text("register.until", by.until(), by.entry())));
        owner(row.add(Tag.TD), risk, writing.model().today());
    }

    private void what(Html cell, RegisterRow risk) {
        cell.say(Tag.DIV, Look.NAME, orErased(risk.title()));
        cell.add(Tag.DIV).lines(orErased(risk.reason()));
        RegisterRow.Assessment last = risk.assessment();
        cell.add(Tag.DIV, Look.SUB)
                .text(risk.shortId() + " · " + writing.text("statement.change", last.by(), last.entry()));
    }

    private void owner(Html cell, RegisterRow risk, LocalDate today) {
        cell.lines(orErased(risk.owner()));
        Html review = cell.add(Tag.DIV, Look.SUB);
        if (risk.closed().isPresent()) {
            review.text(writing.text("register.closed", risk.closed().get()));
        } else if (risk.overdue(today)) {
            review.mark(Mark.BAD, writing.text("register.review-over", risk.review()));
        } else {
            review.text(writing.text("register.review", risk.review()));
        }
    }

    private String orErased(String text) {
        return text.isEmpty() ? writing.text("erased") : text;
    }
}
