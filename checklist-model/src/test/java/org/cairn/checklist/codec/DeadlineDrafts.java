package org.cairn.checklist.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.Event;

/// Events about deadlines.
final class DeadlineDrafts {
    private DeadlineDrafts() {}

    static Arbitrary<Event> events() {
        Arbitrary<DeadlineId> ids = Arbitraries.longs().map(id -> new DeadlineId("%016x".formatted(id)));
        Arbitrary<Instant> instants = Drafts.instants();
        return Arbitraries.oneOf(
                Combinators.combine(
                                ids,
                                Arbitraries.of("DORA-INC-INIT", "A").map(DeadlineRuleId::new),
                                starts(),
                                instants.optional(),
                                Drafts.refs())
                        .as(DeadlineEvent.DeadlineStarted::new),
                Combinators.combine(ids, names(), instants).as(DeadlineEvent.DeadlineStartLearned::new),
                Combinators.combine(ids, instants, Drafts.refs().optional()).as(DeadlineEvent.DeadlineMet::new),
                Combinators.combine(ids, instants.optional(), Drafts.refs()).as(DeadlineEvent.DeadlineExtended::new),
                Combinators.combine(ids, Drafts.refs()).as(DeadlineEvent.DeadlineWithdrawn::new));
    }

    private static Arbitrary<StartEvent> names() {
        return Arbitraries.of("aware", "classified-as-major", "x9").map(StartEvent::new);
    }

    private static Arbitrary<DeadlineStart> starts() {
        Arbitrary<Holidays> holidays = Arbitraries.longs()
                .between(10_000, 40_000)
                .set()
                .ofMaxSize(20)
                .map(days -> days.isEmpty()
                        ? Holidays.notKnown()
                        : Holidays.of(
                                "DE-BE (2026)",
                                days.stream().map(LocalDate::ofEpochDay).toList()));
        return Combinators.combine(
                        Arbitraries.maps(names(), Drafts.instants())
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.of("Europe/Berlin", "UTC", "+05:45").map(ZoneId::of),
                        holidays,
                        Arbitraries.of(WeekendRelief.values()),
                        Arbitraries.of(Period.ofMonths(3), Period.of(1, 2, 3)).optional())
                .as((starts, zone, days, relief, own) ->
                        new DeadlineStart(new TreeMap<>(starts), zone, days, relief, own));
    }
}
