package org.cairn.checklist.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

class EventCodecProperties {
    private static final KeyId ACTOR = new KeyId(Digest.sha256(Bytes.utf8("actor")));

    @Provide
    Arbitrary<EventDraft<? extends Event>> drafts() {
        return Drafts.all();
    }

    @Property(tries = 2000)
    void decodingGivesBackWhatWasEncoded(@ForAll("drafts") EventDraft<? extends Event> draft)
            throws EventTooLarge, MalformedEvent {
        Recorded<? extends Event> decoded = EventCodec.decode(7, ACTOR, EventCodec.encode(draft));
        assertEquals(
                new Recorded<>(7, draft.recordedAt(), draft.validFrom(), draft.validTo(), ACTOR, draft.event()),
                decoded);
    }

    @Property(tries = 500)
    void anUnknownKindKeepsItsBytes(@ForAll("drafts") EventDraft<? extends Event> draft)
            throws EventTooLarge, MalformedEvent {
        String kind = EventCodec.kind(draft.event());
        Bytes newer = Bytes.utf8(EventCodec.encode(draft).asUtf8().replace(kind + "\"", kind + "Again\""));
        Recorded<? extends Event> decoded = EventCodec.decode(3, ACTOR, newer);
        assertEquals(new Event.Unknown(kind + "Again", 1, newer), decoded.event());
        assertEquals(
                newer,
                EventCodec.encode(new EventDraft<>(
                        decoded.recordedAt(), decoded.validFrom(), decoded.validTo(), decoded.event())));
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 1_000_000);
    }

    /// Whatever one changed byte makes of an event: it is refused, or it is read as something that is written the same.
    @Property(tries = 2000)
    void aChangedByteIsRefusedOrReadAsWritten(
            @ForAll("drafts") EventDraft<? extends Event> draft, @ForAll("positions") int at, @ForAll byte value)
            throws EventTooLarge {
        byte[] changed = EventCodec.encode(draft).toByteArray();
        changed[at % changed.length] = value;
        Bytes payload = Bytes.copyOf(changed);
        try {
            Recorded<? extends Event> decoded = EventCodec.decode(0, ACTOR, payload);
            assertEquals(
                    payload,
                    EventCodec.encode(new EventDraft<>(
                            decoded.recordedAt(), decoded.validFrom(), decoded.validTo(), decoded.event())));
        } catch (MalformedEvent refusal) {
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("entry 0"));
        }
    }
}
