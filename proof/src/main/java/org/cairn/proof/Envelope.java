package org.cairn.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.proof.Json.JsonObject;

/// A payload with its type and signatures: DSSE 1.0.2, the JSON form of `envelope.md`. Read more strictly than
/// that document asks: exactly the members it defines, standard base64 only, each key once, each key named.
public record Envelope(String payloadType, Bytes payload, List<EnvelopeSignature> signatures) {
    private static final Set<String> MEMBERS = Set.of("payload", "payloadType", "signatures");
    private static final Set<String> SIGNATURE_MEMBERS = Set.of("keyid", "sig");
    private static final int SIGNATURE_LIMIT = 16;

    public Envelope {
        signatures = List.copyOf(signatures);
        if (payloadType.isEmpty() || StrictUtf8.hasLoneSurrogate(payloadType)) {
            throw new IllegalArgumentException("an envelope needs a payload type");
        }
        if (signatures.isEmpty() || signatures.size() > SIGNATURE_LIMIT) {
            throw new IllegalArgumentException("an envelope with " + signatures.size() + " signatures");
        }
        if (new HashSet<>(signatures.stream().map(EnvelopeSignature::keyId).toList()).size() != signatures.size()) {
            throw new IllegalArgumentException("one key signed twice");
        }
    }

    /// What is signed: `DSSEv1`, then length and bytes of type and payload (DSSE 1.0.2 `protocol.md`).
    public static Bytes preAuthenticationEncoding(String type, Bytes payload) {
        Bytes typeBytes = Bytes.utf8(type);
        return Bytes.utf8("DSSEv1 " + typeBytes.size() + ' ' + type + ' ' + payload.size() + ' ')
                .concat(payload);
    }

    /// What the signatures of this envelope are over.
    public Bytes signedBytes() {
        return preAuthenticationEncoding(payloadType, payload);
    }

    /// Whether the envelope has a signature under this key's id and it verifies.
    public boolean isSignedBy(Ed25519PublicKey key) {
        KeyId keyId = key.keyId();
        Bytes message = signedBytes();
        return signatures.stream()
                .anyMatch(signature -> signature.keyId().equals(keyId) && key.verifies(message, signature.signature()));
    }

    /// Canonical JSON.
    public Bytes encode() {
        List<JsonObject> lines = signatures.stream()
                .map(signature -> Json.object()
                        .with("keyid", signature.keyId().hex())
                        .with("sig", StrictBase64.encode(signature.signature()))
                        .build())
                .toList();
        return Json.write(Json.object()
                .with("payload", StrictBase64.encode(payload))
                .with("payloadType", payloadType)
                .with("signatures", lines)
                .build());
    }

    public static Envelope parse(Bytes encoded) throws MalformedEnvelope {
        try {
            JsonObject json = Json.parseObject(encoded);
            requireMembers(json, MEMBERS);
            List<EnvelopeSignature> signatures = new ArrayList<>();
            for (Json line : json.array("signatures")) {
                signatures.add(parseSignature(line));
            }
            return new Envelope(json.text("payloadType"), base64(json, "payload"), signatures);
        } catch (MalformedJson e) {
            throw new MalformedEnvelope("the envelope is not the JSON expected: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new MalformedEnvelope("the envelope is refused: " + e.getMessage());
        }
    }

    private static EnvelopeSignature parseSignature(Json line) throws MalformedEnvelope, MalformedJson {
        if (!(line instanceof JsonObject json)) {
            throw new MalformedEnvelope("a signature is not an object");
        }
        requireMembers(json, SIGNATURE_MEMBERS);
        return new EnvelopeSignature(KeyId.parse(json.text("keyid")), base64(json, "sig"));
    }

    private static void requireMembers(JsonObject json, Set<String> expected) throws MalformedEnvelope {
        if (!json.members().keySet().equals(expected)) {
            throw new MalformedEnvelope(
                    "members " + json.members().keySet() + " instead of " + new TreeSet<>(expected));
        }
    }

    private static Bytes base64(JsonObject json, String name) throws MalformedEnvelope, MalformedJson {
        return StrictBase64.decode(json.text(name))
                .orElseThrow(() -> new MalformedEnvelope("member \"" + name + "\" is not strict base64"));
    }
}
