package org.cairn.app.ui.runtime;

import java.util.Map;
import java.util.TreeMap;
import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.query.Pruned;
import org.cairn.causality.record.RuntimeRecord;

/// What stands below every answer: how much there is, what was left out, and what the record cannot speak about.
record AnswerSaid(Texts texts) {
    String of(RuntimeRecord record, Question question, Question.Found found) {
        StringBuilder said =
                new StringBuilder(texts.text("said.edges", found.edges().size(), found.all()));
        Map<Pruned.Reason, Integer> reasons = new TreeMap<>();
        found.pruned().forEach(left -> reasons.merge(left.reason(), left.edges(), Integer::sum));
        reasons.forEach(
                (reason, count) -> said.append('\n').append(texts.text("pruned." + Texts.keyOf(reason), count)));
        if (!found.complete()) {
            said.append('\n').append(texts.text("said.given-up"));
        }
        said.append('\n')
                .append(texts.text("said.gaps", record.gaps(question.window()).size()));
        return said.append('\n').append(texts.text("said.absence")).toString();
    }
}
