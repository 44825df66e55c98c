package org.cairn.app.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.EventTooLarge;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.Recorded;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;

/// The ledger as events: signs and appends, reads and remembers. Whoever appends holds this object's monitor, so that
/// clock, session and event follow each other in the ledger.
final class EventLog {
    /// What makes a sitting of work known before its first entry.
    interface Opening {
        Event.SessionOpened session() throws WorkspaceException;
    }

    /// Decoded events kept in memory: those of one posture of fifty thousand rows and of some days before it, which a
    /// page replays one after the other. Each takes about half a kibibyte.
    private static final int REMEMBERED = 131_072;

    /// Entries that are read ahead at once.
    private static final int AHEAD = 4096;

    private final Ledger ledger;
    private final EntryFinder finder;
    private final Clock clock;
    private final Supplier<EntrySigner> person;
    private final Opening opening;
    private final Map<Long, Recorded<? extends Event>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Recorded<? extends Event>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final SortedMap<Long, String> unreadable = new TreeMap<>();
    private final BitSet leftOut = new BitSet();
    private int tried;
    private Optional<KeyId> sessionOf = Optional.empty();
    private Optional<String> doubt = Optional.empty();

    /// @param person signs for whoever is at work now
    EventLog(Ledger ledger, EntryFinder finder, Clock clock, Supplier<EntrySigner> person, Opening opening) {
        this.ledger = ledger;
        this.finder = finder;
        this.clock = clock;
        this.person = person;
        this.opening = opening;
    }

    /// Every event, oldest first, each read when it is asked for. An entry that cannot be read is left out and named in
    /// [#unreadable()]. For questions about all of them; of a kind there are fewer.
    synchronized List<Recorded<? extends Event>> events() {
        return new DecodedEvents(this, readable());
    }

    /// Those after the first `known` of [#events()].
    synchronized List<Recorded<? extends Event>> eventsAfter(int known) {
        List<Recorded<? extends Event>> all = events();
        return all.subList(known, all.size());
    }

    /// Number of entries, readable or not.
    long size() {
        return ledger.size();
    }

    /// Every event of a kind, oldest first.
    <E extends Event> List<Recorded<E>> all(Class<E> kind) {
        return all(kind, Long.MAX_VALUE);
    }

    /// Every event of a kind among the first `upTo` entries, oldest first.
    synchronized <E extends Event> List<Recorded<E>> all(Class<E> kind, long upTo) {
        return finder.entries(kind, upTo).stream()
                .flatMap(entry -> event(entry).stream())
                .flatMap(recorded -> recorded.as(kind).stream())
                .toList();
    }

    /// One event; empty where the entry cannot be read.
    synchronized Optional<Recorded<? extends Event>> event(long entry) {
        Recorded<? extends Event> known = remembered.get(entry);
        if (known != null || leftOut.get(Math.toIntExact(entry))) {
            return Optional.ofNullable(known);
        }
        Optional<Recorded<? extends Event>> read = read(entry);
        read.ifPresentOrElse(recorded -> remembered.put(entry, recorded), () -> leftOut.set(Math.toIntExact(entry)));
        return read;
    }

    /// Reads entries that will be asked for next, by several threads. Those that cannot be read are left to whoever
    /// asks for them; of more than are remembered, none is read twice.
    void readAhead(List<Long> entries) {
        List<Long> missing = entries.size() > REMEMBERED ? List.of() : missing(entries);
        for (int from = 0; from < missing.size(); from += AHEAD) {
            List<Long> some = missing.subList(from, Math.min(missing.size(), from + AHEAD));
            remember(bytes(some).entrySet().parallelStream()
                    .flatMap(each -> decoded(each.getKey(), each.getValue()).stream())
                    .toList());
        }
    }

    private synchronized List<Long> missing(List<Long> entries) {
        return entries.stream().filter(entry -> !remembered.containsKey(entry)).toList();
    }

    private synchronized void remember(List<? extends Recorded<? extends Event>> read) {
        read.forEach(recorded -> remembered.putIfAbsent(recorded.entry(), recorded));
    }

    /// In order, since the ledger remembers the bundle it read last.
    private Map<Long, Bytes> bytes(List<Long> entries) {
        Map<Long, Bytes> read = new LinkedHashMap<>();
        for (long entry : entries) {
            try {
                read.put(entry, ledger.entry(entry));
            } catch (LedgerException _) {
                // whoever asks for it meets this again, and is told
            }
        }
        return read;
    }

    private static Optional<Recorded<? extends Event>> decoded(long entry, Bytes bytes) {
        try {
            return Optional.of(decode(entry, bytes));
        } catch (MalformedEnvelope | MalformedEvent _) {
            return Optional.empty(); // as above
        }
    }

    private Optional<Recorded<? extends Event>> read(long entry) {
        try {
            Bytes bytes = ledger.entry(entry);
            try {
                return Optional.of(decode(entry, bytes));
            } catch (MalformedEvent e) {
                note(entry, e);
                return unknown(entry, Envelope.parse(bytes));
            }
        } catch (MalformedEnvelope e) {
            note(entry, e);
        } catch (LedgerException e) {
            if (!(ledger.condition() instanceof Condition.Damaged)) {
                throw new UnreadableLedger(e);
            }
            note(entry, e);
        }
        return Optional.empty();
    }

    /// What has a header and is otherwise not as its kind demands is kept and shown, as what is unknown is.
    private Optional<Recorded<? extends Event>> unknown(long entry, Envelope envelope) {
        return finder.header(entry)
                .map(header -> new Recorded<Event>(
                        entry,
                        header.recordedAt(),
                        header.validFrom(),
                        header.validTo(),
                        envelope.signatures().getFirst().keyId(),
                        new Event.Unknown(header.kind(), header.version(), envelope.payload())));
    }

