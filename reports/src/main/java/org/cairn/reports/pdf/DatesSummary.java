package org.cairn.reports.pdf;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.reports.pack.Dates;

/// How many days of each kind are overdue or lie ahead, with the first of them, for a report that has to stay short.
record DatesSummary(Writing writing) implements Section {
    private static final int NAMED = 3;

    @Override
    public String anchor() {
        return "dates";
    }

    @Override
    public Sheet sheet() {
        return Sheet.SAME;
    }

    @Override
    public void write(Html into) {
        Dates dates = writing.model().dates();
        into.say(Tag.P, Look.LEAD, writing.text("dates.lead.short", dates.from(), dates.to()));
        into.say(Tag.H3, writing.text("dates.overdue"));
        kinds(into, dates.overdue(), "dates.overdue.none");
        into.say(Tag.H3, writing.text("dates.coming"));
        kinds(into, dates.coming(), "dates.coming.none");
        if (!dates.untimed().isEmpty()) {
            into.say(
                    Tag.P,
                    writing.text(
                            "dates.untimed.count", writing.count(dates.untimed().size())));
        }
    }

    private void kinds(Html into, List<Dates.Line> lines, String none) {
        if (lines.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text(none));
            return;
        }
        Map<CalendarEntry.Kind, List<Dates.Line>> byKind = lines.stream()
                .sorted(Comparator.comparing(Dates.Line::day))
                .collect(Collectors.groupingBy(
                        Dates.Line::kind, () -> new EnumMap<>(CalendarEntry.Kind.class), Collectors.toList()));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(24, writing.text("column.kind")),
                        Column.number(10, writing.text("statement.column.count")),
                        Column.text(66, writing.text("column.first"))));
        byKind.forEach((kind, all) -> row(rows.add(Tag.TR), kind, all));
    }

    private void row(Html row, CalendarEntry.Kind kind, List<Dates.Line> lines) {
        row.say(Tag.TD, writing.words().word(kind));
        row.say(Tag.TD, Look.RIGHT, writing.count(lines.size()));
        Html first = row.add(Tag.TD);
        for (Dates.Line line : lines.subList(0, Math.min(NAMED, lines.size()))) {
            Html named = first.add(Tag.DIV);
            named.say(Tag.SPAN, Look.WHOLE, writing.words().day(line.day()));
            named.text(" " + line.what());
        }
        if (lines.size() > NAMED) {
            first.add(Tag.DIV, Look.SUB).text(writing.text("dates.more", writing.count(lines.size() - NAMED)));
        }
    }
}
