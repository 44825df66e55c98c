package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.RequirementRow;

/// The requirement matrix: each demand, where it stands, and what it rests on.
record RequirementSection(Writing writing) implements Section {
    /// Tagged tables cost memory: 1,026 pages took 3.1 GB. What is cut stands in the workbook, and the report says so.
    static final int ROW_LIMIT = 2000;

    private static final int COLUMNS = 7;

    @Override
    public String anchor() {
        return "requirements";
    }

    @Override
    public Sheet sheet() {
        return writing.model().requirements().isEmpty() ? Sheet.SAME : Sheet.LANDSCAPE;
    }

    @Override
    public void write(Html into) {
        List<RequirementRow> requirements = writing.model().requirements();
        if (requirements.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("requirements.none"));
            return;
        }
        into.say(Tag.P, Look.LEAD, writing.text("requirements.lead"));
        Html rows = into.table(
                Look.DENSE,
                List.of(
                        Column.text(10, writing.text("column.number")),
                        Column.text(26, writing.text("column.requirement")),
                        Column.text(11, writing.text("column.state")),
                        Column.text(11, writing.text("column.own-answer")),
                        Column.text(12, writing.text("column.controls")),
                        Column.text(9, writing.text("column.evidence")),
                        Column.text(21, writing.text("column.gaps"))));
        List<RequirementRow> shown = writing.depth() == Depth.FULL
                ? requirements
                : requirements.stream().filter(RequirementSection::isToDo).toList();
        shown.stream().limit(ROW_LIMIT).forEach(row -> row(rows, row));
        if (shown.size() > ROW_LIMIT) {
            into.say(
                    Tag.P,
                    Look.CALLOUT,
                    writing.text("rows.cut", writing.count(ROW_LIMIT), writing.count(shown.size())));
        }
        long leftOut = requirements.stream()
                .filter(row -> row.state().isPresent() && !isToDo(row))
                .count();
        if (shown.size() < requirements.size()) {
            into.say(Tag.P, Look.CALLOUT, writing.text("requirements.left-out", writing.count(leftOut)));
        }
    }

    /// Somebody began with it, and it does not stand as it should.
    private static boolean isToDo(RequirementRow row) {
        return row.state()
                .map(state -> switch (state) {
                    case CONTRADICTED, NOT_MET, STALE, INDETERMINATE -> true;
                    case DEMONSTRATED,
                            CLAIMED,
                            SUPPORTED,
                            NOT_APPLICABLE,
                            NOT_YET_APPLICABLE,
                            NOT_ASSESSED,
                            OUT_OF_SCOPE,
                            UNSCOPED -> false;
                })
                .orElse(false);
    }

    private void row(Html rows, RequirementRow requirement) {
        if (requirement.state().isEmpty()) {
            Html row = rows.add(Tag.TR, Look.GROUP_ROW);
            row.say(Tag.TD, requirement.id().number());
            row.add(Tag.TD).spanning(COLUMNS - 1).text(requirement.title());
            return;
        }
        Html row = rows.add(Tag.TR);
        row.say(Tag.TD, Look.NUMBER, requirement.id().number());
        title(row.add(Tag.TD), requirement);
        Html state = row.add(Tag.TD);
        requirement.state().ifPresent(s -> writing.mark(state, s));
        ownAnswer(row.add(Tag.TD), requirement);
        supports(row.add(Tag.TD), requirement);
        writing.evidence(row.add(Tag.TD), requirement.evidence());
        Html gaps = row.add(Tag.TD);
        requirement.gaps().forEach(gap -> gaps.say(Tag.DIV, writing.wording().gap(gap)));
        if (!requirement.scope().isBlank()) {
            gaps.add(Tag.DIV).lines(requirement.scope());
        }
    }

    private void title(Html cell, RequirementRow requirement) {
        cell.say(Tag.DIV, requirement.title());
        cell.say(
                Tag.DIV,
                Look.SUB,
                writing.text(
                        "requirement.citation",
                        requirement.citation(),
                        writing.words().term("kind", requirement.kind())));
        if (!requirement.binds().isEmpty()) {
            cell.say(
                    Tag.DIV,
                    Look.SUB,
                    writing.text(
                            "requirement.binds",
                            String.join(", ", writing.words().terms("binds", requirement.binds()))));
        }
        if (!requirement.notes().isBlank()) {
            cell.add(Tag.DIV, Look.SUB).lines(requirement.notes());
        }
    }

    private void ownAnswer(Html cell, RequirementRow requirement) {
        requirement.ownAnswer().ifPresent(answer -> {
            writing.mark(cell, answer.status());
            if (!answer.note().isBlank()) {
                cell.add(Tag.DIV, Look.SUB).lines(answer.note());
            }
            cell.say(Tag.DIV, Look.SUB, writing.text("requirement.answered", answer.author(), answer.entry()));
        });
    }

    private void supports(Html cell, RequirementRow requirement) {
        PackModel model = writing.model();
        requirement.supports().forEach(support -> {
            Html line = cell.add(Tag.DIV);
            String control = support.control().value();
            if (model.controls().stream().anyMatch(page -> page.id().equals(support.control()))) {
                line.link(ControlSection.anchor(support.control()), control, writing.text("link.control", control));
            } else {
                line.text(control);
            }
            line.text(" ").say(Tag.SPAN, Look.QUIET, writing.words().word(support.relation()));
        });
    }
}
