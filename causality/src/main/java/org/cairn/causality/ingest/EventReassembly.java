package org.cairn.causality.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cairn.causality.Moment;

/// Joins records to events by (host, time, serial) and passes events on in the order of their moments. Records of
/// several events interleave, serials come out of order, and the end-of-event record is not written to disk, so an
/// event counts as complete when the log has moved on by the window.
final class EventReassembly {
    /// auditd hands a record on at most this long after its event began; auparse waits the same (libaudit,
    /// au_check_events).
    static final Duration WINDOW = Duration.ofSeconds(2);
    /// Lines that must follow an event's last one as well, since after a quiet time the next record is late by itself.
    static final int LINES = 64;
    /// Events held at a time; more are passed on early, so memory stays bounded in a burst.
    static final int MOST_EVENTS = 1_000;
    /// Records of one event; an `execve` with very many arguments needs some hundred.
    static final int MOST_RECORDS = 1_024;

    /// Hosts of one log, each of which is followed apart.
    static final int MOST_HOSTS = 1_000;

    private record Key(String host, Moment at, boolean daemon) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::at).thenComparing(Key::host).thenComparing(Key::daemon);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Open {
        private final Instant expiry;
        private final List<AuditRecord> records = new ArrayList<>();
        private long lastLine;

        Open(Instant expiry) {
            this.expiry = expiry;
        }
    }

    private final Consumer<AuditEvent> complete;
    private final TreeMap<Key, Open> open = new TreeMap<>();
    private final Map<String, Long> serials = new HashMap<>();
    private Instant newest = Instant.EPOCH;
    private Moment passed = new Moment(Instant.EPOCH, 0);
    private long line;
    private long late;

    EventReassembly(Consumer<AuditEvent> complete) {
        this.complete = complete;
    }

    void add(AuditRecord record) throws MalformedRecord {
        if (serials.size() == MOST_HOSTS && !serials.containsKey(record.host())) {
            throw new MalformedRecord("more than " + MOST_HOSTS + " hosts in one log");
        }
        Key key = new Key(record.host(), new Moment(record.time(), unwrapped(record)), record.fromDaemon());
        newest = record.time().isAfter(newest) ? record.time() : newest;
        Open event = open.computeIfAbsent(key, _ -> new Open(newest.plus(WINDOW)));
        if (event.records.size() == MOST_RECORDS) {
            throw new MalformedRecord("more than " + MOST_RECORDS + " records of one event");
        }
        event.records.add(record);
        event.lastLine = ++line;
        while (open.size() > MOST_EVENTS || isComplete(open.firstEntry().getValue())) {
            pass();
        }
    }

    private boolean isComplete(Open event) {
        return event.expiry.isBefore(newest) && line - event.lastLine >= LINES;
    }

    /// The serial in a count that does not wrap: the one nearest to the serial before it.
    private long unwrapped(AuditRecord record) {
        long before = serials.computeIfAbsent(record.host(), _ -> record.serial());
        if (record.fromDaemon()) {
            return record.serial();
        }
        long serial = before + (int) (record.serial() - before);
        serials.put(record.host(), serial);
        return serial;
    }

    private void pass() {
        Map.Entry<Key, Open> first = open.pollFirstEntry();
        Key key = first.getKey();
        late += passed.isAfter(key.at()) ? 1 : 0;
        passed = passed.later(key.at());
        complete.accept(new AuditEvent(key.host(), key.at(), first.getValue().records));
    }

    /// Passes on all that is left.
    void finish() {
        while (!open.isEmpty()) {
            pass();
        }
    }

    /// Events that came after a later one had been passed on.
    long late() {
        return late;
    }
}
