package org.cairn.app.workspace;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.event.ErasureEvent.RetentionRuleSet;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.retention.RecordKind;
import org.cairn.checklist.retention.RetentionRule;
import org.cairn.evidence.CollectorId;

/// The organisation's own periods of retention, which count from a record's creation.
final class OwnRetention {
    private static final String COLLECTOR = "collector:";

    private OwnRetention() {}

    /// Empty where the rule was taken back.
    static Optional<RetentionRule> rule(Recorded<RetentionRuleSet> recorded) {
        RetentionRuleSet event = recorded.event();
        return event.period()
                .map(period -> new RetentionRule(
                        "own-" + recorded.entry(),
                        Optional.empty(),
                        "set by the organisation for " + event.appliesTo(),
                        event.bound(),
                        period,
                        RetentionRule.Start.CREATION,
                        kinds(event.appliesTo()),
                        event.appliesTo().startsWith(COLLECTOR)
                                ? Optional.of(new CollectorId(event.appliesTo().substring(COLLECTOR.length())))
                                : Optional.empty(),
                        Set.of(),
                        "entry " + recorded.entry(),
                        RetentionRule.Standing.COUNTS));
    }

    private static Set<RecordKind> kinds(String appliesTo) {
        return switch (appliesTo) {
            case "all" -> EnumSet.allOf(RecordKind.class);
            case "answers" -> EnumSet.of(RecordKind.ANSWER);
            default -> EnumSet.complementOf(EnumSet.of(RecordKind.ANSWER));
        };
    }
}
