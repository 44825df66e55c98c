package org.cairn.evidence.codec;

import java.util.List;
import java.util.Map;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.Item;
import org.cairn.evidence.Origin;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;

/// Evidence as JSON values.
final class EvidenceJson {
    private static final char REPLACEMENT = '\uFFFD';

    private EvidenceJson() {}

    static JsonObject of(EvidenceManifest manifest) {
        return Json.object()
                .with("evidence", of(manifest.evidence()))
                .with("raw", manifest.raw().stream().map(EvidenceJson::of).toList())
                .build();
    }

    static JsonObject of(Evidence evidence) {
        boolean plain = evidence.origin().equals(Origin.UNKNOWN);
        Json.Builder json = Json.object()
                .with("format", plain ? EvidenceCodec.FORMAT : EvidenceCodec.FORMAT_WITH_ORIGIN)
                .with("collector", evidence.collector().value())
                .with("version", evidence.version())
                .with("host", wellFormed(evidence.host()))
                .with("readAs", wellFormed(evidence.readAs()))
                .with("observedAt", evidence.observedAt().toString())
                .with(
                        "sources",
                        evidence.sources().stream().map(EvidenceJson::of).toList())
                .with("facts", of(evidence.facts()))
                .with(
                        "populations",
                        evidence.populations().stream().map(EvidenceJson::of).toList())
                .with("refusals", refusals(evidence.refusals()));
        return plain ? json.build() : json.with("origin", of(evidence.origin())).build();
    }

    private static JsonObject of(Origin origin) {
        Json.Builder json = Json.object();
        origin.machine().ifPresent(machine -> json.with("machine", machine));
        origin.capture().ifPresent(capture -> json.with("capture", of(capture)));
        return json.build();
    }

    private static JsonObject of(Origin.Capture capture) {
        return Json.object()
                .with("root", wellFormed(capture.root()))
                .with("readOn", wellFormed(capture.readOn()))
                .with("readAt", capture.readAt().toString())
                .with(
                        "whole",
                        capture.whole().stream()
                                .map(EvidenceJson::wellFormed)
                                .map(Json::text)
                                .toList())
                .build();
    }

    static JsonObject of(PayloadRef payload) {
        return Json.object()
                .with("stored", payload.stored().hex())
                .with("commitment", payload.commitment().hex())
                .with("sizeBytes", payload.sizeBytes())
                .build();
    }

    private static JsonObject of(EvidenceManifest.RawPayload raw) {
        return Json.object()
                .with("source", raw.source())
                .with("payload", of(raw.payload()))
                .build();
    }

    private static JsonObject of(Source source) {
        return Json.object()
                .with("location", wellFormed(source.location()))
                .with("how", source.how().name())
                .with("readAt", source.readAt().toString())
                .with("sha256", source.sha256().hex())
                .with("sizeBytes", source.sizeBytes())
                .build();
    }

    private static JsonObject of(Population population) {
        return Json.object()
                .with("name", wellFormed(population.name()))
                .with(
                        "items",
                        population.items().stream()
                                .map(Item::values)
                                .map(EvidenceJson::of)
                                .toList())
                .with("refusals", refusals(population.refusals()))
                .build();
    }

    private static JsonObject of(Map<String, String> values) {
        Json.Builder object = Json.object();
        values.forEach((name, value) -> object.with(wellFormed(name), wellFormed(value)));
        return object.build();
    }

    private static List<JsonObject> refusals(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> Json.object()
                        .with("source", wellFormed(refusal.source()))
                        .with("why", refusal.why().name())
                        .with("detail", wellFormed(refusal.detail()))
                        .build())
                .toList();
    }

    private static String wellFormed(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
