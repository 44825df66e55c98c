package org.cairn.causality.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Actor;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.proof.Json.JsonObject;

/// Alerts of Falco (`json_output: true`). An alert says what one of its rules matched, with those fields that the rule
/// prints; one that does not print the process's id tells nothing of a process.
final class FalcoRecords implements JsonRecords {
    private static final String DROPPED = "Falco internal: syscall event drop";

    private final String host;
    private final Tally tally;
    private final SourceActivities activities = new SourceActivities();
    private boolean told;

    FalcoRecords(String host, Tally tally) {
        this.host = host;
        this.tally = tally;
    }

    @Override
    public void take(JsonObject alert, RawRecordRef ref) throws MalformedRecord {
        String rule = Members.text(alert, "rule").orElseThrow(() -> new MalformedRecord("no member rule, so no alert"));
        Instant time = TetragonRecords.time(Members.text(alert, "time").orElse(""));
        JsonObject fields = Members.object(alert, "output_fields")
                .orElseThrow(() -> new MalformedRecord("an alert without output_fields"));
        String on = Members.text(alert, "hostname").orElse(host);
        if (!told) {
            told = true;
            tally.gap(new Coverage.Gap(
                    Coverage.Kind.ALERTS_ONLY,
                    on,
                    Optional.empty(),
                    Optional.empty(),
                    "Falco tells what one of its rules matched; of all else this log is silent"));
        }
        EventReading reading = rule.equals(DROPPED) ? dropped(fields, on, time) : read(rule, fields, on, time, ref);
        Moment at = reading instanceof EventReading.Understood(var understood)
                ? understood.getLast().at()
                : activities.moment(time);
        tally.event(on, at, reading);
    }

    private EventReading dropped(JsonObject fields, String on, Instant time) {
        Moment at = activities.moment(time);
        tally.gap(new Coverage.Gap(
                Coverage.Kind.RECORDS_LOST,
                on,
                Optional.empty(),
                Optional.of(at),
                Members.text(fields, "n_drops").orElse("an unknown number of") + " system calls dropped"));
        return new EventReading.Unread(DROPPED);
    }

    private EventReading read(String rule, JsonObject fields, String on, Instant time, RawRecordRef ref) {
        Optional<Actor> actor = actor(fields);
        if (actor.isEmpty()) {
            return new EventReading.Unread("alert without proc.pid: " + rule);
        }
        return switch (FalcoDeeds.read(fields)) {
            case DeedReading.Done(var deed, var result) ->
                new EventReading.Understood(List.of(activities.of(on, time, actor.get(), deed, result, List.of(ref))));
            case DeedReading.Other(String what) -> new EventReading.Unread(what);
            case DeedReading.Lacking(String what) -> new EventReading.Unread("alert without " + what + ": " + rule);
        };
    }

    private static Optional<Actor> actor(JsonObject fields) {
        return Members.integer(fields, "proc.pid")
                .filter(pid -> pid >= 0)
                .map(pid -> new Actor(
                        pid,
                        Members.integer(fields, "proc.ppid").filter(ppid -> ppid >= 0),
                        Members.text(fields, "proc.exepath").filter(path -> path.startsWith("/")),
                        Members.text(fields, "user.uid"),
                        Optional.empty(),
                        Members.text(fields, "user.loginuid").filter(auid -> !auid.startsWith("-")),
                        Members.text(fields, "container.id").filter(id -> !id.equals("host") && !id.isEmpty())));
    }
}
