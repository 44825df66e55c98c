package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.FollowUpRow;

/// What auditors asked for about what this pack shows, and what became of it.
record FollowUpSection(Writing writing) implements Section {
    private static final int SHORT_LIMIT = 5;

    @Override
    public String anchor() {
        return "follow-ups";
    }

    @Override
    public Sheet sheet() {
        return writing.sheetUnlessShort(Sheet.LANDSCAPE);
    }

    @Override
    public void write(Html into) {
        into.say(Tag.P, Look.LEAD, writing.text("follow-ups.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(15, writing.text("column.item")),
                        Column.text(11, writing.text("column.mark")),
                        Column.text(10, writing.text("column.due")),
                        Column.text(26, writing.text("column.state")),
                        Column.text(31, writing.text("column.auditor-said")),
                        Column.text(7, writing.text("column.entry"))));
        List<FollowUpRow> all = writing.model().followUps();
        List<FollowUpRow> shown = writing.isShort() ? all.subList(0, Math.min(SHORT_LIMIT, all.size())) : all;
        for (FollowUpRow line : shown) {
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, line.item());
            row.say(Tag.TD, line.mark());
            Html due = row.add(Tag.TD);
            line.due()
                    .ifPresent(
                            day -> due.say(Tag.SPAN, Look.WHOLE, writing.words().day(day)));
            row.say(Tag.TD, line.state());
            Html said = row.add(Tag.TD);
            said.lines(line.remark());
            said.add(Tag.DIV, Look.SUB).text(line.auditor());
            row.say(Tag.TD, Long.toString(line.entry()));
        }
        if (shown.size() < all.size()) {
            into.say(Tag.P, Look.SUB, writing.text("gaps.more", writing.count(all.size() - shown.size())));
        }
    }
}
