package org.cairn.checklist.codec;

import java.time.Instant;
import java.util.Optional;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;

/// Events to the payload of a ledger entry and back; the shapes stand in `docs/events.md`. The form is canonical: an
/// event has one spelling, and `encode(decode(x)) = x`.
public final class EventCodec {
    /// The envelope's payload type.
    public static final String PAYLOAD_TYPE = "application/vnd.cairn.event.v1+json";

    /// The version of every kind's shape that is written. Another one is read as [Event.Unknown].
    public static final int VERSION = EventKind.VERSION;

    /// The largest payload that is written. An entry, that is the envelope, has at most 16 KiB; 1 KiB of it is left for
    /// its frame and up to four signatures, and base64 (RFC 4648) makes 4 bytes of 3.
    public static final int LARGEST_PAYLOAD_BYTES = (16 - 1) * 1024 / 4 * 3;

    /// Nothing larger is read: no entry can hold it.
    private static final int LARGEST_READ_BYTES = 16 * 1024;

    private EventCodec() {}

    /// The kind's name as it stands in the ledger, e.g. `ControlAnswered`.
    public static String kind(Event event) {
        return event instanceof Event.Unknown unknown
                ? unknown.kind()
                : EventKind.of(event).orElseThrow().text();
    }

    /// The same for a kind of which no event is at hand: each record is called as its kind.
    public static String kind(Class<? extends Event> kind) {
        return EventKind.parse(kind.getSimpleName()).orElseThrow().text();
    }

    /// Whether an entry can hold this time: years 0 to 9999, as RFC 3339 writes them.
    public static boolean isRecordable(Instant time) {
        return Instants.hasFourDigitYear(time);
    }

    /// @throws EventTooLarge if an entry cannot hold it
    public static Bytes encode(EventDraft<?> draft) throws EventTooLarge {
        if (draft.event() instanceof Event.Unknown unknown) {
            return unknown.payload();
        }
        EventKind kind = EventKind.of(draft.event()).orElseThrow();
        Bytes payload = Json.write(EventWriting.write(kind, draft));
        if (payload.size() > LARGEST_PAYLOAD_BYTES) {
            throw new EventTooLarge(kind, payload.size(), LARGEST_PAYLOAD_BYTES);
        }
        return payload;
    }

    /// Reads the payload of an entry. A kind, or a version of a kind, that this version does not know becomes an
    /// [Event.Unknown] that keeps the payload.
    /// @param actor the key whose signature over the entry was checked
    /// @throws MalformedEvent naming the member and the reason
    public static Recorded<? extends Event> decode(long entry, KeyId actor, Bytes payload) throws MalformedEvent {
        Members members = members(entry, payload);
        EventHeader header = header(members);
        Optional<EventKind> kind =
                header.version() == EventKind.VERSION ? EventKind.parse(header.kind()) : Optional.empty();
        if (kind.isEmpty()) {
            Event unknown = new Event.Unknown(header.kind(), header.version(), payload);
            return recorded(entry, actor, header, unknown);
        }
        Event event = EventReading.read(kind.get(), members);
        members.finish();
        requireCanonical(entry, kind.get(), draft(header, event), payload);
        return recorded(entry, actor, header, event);
    }

    /// Only what every event says about itself.
    public static EventHeader header(long entry, Bytes payload) throws MalformedEvent {
        return header(members(entry, payload));
    }

    private static EventHeader header(Members members) throws MalformedEvent {
        String kind = members.text("kind");
        int version = members.smallInteger("version", 1);
        Instant recordedAt = members.instant("recordedAt");
        Instant validFrom = members.instant("validFrom");
        Optional<Instant> validTo = members.optionalInstant("validTo");
        if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
            throw members.refusal("validTo", "is not after validFrom");
        }
        Optional<String> subject = members.has("subject") ? Optional.of(members.text("subject")) : Optional.empty();
        return new EventHeader(kind, version, recordedAt, validFrom, validTo, subject);
    }

    private static Members members(long entry, Bytes payload) throws MalformedEvent {
        if (payload.size() > LARGEST_READ_BYTES) {
            throw new MalformedEvent(entry, "payload of " + payload.size() + " bytes, more than " + LARGEST_READ_BYTES);
        }
        try {
            JsonObject object = Json.parseObject(payload);
            return new Members(entry, "", object);
        } catch (MalformedJson e) {
            throw new MalformedEvent(entry, String.valueOf(e.getMessage()));
        }
    }

    private static void requireCanonical(long entry, EventKind kind, EventDraft<Event> draft, Bytes payload)
            throws MalformedEvent {
        if (!Json.write(EventWriting.write(kind, draft)).equals(payload)) {
            throw new MalformedEvent(entry, "is not in the canonical form of a " + kind.text());
        }
    }

    private static EventDraft<Event> draft(EventHeader header, Event event) {
        return new EventDraft<>(header.recordedAt(), header.validFrom(), header.validTo(), event);
    }

    private static Recorded<Event> recorded(long entry, KeyId actor, EventHeader header, Event event) {
        return new Recorded<>(entry, header.recordedAt(), header.validFrom(), header.validTo(), actor, event);
    }
}
