package org.cairn.ledger.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// Reads the members that every event's payload has: `kind`, `version`, `recordedAt`, `validFrom`, and
/// `validTo` and `subject` where they apply. Verifies no signature.
public final class EnvelopeHeaders implements HeaderReader {
    @Override
    public Optional<EntryHeader> read(long entry, Bytes bytes) {
        try {
            JsonObject payload = Json.parseObject(Envelope.parse(bytes).payload());
            return Optional.of(new EntryHeader(
                    payload.text("kind"),
                    Math.toIntExact(payload.integer("version")),
                    has(payload, "subject") ? Optional.of(payload.text("subject")) : Optional.empty(),
                    Instant.parse(payload.text("recordedAt")),
                    Instant.parse(payload.text("validFrom")),
                    has(payload, "validTo") ? Optional.of(Instant.parse(payload.text("validTo"))) : Optional.empty()));
        } catch (MalformedEnvelope | MalformedJson | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static boolean has(JsonObject payload, String name) {
        return payload.member(name).isPresent();
    }
}
