package org.cairn.causality.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.Actor;
import org.cairn.causality.Coverage;
import org.cairn.causality.Deed;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;

/// What `strace -f -ttt -yy -o FILE` writes (strace(1)). A call that others interrupt comes in two lines; it is put
/// together again, and both lines are its records. strace names threads: they are taken back to their process.
final class StraceFormat implements RecordFormat {
    private static final Pattern LINE =
            Pattern.compile("(?:\\[pid +)?(\\d{1,10})\\]? +(\\d{9,11})\\.(\\d{6}) (.*)", Pattern.DOTALL);
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)", Pattern.DOTALL);
    private static final String UNFINISHED = "<unfinished ...>";

    /// Calls begun and not ended, at most one a thread; a log made up to hold more does not fill the memory.
    static final int MOST_OPEN = 100_000;

    /// @param line of the log, from which on others' lines were written while it went on
    private record Begun(String text, Instant at, long line, RawRecordRef ref) {}

    private final String host;
    private final Tally tally;
    private final SourceActivities activities = new SourceActivities();
    private final Map<Long, Begun> begun = new HashMap<>();
    private final Map<Long, Long> processOfThread = new HashMap<>();
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, String> programs = new HashMap<>();

    /// The line at which a process last ran another program or ended.
    private final Map<Long, Long> turns = new HashMap<>();

    StraceFormat(String host, Tally tally) {
        this.host = host;
        this.tally = tally;
    }

    @Override
    public Line take(String line, long number, RawRecordRef ref) throws MalformedRecord {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new MalformedRecord("does not begin with PROCESS SECONDS.MICROS, as strace -f -ttt writes");
        }
        long thread = Long.parseLong(parts.group(1));
        Instant time = Instant.ofEpochSecond(Long.parseLong(parts.group(2)), 1_000L * Integer.parseInt(parts.group(3)));
        String rest = parts.group(4);
        if (rest.startsWith("+++ ") || rest.startsWith("--- ")) {
            signal(thread, time, rest, number, ref);
            return Line.RECORD;
        }
        Matcher resumed = RESUMED.matcher(rest);
        if (resumed.matches()) {
            resumed(thread, time, number, resumed, ref);
        } else if (rest.endsWith(UNFINISHED)) {
            if (begun.size() >= MOST_OPEN) {
                throw new MalformedRecord("more than " + MOST_OPEN + " calls begun and not ended");
            }
            begun.put(thread, new Begun(rest.substring(0, rest.length() - UNFINISHED.length()), time, number, ref));
            return Line.PART;
        } else {
            call(thread, new Begun(rest, time, number, ref), time, number, rest, List.of(ref));
        }
        return Line.RECORD;
    }

    private void resumed(long thread, Instant time, long line, Matcher resumed, RawRecordRef ref)
            throws MalformedRecord {
        Begun first = begun.remove(thread);
        if (first == null || !first.text().startsWith(resumed.group(1) + "(")) {
            throw new MalformedRecord("the end of a call " + resumed.group(1) + " whose beginning is not in the log");
        }
        call(thread, first, time, line, first.text() + resumed.group(2), List.of(first.ref(), ref));
    }

    private void call(long thread, Begun first, Instant ended, long line, String text, List<RawRecordRef> records)
            throws MalformedRecord {
        StraceCall call = StraceCall.parse(text);
        boolean starts = call.name().endsWith("fork") || call.name().startsWith("clone");
        Instant at = starts ? first.at() : ended; // a child may act before its parent's call returns
        if (starts) {
            learn(thread, call, first.line());
        }
        Actor before = actor(thread);
        DeedReading reading = StraceDeeds.read(call);
        if (reading instanceof DeedReading.Done(Deed.Executed executed, Result result) && result == Result.SUCCEEDED) {
            call.text(call.name().equals("execveat") ? 1 : 0).ifPresent(program -> programs.put(before.pid(), program));
            turns.put(before.pid(), line);
        }
        report(
                at,
                switch (reading) {
                    case DeedReading.Done(Deed deed, Result result) ->
                        new EventReading.Understood(
                                List.of(activities.of(host, at, actor(thread), deed, result, records)));
                    case DeedReading.Other(String what) -> new EventReading.Unread(what);
                    case DeedReading.Lacking(String what) ->
                        new EventReading.Rejected(call.name() + " without " + what);
                });
    }

    private void report(Instant at, EventReading reading) {
        Moment moment = reading instanceof EventReading.Understood(var understood)
                ? understood.getLast().at()
                : activities.moment(at);
        tally.event(host, moment, reading);
    }

    /// The child may have run its own program, or ended, before the line that names it: that is newer.
    private void learn(long thread, StraceCall call, long begun) {
        call.returned().ifPresent(child -> {
            long process = process(thread);
            if (StraceDeeds.startsThread(call)) {
                processOfThread.put(child, process);
            } else if (turns.getOrDefault(child, 0L) > begun) {
                if (programs.containsKey(child)) {
                    parents.put(child, process);
                }
            } else {
                processOfThread.remove(child);
                parents.put(child, process);
                Optional.ofNullable(programs.get(process)).ifPresent(program -> programs.put(child, program));
            }
        });
    }

    private long process(long thread) {
        return processOfThread.getOrDefault(thread, thread);
    }

    private Actor actor(long thread) {
        long process = process(thread);
        return new Actor(
                process,
                Optional.ofNullable(parents.get(process)),
                Optional.ofNullable(programs.get(process)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// `+++ exited with 0 +++`, `+++ killed by SIGKILL +++`, `--- SIGCHLD {…} ---`.
    private void signal(long thread, Instant time, String text, long line, RawRecordRef ref) {
        boolean gone = text.startsWith("+++ exited") || text.startsWith("+++ killed");
        if (gone && !processOfThread.containsKey(thread)) {
            report(
                    time,
                    new EventReading.Understood(List.of(activities.of(
                            host, time, actor(thread), new Deed.Ended(), Result.SUCCEEDED, List.of(ref)))));
            parents.remove(thread);
            programs.remove(thread);
            turns.put(thread, line);
        } else {
            report(time, new EventReading.Unread(gone ? "end of a thread" : text.split(" ", 3)[0] + " signal"));
        }
        if (gone) {
            processOfThread.remove(thread);
            begun.remove(thread);
        }
    }

    @Override
    public void finish() {
        for (Begun open : new ArrayList<>(begun.values())) {
            Moment at = activities.moment(open.at());
            tally.gap(new Coverage.Gap(
                    Coverage.Kind.EVENT_INCOMPLETE,
                    host,
                    Optional.of(at),
                    Optional.empty(),
                    "a call that began and whose end is not in the log: "
                            + open.text().split("\\(", 2)[0]));
        }
    }

    @Override
    public Optional<RejectedLine> cut() {
        return Optional.empty();
    }

    @Override
    public long late() {
        return 0;
    }
}
