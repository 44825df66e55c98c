package org.cairn.checklist.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// JSON to the events of the exchange. [ExchangeWriting] is the way there.
final class ExchangeReading {
    private ExchangeReading() {}

    static Event transferKey(Members members) throws MalformedEvent {
        return new TransferKeyMade(members.text("publicKey", Bytes::parseHex), members.payloadRef("secret"));
    }

    static Event paired(Members members) throws MalformedEvent {
        return new PeerPaired(
                members.text("origin"),
                members.texts("logKeys", key -> key),
                members.text("founder", Bytes::parseHex),
                members.digest("root"),
                members.text("transferKey", Bytes::parseHex));
    }

    static Event entry(Members members) throws MalformedEvent {
        EntryPlace place = place(members, "place");
        Digest leaf = members.digest("leaf");
        Optional<String> subject = members.optionalText("subject", text -> text);
        Optional<PayloadRef> stored = members.optionalPayloadRef("stored");
        return new EntryImported(
                place,
                leaf,
                subject,
                stored.isPresent()
                        ? new EntryImported.Envelope.Stored(stored.get())
                        : new EntryImported.Envelope.Inline(members.text("envelope", Bytes::utf8)));
    }

    static Event bundle(Members members) throws MalformedEvent {
        String origin = members.text("origin");
        long since = members.integer("since", 0);
        return new BundleImported(
                origin, since, members.integer("size", since), members.text("checkpoint", Bytes::utf8));
    }

    static Event fork(Members members) throws MalformedEvent {
        return new ForkSeen(
                members.text("origin"),
                members.text("known", Bytes::utf8),
                members.text("seen", Bytes::utf8),
                members.texts("entries", Long::parseLong));
    }

    static Event decided(Members members) throws MalformedEvent {
        Subject subject = members.text("subject", Subject::parse);
        EntryPlace chosen = place(members, "chosen");
        List<EntryPlace> over = new ArrayList<>();
        for (Members each : members.objects("over")) {
            over.add(placeOf(each));
        }
        PayloadRef reason = members.payloadRef("reason");
        try {
            return new ConflictDecided(subject, chosen, over, reason);
        } catch (IllegalArgumentException e) {
            throw members.refusal("over", String.valueOf(e.getMessage()));
        }
    }

    private static EntryPlace place(Members members, String name) throws MalformedEvent {
        return placeOf(members.object(name));
    }

    private static EntryPlace placeOf(Members members) throws MalformedEvent {
        String origin = members.text("origin");
        long index = members.integer("index", 0);
        members.finish();
        if (origin.isEmpty()) {
            throw members.refusal("origin", "is empty");
        }
        return new EntryPlace(origin, index);
    }
}
