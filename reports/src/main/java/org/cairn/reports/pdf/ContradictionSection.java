package org.cairn.reports.pdf;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.RequirementRow;

/// Where a person's answer and the evidence cannot both be true.
record ContradictionSection(Writing writing) implements Section {
    private static final int SHORT_LIMIT = 5;

    @Override
    public String anchor() {
        return "contradictions";
    }

    @Override
    public Sheet sheet() {
        return Sheet.SAME;
    }

    @Override
    public void write(Html section) {
        Html into = writing.isShort() ? section.keep() : section;
        List<Contradiction> contradictions = writing.model().contradictions();
        if (contradictions.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("contradictions.none"));
            return;
        }
        into.say(Tag.P, Look.LEAD, writing.text("contradictions.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(26, writing.text("column.subject")),
                        Column.text(14, writing.text("column.answer")),
                        Column.text(18, writing.text("column.outcome")),
                        Column.text(42, writing.text("column.why"))));
        int shown = writing.isShort() ? Math.min(SHORT_LIMIT, contradictions.size()) : contradictions.size();
        contradictions.subList(0, shown).forEach(contradiction -> row(rows.add(Tag.TR), contradiction));
        if (shown < contradictions.size()) {
            into.say(Tag.P, Look.SUB, writing.text("gaps.more", writing.count(contradictions.size() - shown)));
        }
    }

    private void row(Html row, Contradiction contradiction) {
        PackModel model = writing.model();
        switch (contradiction.subject()) {
            case ControlId control -> {
                Optional<ControlPage> page = model.controls().stream()
                        .filter(p -> p.id().equals(control))
                        .findFirst();
                Html cell = row.add(Tag.TD);
                page.ifPresentOrElse(
                        p -> cell.link(
                                        ControlSection.anchor(control),
                                        control.value(),
                                        p.control().title())
                                .text(" " + p.control().title()),
                        () -> cell.text(control.value()));
                Html answer = row.add(Tag.TD);
                page.flatMap(ControlPage::answer).ifPresent(given -> writing.mark(answer, given.status()));
                Html outcome = row.add(Tag.TD);
                page.ifPresent(p -> writing.mark(outcome, p.outcome()));
            }
            case RequirementId requirement -> {
                Optional<RequirementRow> line = model.requirements().stream()
                        .filter(r -> r.id().equals(requirement))
                        .findFirst();
                row.say(
                        Tag.TD,
                        requirement.number() + line.map(r -> " " + r.title()).orElse(""));
                Html answer = row.add(Tag.TD);
                line.flatMap(RequirementRow::ownAnswer).ifPresent(given -> writing.mark(answer, given.status()));
                Html state = row.add(Tag.TD);
                line.flatMap(RequirementRow::state).ifPresent(s -> writing.mark(state, s));
            }
        }
        row.add(Tag.TD).lines(contradiction.text());
    }
}
