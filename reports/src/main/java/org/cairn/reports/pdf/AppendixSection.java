package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.checklist.ControlId;
import org.cairn.reports.pack.Appendix;

/// Responsibilities and threats, in two small tables.
record AppendixSection(Writing writing) implements Section {
    @Override
    public String anchor() {
        return "appendix";
    }

    @Override
    public Sheet sheet() {
        return Sheet.LANDSCAPE;
    }

    @Override
    public void write(Html into) {
        Appendix appendix = writing.model().appendix();
        into.say(Tag.P, writing.text("appendix.lead"));
        into.say(Tag.H3, writing.text("appendix.parts"));
        Html parts = into.table(
                Look.DENSE,
                List.of(
                        Column.text(14, writing.text("column.part")),
                        Column.text(38, writing.text("column.organisation")),
                        Column.text(34, writing.text("column.supplier")),
                        Column.text(14, writing.text("column.controls"))));
        for (Appendix.Part part : appendix.parts()) {
            Html row = parts.add(Tag.TR);
            row.say(Tag.TD, part.area());
            row.say(Tag.TD, part.organisation());
            row.say(Tag.TD, part.supplier());
            row.say(Tag.TD, ids(part.controls()));
        }
        into.say(Tag.H3, writing.text("appendix.dangers"));
        Html dangers = into.table(
                Look.DENSE,
                List.of(
                        Column.text(24, writing.text("column.threat")),
                        Column.text(14, writing.text("column.estimate")),
                        Column.text(44, writing.text("column.treatment")),
                        Column.text(18, writing.text("column.controls"))));
        for (Appendix.Danger danger : appendix.dangers()) {
            Html row = dangers.add(Tag.TR);
            row.say(Tag.TD, danger.title());
            row.say(Tag.TD, danger.estimate());
            row.say(Tag.TD, danger.treatment());
            row.say(Tag.TD, ids(danger.controls()));
        }
    }

    private static String ids(List<ControlId> controls) {
        return String.join(" ", controls.stream().map(ControlId::value).toList());
    }
}
