package org.cairn.checklist.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.deadline.WeekendRule.Move;

/// Small rules and starts.
final class Rules {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final StartEvent AWARE = new StartEvent("aware");
    static final StartEvent CLASSIFIED = new StartEvent("classified-as-major");

    private Rules() {}

    static DeadlineRule of(Move move, String... limits) {
        return new DeadlineRule(
                new DeadlineRuleId("TEST-1"),
                new FrameworkId("law"),
                "Tell",
                List.of(),
                "Law, 1",
                Arrays.stream(limits).map(Limit::parse).toList(),
                limits.length > 1 ? Set.of(CLASSIFIED) : Set.of(),
                List.of(),
                DeadlineRule.Sense.ACT_BY,
                new WeekendRule(move, Set.of(), "Law, 2"),
                Optional.empty(),
                DeadlineRule.Rounds.ONCE,
                DeadlineRule.Source.PRIMARY,
                "");
    }

    static DeadlineRule extensible(String limit, String by) {
        DeadlineRule rule = of(Move.REGULATION_1182_71, limit);
        return new DeadlineRule(
                rule.id(),
                rule.framework(),
                rule.title(),
                rule.requirements(),
                rule.citation(),
                rule.limits(),
                rule.optional(),
                rule.binds(),
                rule.sense(),
                rule.weekend(),
                Optional.of(new DeadlineRule.Extension(Amount.parse(by), "Law, 3")),
                rule.repeats(),
                rule.source(),
                rule.note());
    }

    static DeadlineStart aware(Instant at, ZoneId zone, Holidays holidays) {
        TreeMap<StartEvent, Instant> starts = new TreeMap<>();
        starts.put(AWARE, at);
        return new DeadlineStart(starts, zone, holidays, WeekendRelief.NOT_STATED, Optional.empty());
    }

    /// In Berlin, without holidays.
    static DeadlineStart aware(String local) {
        return aware(local, Holidays.notKnown());
    }

    static DeadlineStart aware(String local, Holidays holidays) {
        return aware(java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant(), BERLIN, holidays);
    }

    static DeadlineStart with(DeadlineStart start, WeekendRelief relief) {
        return new DeadlineStart(start.starts(), start.zone(), start.holidays(), relief, start.ownPeriod());
    }

    static Holidays berlin(String... days) {
        return Holidays.of("DE-BE", Arrays.stream(days).map(LocalDate::parse).toList());
    }

    /// The last instant in time, as the clock on the wall in Berlin shows it.
    static String due(DeadlineRule rule, DeadlineStart start) {
        return local(DeadlineReckoner.reckon(rule, start).due().orElseThrow().at());
    }

    static String local(Instant at) {
        return at.atZone(BERLIN).toLocalDateTime().toString();
    }
}
