package org.cairn.reports.pdf;

import java.util.Arrays;
import java.util.List;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.FrameworkCounts;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pdf.StackedBar.Part;

/// The roll-up: where requirements stand in each framework, and what evidence shows for the controls.
record PostureSection(Writing writing) implements Section {
    private static final double BAR_WIDTH = 481;

    @Override
    public String anchor() {
        return "posture";
    }

    @Override
    public Sheet sheet() {
        return writing.sheetUnlessShort(Sheet.PORTRAIT);
    }

    @Override
    public void write(Html into) {
        into.say(Tag.P, Look.LEAD, writing.text("posture.lead"));
        int contradictions = writing.model().contradictions().size();
        if (contradictions > 0) {
            into.add(Tag.P, Look.CALLOUT)
                    .mark(Mark.CONTRADICTED, writing.text("posture.contradictions", writing.count(contradictions)))
                    .text(" ")
                    .link("contradictions", writing.text("posture.see"), writing.text("section.contradictions"));
        }
        writing.model().posture().forEach(counts -> framework(into.add(Tag.DIV, Look.ENTRY), counts));
        controls(into.add(Tag.DIV, Look.ENTRY));
    }

    private void framework(Html entry, FrameworkCounts counts) {
        entry.say(Tag.H3, counts.framework().title());
        entry.say(
                Tag.P,
                Look.SUB,
                writing.text(
                        "posture.requirements",
                        writing.count(counts.total()),
                        counts.framework().version()));
        List<Part> parts = Arrays.stream(RequirementState.values())
                .map(state -> new Part(Mark.of(state), counts.count(state)))
                .toList();
        List<String> names = Arrays.stream(RequirementState.values())
                .map(state -> writing.words().word(state))
                .toList();
        chart(entry, counts.framework().title(), parts, names);
    }

    private void controls(Html entry) {
        List<ControlPage> controls = writing.model().controls();
        entry.say(Tag.H3, writing.text("posture.controls"));
        entry.say(Tag.P, Look.SUB, writing.text("posture.controls.count", writing.count(controls.size())));
        List<Part> parts = Arrays.stream(OutcomeKind.values())
                .map(kind -> new Part(Mark.of(kind), count(controls, kind)))
                .toList();
        List<String> names = Arrays.stream(OutcomeKind.values())
                .map(kind -> writing.words().word(kind))
                .toList();
        chart(entry, writing.text("posture.controls"), parts, names);
    }

    private static int count(List<ControlPage> controls, OutcomeKind kind) {
        return (int) controls.stream()
                .filter(control -> OutcomeKind.of(control.outcome()) == kind)
                .count();
    }

    /// The bar, and below it every part in words: the drawing never stands alone.
    private void chart(Html entry, String title, List<Part> parts, List<String> names) {
        StringBuilder spoken = new StringBuilder(title).append(':');
        Html legend;
        Html chart = entry.add(Tag.DIV, Look.CHART);
        for (int i = 0; i < parts.size(); i++) {
            spoken.append(' ')
                    .append(names.get(i))
                    .append(' ')
                    .append(parts.get(i).count())
                    .append(';');
        }
        chart.drawing(StackedBar.draw(parts, BAR_WIDTH), spoken.toString());
        legend = entry.add(Tag.TABLE, Look.MARKS);
        int columns = 5;
        for (int first = 0; first < parts.size(); first += columns) {
            Html row = legend.add(Tag.TR);
            for (int i = first; i < first + columns; i++) {
                Html cell = row.add(Tag.TD);
                if (i < parts.size()) {
                    cell.say(Tag.STRONG, writing.count(parts.get(i).count())).text(" ");
                    cell.mark(parts.get(i).mark(), names.get(i));
                }
            }
        }
    }
}
