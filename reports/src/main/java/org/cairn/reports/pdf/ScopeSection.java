package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.FrameworkEdition;
import org.cairn.reports.pack.Scope;
import org.cairn.reports.pack.Wording;

/// What was assessed, by which lists, and what is not in the pack.
record ScopeSection(Writing writing) implements Section {
    @Override
    public String anchor() {
        return "scope";
    }

    @Override
    public Sheet sheet() {
        return Sheet.PORTRAIT;
    }

    @Override
    public void write(Html into) {
        Scope scope = writing.model().scope();
        if (scope.description().isBlank()) {
            into.say(Tag.P, Look.EMPTY, writing.text("scope.empty"));
        } else {
            into.add(Tag.P, Look.LEAD).lines(scope.description());
        }
        Html facts = into.add(Tag.TABLE, Look.FACTS);
        writing.fact(facts, "scope.organisation", writing.model().cover().organisation());
        writing.fact(facts, "scope.state", writing.shownState());
        writing.fact(facts, "scope.roles", String.join(", ", writing.words().terms("binds", scope.roles())));
        writing.fact(facts, "scope.hosts", String.join(", ", scope.hosts()));
        facts(into, scope.facts());
        editions(into);
        withheld(into, scope.withheld());
    }

    private void facts(Html into, List<Scope.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        into.say(Tag.H3, writing.text("scope.facts"));
        into.say(Tag.P, writing.text("scope.facts.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(14, writing.text("column.of")),
                        Column.text(36, writing.text("column.question")),
                        Column.text(10, writing.text("column.answer")),
                        Column.text(32, writing.text("column.reason")),
                        Column.text(8, writing.text("column.entry"))));
        for (Scope.Fact fact : facts) {
            Html row = rows.add(Tag.TR);
            row.add(Tag.TD).lines(fact.of());
            row.say(Tag.TD, fact.question());
            row.say(Tag.TD, fact.answer());
            row.add(Tag.TD).lines(fact.reason());
            row.say(Tag.TD, Long.toString(fact.entry()));
        }
    }

    private void editions(Html into) {
        into.say(Tag.H3, writing.text("scope.frameworks"));
        into.say(Tag.P, writing.text("scope.frameworks.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(28, writing.text("column.framework")),
                        Column.text(26, writing.text("column.version")),
                        Column.text(12, writing.text("column.read-on")),
                        Column.text(34, writing.text("column.content"))));
        writing.model().posture().forEach(counts -> {
            FrameworkEdition edition = counts.framework();
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, edition.title());
            row.say(Tag.TD, edition.version());
            row.say(Tag.TD, writing.words().day(edition.readOn()));
            row.add(Tag.TD).say(Tag.SPAN, Look.HASH, Wording.grouped(edition.content()));
        });
    }

    private void withheld(Html into, List<Scope.Withheld> withheld) {
        into.say(Tag.H3, writing.text("scope.withheld"));
        if (withheld.isEmpty()) {
            into.say(Tag.P, Look.EMPTY, writing.text("scope.withheld.none"));
            return;
        }
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(16, writing.text("column.evidence")),
                        Column.text(18, writing.text("column.subject")),
                        Column.text(66, writing.text("column.reason"))));
        for (Scope.Withheld item : withheld) {
            Html row = rows.add(Tag.TR);
            writing.evidence(row.add(Tag.TD), List.of(item.evidence()));
            row.say(Tag.TD, item.subject().text());
            row.add(Tag.TD).lines(item.reason());
        }
    }
}
