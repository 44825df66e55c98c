package org.cairn.ledger.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// Reads the members that every event's payload has: `kind`, `version`, `recordedAt`, `validFrom`, and where they apply
/// `validTo`, `subject` (of observations `collector`) and `evidence`. Verifies no signature.
public final class EnvelopeHeaders implements HeaderReader {
    @Override
    public Optional<EntryHeader> read(long entry, Bytes bytes) {
        try {
            JsonObject payload = Json.parseObject(Envelope.parse(bytes).payload());
            return Optional.of(new EntryHeader(
                    payload.text("kind"),
                    Math.toIntExact(payload.integer("version")),
                    text(payload, "subject").or(() -> text(payload, "collector")),
                    text(payload, "evidence").flatMap(EnvelopeHeaders::digest),
                    Instant.parse(payload.text("recordedAt")),
                    Instant.parse(payload.text("validFrom")),
                    payload.member("validTo").isPresent()
                            ? Optional.of(Instant.parse(payload.text("validTo")))
                            : Optional.empty()));
        } catch (MalformedEnvelope | MalformedJson | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// Some kinds have a list under the same name: it is no single hash.
    private static Optional<String> text(JsonObject payload, String name) {
        return payload.member(name).filter(JsonText.class::isInstance).map(member -> ((JsonText) member).value());
    }

    private static Optional<Digest> digest(String hex) {
        try {
            return Optional.of(Digest.parseHex(hex));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
