package org.cairn.causality.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Activity;
import org.cairn.causality.Actor;
import org.cairn.causality.Deed;
import org.cairn.causality.FileMention;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;

/// Events of Tetragon (cilium/tetragon, api/v1/tetragon/events.proto, written as JSON). Programs started, processes
/// ended, connections, and calls that one of its policies traces.
final class TetragonRecords implements JsonRecords {
    private final String host;
    private final Tally tally;
    private final SourceActivities activities = new SourceActivities();

    TetragonRecords(String host, Tally tally) {
        this.host = host;
        this.tally = tally;
    }

    @Override
    public void take(JsonObject object, RawRecordRef ref) throws MalformedRecord {
        Map.Entry<String, Json> event = object.members().entrySet().stream()
                .filter(member -> member.getKey().startsWith("process_") && member.getValue() instanceof JsonObject)
                .findFirst()
                .orElseThrow(() -> new MalformedRecord("no member process_…, so no event"));
        Instant time = time(Members.text(object, "time").orElse(""));
        String on = Members.text(object, "node_name").orElse(host);
        EventReading reading = read(event.getKey(), (JsonObject) event.getValue(), on, time, ref);
        Moment at = reading instanceof EventReading.Understood(List<Activity> understood)
                ? understood.getLast().at()
                : activities.moment(time);
        tally.event(on, at, reading);
    }

    static Instant time(String text) throws MalformedRecord {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw new MalformedRecord("its time is '" + text + "', not of the form 2026-01-31T17:00:00.123Z");
        }
    }

    private EventReading read(String kind, JsonObject event, String on, Instant time, RawRecordRef ref) {
        Optional<JsonObject> process = Members.object(event, "process");
        Optional<Actor> actor = process.flatMap(acting -> actor(acting, Members.object(event, "parent")));
        if (process.isEmpty() || actor.isEmpty()) {
            return new EventReading.Rejected(kind + " without the process's id");
        }
        if (kind.equals("process_exec")) {
            return new EventReading.Understood(executed(process.get(), actor.get(), event, on, time, ref));
        }
        return switch (TetragonDeeds.read(kind, event)) {
            case DeedReading.Done(Deed deed, Result result) ->
                new EventReading.Understood(List.of(activities.of(on, time, actor.get(), deed, result, List.of(ref))));
            case DeedReading.Other(String what) -> new EventReading.Unread(what);
            case DeedReading.Lacking(String what) -> new EventReading.Rejected(kind + " without " + what);
        };
    }

    /// `flags` says whether the process was also new; then its parent is recorded too.
    private List<Activity> executed(
            JsonObject process, Actor actor, JsonObject event, String on, Instant time, RawRecordRef ref) {
        List<Activity> all = new ArrayList<>();
        boolean anew =
                List.of(Members.text(process, "flags").orElse("").split(" ")).contains("clone");
        Optional<Actor> parent = Members.object(event, "parent").flatMap(by -> actor(by, Optional.empty()));
        if (anew && parent.isPresent() && actor.exe().isPresent()) {
            Deed forked = new Deed.Forked(actor.pid());
            all.add(activities.of(on, time, parent.get(), forked, Result.SUCCEEDED, List.of(ref)));
        }
        List<String> arguments = new ArrayList<>();
        actor.exe().ifPresent(arguments::add);
        Members.text(process, "arguments").ifPresent(arguments::add);
        List<FileMention> files =
                actor.exe().map(TetragonDeeds::file).map(List::of).orElse(List.of());
        Deed deed = new Deed.Executed(arguments, files);
        all.add(activities.of(on, time, actor, deed, Result.SUCCEEDED, List.of(ref)));
        return all;
    }

    private static Optional<Actor> actor(JsonObject process, Optional<JsonObject> parent) {
        Optional<String> container = Members.text(process, "docker")
                .or(() -> Members.object(process, "pod")
                        .flatMap(pod -> Members.object(pod, "container"))
                        .flatMap(inner -> Members.text(inner, "id")));
        return Members.integer(process, "pid")
                .filter(pid -> pid >= 0)
                .map(pid -> new Actor(
                        pid,
                        parent.flatMap(by -> Members.integer(by, "pid")),
                        Members.text(process, "binary").filter(text -> !text.isEmpty()),
                        Members.text(process, "uid"),
                        Members.object(process, "process_credentials")
                                .flatMap(credentials -> Members.text(credentials, "euid")),
                        Members.text(process, "auid").filter(auid -> !auid.equals("4294967295")),
                        container));
    }
}