    private void note(long entry, Exception why) {
        unreadable.put(entry, "Entry " + entry + " cannot be read: " + why.getMessage());
    }

    /// Entries that can be read, as far as is known. Of a damaged ledger every one is tried, once.
    private BitSet readable() {
        int size = Math.toIntExact(ledger.size());
        BitSet readable = new BitSet(size);
        readable.set(0, size);
        if (ledger.condition() instanceof Condition.Damaged) {
            for (; tried < size; tried++) {
                event(tried);
            }
        } else {
            finder.withoutHeader().forEach(this::event);
        }
        readable.andNot(leftOut);
        return readable;
    }

    /// In words, by entry: those that were met.
    synchronized List<String> unreadable() {
        readable();
        return List.copyOf(unreadable.values());
    }

    /// What the person did, valid from now.
    long recordByPerson(Event event) throws WorkspaceException {
        return record(event, Optional.empty(), person.get());
    }

    /// Durable on return. The first entry of a sitting is preceded by the session's own.
    /// @param validFrom empty means now
    synchronized long record(Event event, Optional<Instant> validFrom, EntrySigner signer) throws WorkspaceException {
        openSession();
        return append(event, validFrom, signer);
    }

    /// What several keys signed, as it is. Durable on return.
    synchronized long record(Envelope signed) throws WorkspaceException {
        openSession();
        return recordWithoutSession(signed);
    }

    /// What brings somebody back while nobody is at work.
    synchronized long recordWithoutSession(Envelope signed) throws WorkspaceException {
        try {
            return appended(List.of(signed.encode())).getFirst();
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /// Why nobody knows whether the last entry that failed is recorded: the disk failed while it was written.
    synchronized Optional<String> doubt() {
        return doubt;
    }

    private List<Long> appended(List<Bytes> entries) throws LedgerException {
        boolean writable = ledger.condition() instanceof Condition.Writable;
        try {
            return ledger.appendAll(entries);
        } catch (LedgerException e) {
            if (writable && ledger.condition() instanceof Condition.ReadOnly(String reason)) {
                doubt = Optional.of(reason);
            }
            throw e;
        }
    }

    /// An event that others are to sign too, valid from now.
    Bytes payload(Event event) throws WorkspaceException {
        try {
            return EventCodec.encode(EventDraft.now(clock.instant(), event));
        } catch (EventTooLarge e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /// Whoever records next begins another sitting.
    synchronized void endSession() {
        sessionOf = Optional.empty();
    }

    /// The workspace's first entries come before any session.
    synchronized long recordFounding(Event event) throws WorkspaceException {
        return append(event, Optional.empty(), person.get());
    }

    /// An event with the period it is about.
    record Dated(Event event, Instant validFrom, Optional<Instant> validTo) {}

    /// Several events by the person, durable on return, without another one between them.
    synchronized List<Long> recordAll(List<Dated> dated) throws WorkspaceException {
        openSession();
        Instant now = now(false);
        List<Bytes> entries = new ArrayList<>();
        try {
            for (Dated each : dated) {
                EventDraft<Event> draft = new EventDraft<>(now, each.validFrom(), each.validTo(), each.event());
                entries.add(person.get()
                        .sign(EventCodec.PAYLOAD_TYPE, EventCodec.encode(draft))
                        .encode());
            }
            return appended(entries);
        } catch (EventTooLarge e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private void openSession() throws WorkspaceException {
        EntrySigner atWork = person.get();
        if (!sessionOf.equals(Optional.of(atWork.keyId()))) {
            Event.SessionOpened session = opening.session();
            append(session, Optional.empty(), atWork);
            sessionOf = Optional.of(atWork.keyId());
        }
    }

    private long append(Event event, Optional<Instant> validFrom, EntrySigner signer) throws WorkspaceException {
        Instant now = now(event instanceof Event.ClockWentBack);
        requireRecordable("It is said to be valid from ", validFrom.orElse(now));
        try {
            EventDraft<Event> draft = new EventDraft<>(now, validFrom.orElse(now), Optional.empty(), event);
            Bytes payload = EventCodec.encode(draft);
            return appended(List.of(
                            signer.sign(EventCodec.PAYLOAD_TYPE, payload).encode()))
                    .getFirst();
        } catch (EventTooLarge e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /// A clock that went back is recorded before anything else.
    private Instant now(boolean asItIs) throws WorkspaceException {
        Instant now = clock.instant();
        requireRecordable("The clock says ", now);
        Optional<Instant> newest = asItIs ? Optional.empty() : newestRecordedAt();
        if (newest.isPresent() && now.isBefore(newest.get())) {
            append(new Event.ClockWentBack(newest.get(), now), Optional.empty(), person.get());
            return clock.instant();
        }
        return now;
    }

    private static void requireRecordable(String what, Instant time) throws WorkspaceException {
        if (!EventCodec.isRecordable(time)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    what + time + ", but an entry's year has four digits; nothing was recorded. Set it right and record"
                            + " again");
        }
    }

    /// Of the last entry that can be read.
    synchronized Optional<Instant> newestRecordedAt() {
        Optional<Instant> newest = Optional.empty();
        for (long entry = ledger.size() - 1; entry >= 0 && newest.isEmpty(); entry--) {
            newest = event(entry).map(Recorded::recordedAt);
        }
        return newest;
    }

    /// The first signature names the actor. That it verifies was checked before the entry was appended, and is checked
    /// again by `cairn verify`; the checkpoint covers the bytes.
    static Recorded<? extends Event> decode(long entry, Bytes bytes) throws MalformedEnvelope, MalformedEvent {
        Envelope envelope = Envelope.parse(bytes);
        return EventCodec.decode(entry, envelope.signatures().getFirst().keyId(), envelope.payload());
    }
}
