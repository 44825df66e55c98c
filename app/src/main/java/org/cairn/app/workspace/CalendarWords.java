package org.cairn.app.workspace;

import java.util.function.Function;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.frameworks.FrameworkLibrary;

/// What a day of the calendar is about, in the words of whoever shows it.
/// @param titles of requirements
/// @param rules  titles of rules about time
public record CalendarWords(
        FrameworkLibrary library, Function<Requirement, String> titles, Function<DeadlineRule, String> rules) {
    private static final String BETWEEN = ": ";

    public String of(CalendarEntry entry) {
        return switch (entry.kind()) {
            case COMES_INTO_FORCE, ENDS, SUPERSEDED, ANSWER_DUE -> subject(entry.subject());
            case DEADLINE, RECURRING_DUTY, KEEP_UNTIL, LASTS_UNTIL ->
                library.deadlines()
                        .rule(new DeadlineRuleId(entry.about()))
                        .map(this::of)
                        .orElse(entry.about());
            case EVIDENCE_EXPIRES, RISK_ACCEPTANCE_ENDS, FOLLOW_UP_DUE -> entry.about();
        };
    }

    public String of(DeadlineRule rule) {
        return rule.id() + BETWEEN + rules.apply(rule);
    }

    /// A control by its id: its title stands wherever it is opened.
    private String subject(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new ControlId(text).value() : requirement(text, colon);
    }

    private String requirement(String text, int colon) {
        RequirementId id = new RequirementId(new FrameworkId(text.substring(0, colon)), text.substring(colon + 1));
        return library.requirement(id)
                .map(node -> id.number() + BETWEEN + titles.apply(node))
                .orElse(text);
    }
}
