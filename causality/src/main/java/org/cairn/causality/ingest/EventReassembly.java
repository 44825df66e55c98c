package org.cairn.causality.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// Lines held at a time, in characters; a log made of huge records does not fill the memory.
    static final long MOST_CHARACTERS = 1L << 25;
    /// Hosts of one log, each of which is followed apart.
    static final int MOST_HOSTS = 1_000;

    private record Key(String host, Moment at, boolean daemon) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = at.compareTo(other.at);
            order = order != 0 ? order : host.compareTo(other.host);
            return order != 0 ? order : Boolean.compare(daemon, other.daemon);
        }
    }

    private static final class Open {
        private final Instant expiry;
        private final List<AuditRecord> records = new ArrayList<>();
        private long lastLine;
        private long characters;

        Open(Instant expiry) {
            this.expiry = expiry;
        }

        /// Most records follow another of their event.
        boolean isOf(AuditRecord record) {
            AuditRecord first = records.getFirst();
            return record.serial() == first.serial()
                    && record.time().equals(first.time())
                    && record.host().equals(first.host())
                    && record.fromDaemon() == first.fromDaemon();
        }
    }

    /// The serials of one host, which the kernel counts in 32 bits.
    private static final class Serials {
        private long last;

        Serials(long first) {
            this.last = first;
        }

        long unwrapped(long serial) {
            last += (int) (serial - last);
            return last;
        }
    }

    private final Consumer<AuditEvent> complete;
    private final TreeMap<Key, Open> open = new TreeMap<>();
    private final Map<String, Serials> serials = new HashMap<>();
    private Instant newest = Instant.EPOCH;
    private Optional<Open> latest = Optional.empty();
    private Optional<Key> passed = Optional.empty();
    private final Set<String> hosts = new HashSet<>();
    private long characters;
    private long line;
    private long late;

    EventReassembly(Consumer<AuditEvent> complete) {
        this.complete = complete;
    }

    /// @param length characters of the line
    void add(AuditRecord record, int length) throws MalformedRecord {
        if (latest.isEmpty() || !latest.get().isOf(record)) {
            latest = Optional.of(event(record));
        }
        Open event = latest.get();
        if (event.records.size() == MOST_RECORDS) {
            throw new MalformedRecord("more than " + MOST_RECORDS + " records of one event");
        }
        event.records.add(record);
        event.lastLine = ++line;
        event.characters += length;
        characters += length;
        while (isFull() || !open.isEmpty() && isComplete(open.firstEntry().getValue())) {
            pass();
        }
    }

    private Open event(AuditRecord record) throws MalformedRecord {
        if (hosts.add(record.host()) && hosts.size() > MOST_HOSTS) {
            hosts.remove(record.host());
            throw new MalformedRecord("more than " + MOST_HOSTS + " hosts in one log");
        }
        Key key = new Key(record.host(), new Moment(record.time(), unwrapped(record)), record.fromDaemon());
        newest = record.time().isAfter(newest) ? record.time() : newest;
        return open.computeIfAbsent(key, _ -> new Open(newest.plus(WINDOW)));
    }

    private boolean isFull() {
        return open.size() > MOST_EVENTS || characters > MOST_CHARACTERS;
    }

    private boolean isComplete(Open event) {
        return event.expiry.isBefore(newest) && line - event.lastLine >= LINES;
    }

    /// The serial in a count that does not wrap: the one nearest to the serial before it.
    private long unwrapped(AuditRecord record) {
        return record.fromDaemon()
                ? record.serial()
                : serials.computeIfAbsent(record.host(), _ -> new Serials(record.serial()))
                        .unwrapped(record.serial());
    }

    private void pass() {
        Map.Entry<Key, Open> first = open.pollFirstEntry();
        Key key = first.getKey();
        latest = latest.filter(event -> event != first.getValue());
        characters -= first.getValue().characters;
        if (passed.isPresent() && passed.get().compareTo(key) >= 0) {
            late++;
        } else {
            passed = Optional.of(key);
        }
        complete.accept(new AuditEvent(key.host(), key.at(), first.getValue().records));
    }

    /// Passes on all that is left.
    void finish() {
        while (!open.isEmpty()) {
            pass();
        }
    }

    /// Events that came, in whole or in part, after they or a later one had been passed on.
    long late() {
        return late;
    }
}
