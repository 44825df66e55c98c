package org.cairn.app.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.EventTooLarge;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.Recorded;
import org.cairn.ledger.key.EntrySigner;
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

    private final Ledger ledger;
    private final Clock clock;
    private final Supplier<EntrySigner> person;
    private final Opening opening;
    private final List<Recorded<? extends Event>> events = new ArrayList<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private long read;
    private Optional<KeyId> sessionOf = Optional.empty();

    /// @param person signs for whoever is at work now
    EventLog(Ledger ledger, Clock clock, Supplier<EntrySigner> person, Opening opening) {
        this.ledger = ledger;
        this.clock = clock;
        this.person = person;
        this.opening = opening;
    }

    /// Every event, oldest first. An entry that cannot be read is left out and named in [#unreadable()].
    synchronized List<Recorded<? extends Event>> events() {
        catchUp();
        return List.copyOf(events);
    }

    /// Those after the first `known` of [#events()].
    synchronized List<Recorded<? extends Event>> eventsAfter(int known) {
        catchUp();
        return List.copyOf(events.subList(known, events.size()));
    }

    private void catchUp() {
        for (; read < ledger.size(); read++) {
            try {
                events.add(decode(read, ledger.entry(read)));
            } catch (LedgerException | MalformedEnvelope | MalformedEvent e) {
                unreadable.add("Entry " + read + " cannot be read: " + e.getMessage());
            }
        }
    }

    synchronized List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /// What the person did, valid from now.
    long recordByPerson(Event event) throws WorkspaceException {
        return record(event, Optional.empty(), person.get());
    }

    /// Durable on return. The first entry of a sitting is preceded by the session's own.
    /// @param validFrom empty means now
    synchronized long record(Event event, Optional<Instant> validFrom, EntrySigner signer) throws WorkspaceException {
        EntrySigner atWork = person.get();
        if (!sessionOf.equals(Optional.of(atWork.keyId()))) {
            Event.SessionOpened session = opening.session();
            append(session, Optional.empty(), atWork);
            sessionOf = Optional.of(atWork.keyId());
        }
        return append(event, validFrom, signer);
    }

    /// The workspace's first entries come before any session.
    synchronized long recordFounding(Event event) throws WorkspaceException {
        return append(event, Optional.empty(), person.get());
    }

    private long append(Event event, Optional<Instant> validFrom, EntrySigner signer) throws WorkspaceException {
        Instant now = clock.instant();
        Optional<Instant> newest = newestRecordedAt();
        if (newest.isPresent() && now.isBefore(newest.get()) && !(event instanceof Event.ClockWentBack)) {
            append(new Event.ClockWentBack(newest.get(), now), Optional.empty(), person.get());
            now = clock.instant();
        }
        try {
            EventDraft<Event> draft = new EventDraft<>(now, validFrom.orElse(now), Optional.empty(), event);
            Bytes payload = EventCodec.encode(draft);
            return ledger.append(signer.sign(EventCodec.PAYLOAD_TYPE, payload).encode());
        } catch (EventTooLarge e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private Optional<Instant> newestRecordedAt() {
        catchUp();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().recordedAt());
    }

    /// The first signature names the actor. That it verifies was checked before the entry was appended, and is checked
    /// again by `cairn verify`; the checkpoint covers the bytes.
    static Recorded<? extends Event> decode(long entry, Bytes bytes) throws MalformedEnvelope, MalformedEvent {
        Envelope envelope = Envelope.parse(bytes);
        return EventCodec.decode(entry, envelope.signatures().getFirst().keyId(), envelope.payload());
    }
}
