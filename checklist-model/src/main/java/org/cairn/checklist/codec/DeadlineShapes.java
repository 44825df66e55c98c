package org.cairn.checklist.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeadlineEvent.DeadlineExtended;
import org.cairn.checklist.event.DeadlineEvent.DeadlineMet;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStartLearned;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStarted;
import org.cairn.checklist.event.DeadlineEvent.DeadlineWithdrawn;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;

/// The shapes of events about deadlines.
final class DeadlineShapes {
    private DeadlineShapes() {}

    static EventKind kind(DeadlineEvent event) {
        return switch (event) {
            case DeadlineStarted _ -> EventKind.DEADLINE_STARTED;
            case DeadlineStartLearned _ -> EventKind.DEADLINE_START_LEARNED;
            case DeadlineMet _ -> EventKind.DEADLINE_MET;
            case DeadlineExtended _ -> EventKind.DEADLINE_EXTENDED;
            case DeadlineWithdrawn _ -> EventKind.DEADLINE_WITHDRAWN;
        };
    }

    static void write(DeadlineEvent event, Json.Builder json) {
        json.with("deadline", event.deadline().hex());
        switch (event) {
            case DeadlineStarted started -> started(started, json);
            case DeadlineStartLearned learned ->
                json.with("event", learned.event().name()).with("at", Instants.text(learned.at()));
            case DeadlineMet met -> {
                json.with("at", Instants.text(met.at()));
                met.note().ifPresent(note -> json.with("note", EventWriting.ref(note)));
            }
            case DeadlineExtended extended -> {
                extended.until().ifPresent(until -> json.with("until", Instants.text(until)));
                json.with("reason", EventWriting.ref(extended.reason()));
            }
            case DeadlineWithdrawn withdrawn -> json.with("reason", EventWriting.ref(withdrawn.reason()));
        }
    }

    private static void started(DeadlineStarted started, Json.Builder json) {
        DeadlineStart start = started.start();
        json.with("rule", started.rule().value())
                .with(
                        "starts",
                        start.starts().entrySet().stream()
                                .map(DeadlineShapes::start)
                                .toList())
                .with("zone", start.zone().getId())
                .with("relief", start.relief().name())
                .with("matter", EventWriting.ref(started.matter()));
        start.ownPeriod().ifPresent(period -> json.with("ownPeriod", period.toString()));
        started.due().ifPresent(due -> json.with("due", Instants.text(due)));
        start.holidays()
                .place()
                .ifPresent(place -> json.with(
                        "holidays",
                        Json.object()
                                .with("place", place)
                                .with(
                                        "days",
                                        start.holidays().days().stream()
                                                .map(day -> new JsonText(day.toString()))
                                                .toList())
                                .build()));
    }

    private static Json start(Map.Entry<StartEvent, Instant> start) {
        return Json.object()
                .with("event", start.getKey().name())
                .with("at", Instants.text(start.getValue()))
                .build();
    }

    static DeadlineStarted started(Members members) throws MalformedEvent {
        return new DeadlineStarted(
                deadline(members),
                members.text("rule", DeadlineRuleId::new),
                start(members),
                members.optionalInstant("due"),
                members.payloadRef("matter"));
    }

    static DeadlineStartLearned learned(Members members) throws MalformedEvent {
        return new DeadlineStartLearned(
                deadline(members), members.text("event", StartEvent::new), members.instant("at"));
    }

    static DeadlineMet met(Members members) throws MalformedEvent {
        return new DeadlineMet(deadline(members), members.instant("at"), members.optionalPayloadRef("note"));
    }

    static DeadlineExtended extended(Members members) throws MalformedEvent {
        return new DeadlineExtended(deadline(members), members.optionalInstant("until"), members.payloadRef("reason"));
    }

    static DeadlineWithdrawn withdrawn(Members members) throws MalformedEvent {
        return new DeadlineWithdrawn(deadline(members), members.payloadRef("reason"));
    }

    private static DeadlineId deadline(Members members) throws MalformedEvent {
        return members.text("deadline", DeadlineId::new);
    }

    private static DeadlineStart start(Members members) throws MalformedEvent {
        SortedMap<StartEvent, Instant> starts = starts(members);
        ZoneId zone = members.text("zone", ZoneId::of);
        WeekendRelief relief = members.oneOf("relief", WeekendRelief.values());
        Optional<Period> own = members.optionalText("ownPeriod", Period::parse);
        Holidays holidays = holidays(members);
        try {
            return new DeadlineStart(starts, zone, holidays, relief, own);
        } catch (IllegalArgumentException e) {
            throw members.refusal("starts", String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<StartEvent, Instant> starts(Members members) throws MalformedEvent {
        SortedMap<StartEvent, Instant> starts = new TreeMap<>();
        for (Members each : members.objects("starts")) {
            StartEvent event = each.text("event", StartEvent::new);
            Instant before = starts.put(event, each.instant("at"));
            each.finish();
            if (before != null) {
                throw members.refusal("starts", "names " + event + " twice");
            }
        }
        return starts;
    }

    private static Holidays holidays(Members members) throws MalformedEvent {
        if (!members.has("holidays")) {
            return Holidays.notKnown();
        }
        Members list = members.object("holidays");
        String place = list.text("place");
        List<LocalDate> days = list.texts("days", LocalDate::parse);
        list.finish();
        try {
            return Holidays.of(place, days);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw members.refusal("holidays", String.valueOf(e.getMessage()));
        }
    }
}
