package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.reports.pack.Dates;

/// What is overdue, what is due and what law begins or ends, with the rule that says so.
record DatesSection(Writing writing) implements Section {
    @Override
    public String anchor() {
        return "dates";
    }

    @Override
    public Sheet sheet() {
        return Sheet.PORTRAIT;
    }

    @Override
    public void write(Html into) {
        Dates dates = writing.model().dates();
        into.say(Tag.P, Look.LEAD, writing.text("dates.lead", dates.from(), dates.to()));
        into.say(Tag.H3, writing.text("dates.overdue"));
        lines(into, dates.overdue(), "dates.overdue.none");
        into.say(Tag.H3, writing.text("dates.coming"));
        lines(into, dates.coming(), "dates.coming.none");
        if (dates.leftOut() > 0) {
            into.say(Tag.P, writing.text("dates.left-out", writing.count(dates.leftOut())));
        }
        untimed(into, dates.untimed());
    }

    private void lines(Html into, List<Dates.Line> lines, String none) {
        if (lines.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text(none));
            return;
        }
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(14, writing.text("column.day")),
                        Column.text(18, writing.text("column.kind")),
                        Column.text(36, writing.text("column.due-what")),
                        Column.text(24, writing.text("column.citation")),
                        Column.text(8, writing.text("column.entry"))));
        for (Dates.Line line : lines) {
            Html row = rows.add(Tag.TR);
            Html day = row.add(Tag.TD);
            if (line.at().isPresent()) {
                writing.time(day, line.at().get());
            } else {
                day.say(Tag.SPAN, Look.WHOLE, writing.words().day(line.day()));
            }
            row.say(Tag.TD, writing.words().word(line.kind()));
            what(row, line.what(), line.bearing());
            row.say(Tag.TD, line.citation());
            row.say(Tag.TD, line.entry().map(String::valueOf).orElse(""));
        }
    }

    /// What waits for a fact of scope says so.
    private void what(Html row, String what, Bearing bearing) {
        Html cell = row.add(Tag.TD);
        cell.lines(what);
        if (bearing == Bearing.UNSCOPED) {
            cell.add(Tag.DIV, Look.SUB).text(writing.words().word(bearing));
        }
    }

    private void untimed(Html into, List<Dates.Untimed> untimed) {
        if (untimed.isEmpty()) {
            return;
        }
        into.say(Tag.H3, writing.text("dates.untimed"));
        into.say(Tag.P, writing.text("dates.untimed.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(48, writing.text("column.due-what")),
                        Column.text(24, writing.text("column.limits")),
                        Column.text(28, writing.text("column.citation"))));
        for (Dates.Untimed duty : untimed) {
            Html row = rows.add(Tag.TR);
            what(row, duty.what(), duty.bearing());
            row.say(Tag.TD, duty.limits());
            row.say(Tag.TD, duty.citation());
        }
    }
}
