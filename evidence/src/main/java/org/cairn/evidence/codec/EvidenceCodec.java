package org.cairn.evidence.codec;

import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Evidence to canonical JSON (RFC 8785) and back. Reading is strict: exactly the members that are written, each in
/// its one spelling; what is read and written again has the same bytes.
public final class EvidenceCodec {
    /// Without a member `origin`: what is written where nothing is known of it.
    static final long FORMAT = 1;

    /// With it. Older numbers stay readable.
    static final long FORMAT_WITH_ORIGIN = 2;

    private EvidenceCodec() {}

    /// Lone surrogates, which no UTF-8 can carry, become U+FFFD.
    public static Bytes encode(Evidence evidence) {
        return Json.write(EvidenceJson.of(evidence));
    }

    public static Evidence decode(Bytes document) throws MalformedEvidence {
        Evidence evidence = read(document, EvidenceReading::evidence);
        requireCanonical(document, encode(evidence));
        return evidence;
    }

    public static Bytes encodeManifest(EvidenceManifest manifest) {
        return Json.write(EvidenceJson.of(manifest));
    }

    public static EvidenceManifest decodeManifest(Bytes document) throws MalformedEvidence {
        EvidenceManifest manifest = read(document, EvidenceReading::manifest);
        requireCanonical(document, encodeManifest(manifest));
        return manifest;
    }

    /// A payload reference as it stands in manifests.
    public static JsonObject json(PayloadRef payload) {
        return EvidenceJson.of(payload);
    }

    private interface Reading<T> {
        T of(JsonObject json) throws MalformedJson, MalformedEvidence;
    }

    private static <T> T read(Bytes document, Reading<T> reading) throws MalformedEvidence {
        try {
            return reading.of(Json.parseObject(document));
        } catch (MalformedJson e) {
            throw new MalformedEvidence(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidence("a value is refused: " + e.getMessage());
        }
    }

    private static void requireCanonical(Bytes read, Bytes canonical) throws MalformedEvidence {
        if (!read.equals(canonical)) {
            throw new MalformedEvidence("the bytes are not in canonical form");
        }
    }
}
