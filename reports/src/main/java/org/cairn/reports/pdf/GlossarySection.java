package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Relation;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;

/// Every status with its shape, its word and its meaning.
record GlossarySection(Writing writing) implements Section {
    @Override
    public String anchor() {
        return "glossary";
    }

    @Override
    public Sheet sheet() {
        return writing.sheetUnlessShort(Sheet.PORTRAIT);
    }

    @Override
    public void write(Html into) {
        Html states = terms(writing.isShort() ? into.keep() : into, "glossary.states");
        for (RequirementState state : RequirementState.values()) {
            Html row = states.add(Tag.TR);
            writing.mark(row.add(Tag.TD), state);
            row.say(Tag.TD, writing.words().meaning(state));
        }
        if (writing.isShort()) {
            return;
        }
        Html answers = terms(into, "glossary.answers");
        for (AnswerStatus answer : AnswerStatus.values()) {
            Html row = answers.add(Tag.TR);
            writing.mark(row.add(Tag.TD), answer);
            row.say(Tag.TD, writing.words().meaning(answer));
        }
        Html outcomes = terms(into, "glossary.outcomes");
        for (OutcomeKind outcome : OutcomeKind.values()) {
            Html row = outcomes.add(Tag.TR);
            row.add(Tag.TD).mark(Mark.of(outcome), writing.words().word(outcome));
            row.say(Tag.TD, writing.words().meaning(outcome));
        }
        plain(terms(into, "glossary.work-states"), List.of(WorkState.values()));
        plain(terms(into, "glossary.relations"), List.of(Relation.values()));
        Html signs = terms(into, "glossary.signs");
        for (String sign : List.of("entry", "code-point", "hash")) {
            Html row = signs.add(Tag.TR);
            row.say(Tag.TD, Look.MONO, writing.text("sign." + sign));
            row.say(Tag.TD, writing.text("sign." + sign + ".meaning"));
        }
    }

    private Html terms(Html into, String titleKey) {
        into.say(Tag.H3, writing.text(titleKey));
        return into.table(
                Look.ROWS,
                List.of(Column.text(26, writing.text("column.word")), Column.text(74, writing.text("column.meaning"))));
    }

    private void plain(Html rows, List<? extends Enum<?>> constants) {
        for (Enum<?> constant : constants) {
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, writing.words().word(constant));
            row.say(Tag.TD, writing.words().meaning(constant));
        }
    }
}
