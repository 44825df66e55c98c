package org.cairn.evidence.codec;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.Item;
import org.cairn.evidence.Origin;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// Evidence from JSON values. Whatever the records refuse is thrown as `IllegalArgumentException`.
final class EvidenceReading {
    private static final Set<String> EVIDENCE = Set.of(
            "format",
            "collector",
            "version",
            "host",
            "readAs",
            "observedAt",
            "sources",
            "facts",
            "populations",
            "refusals");

    private static final Set<String> EVIDENCE_WITH_ORIGIN = withOrigin();

    private EvidenceReading() {}

    private static Set<String> withOrigin() {
        Set<String> members = new HashSet<>(EVIDENCE);
        members.add("origin");
        return Set.copyOf(members);
    }

    static EvidenceManifest manifest(JsonObject json) throws MalformedJson, MalformedEvidence {
        requireMembers("the manifest", json, Set.of("evidence", "raw"));
        return new EvidenceManifest(evidence(json.object("evidence")), each(json, "raw", EvidenceReading::raw));
    }

    static Evidence evidence(JsonObject json) throws MalformedJson, MalformedEvidence {
        long format = json.integer("format");
        if (format != EvidenceCodec.FORMAT && format != EvidenceCodec.FORMAT_WITH_ORIGIN) {
            throw new MalformedEvidence("format " + format + " is newer than this version reads");
        }
        boolean withOrigin = format == EvidenceCodec.FORMAT_WITH_ORIGIN;
        requireMembers("the evidence", json, withOrigin ? EVIDENCE_WITH_ORIGIN : EVIDENCE);
        return new Evidence(
                new CollectorId(json.text("collector")),
                integer(json, "version"),
                json.text("host"),
                json.text("readAs"),
                instant(json, "observedAt"),
                each(json, "sources", EvidenceReading::source),
                texts(json.object("facts")),
                each(json, "populations", EvidenceReading::population),
                each(json, "refusals", EvidenceReading::refusal),
                withOrigin ? origin(json.object("origin")) : Origin.UNKNOWN);
    }

    private static Origin origin(JsonObject json) throws MalformedJson, MalformedEvidence {
        Set<String> members = json.members().keySet();
        if (!Set.of("machine", "capture").containsAll(members)) {
            throw new MalformedEvidence("the origin has members " + members);
        }
        return new Origin(
                members.contains("machine") ? Optional.of(json.text("machine")) : Optional.empty(),
                members.contains("capture") ? Optional.of(capture(json.object("capture"))) : Optional.empty());
    }

    private static Origin.Capture capture(JsonObject json) throws MalformedJson, MalformedEvidence {
        requireMembers("the capture", json, Set.of("root", "readOn", "readAt", "whole"));
        List<String> whole = new ArrayList<>();
        for (Json folder : json.array("whole")) {
            if (!(folder instanceof JsonText(String path))) {
                throw new MalformedEvidence("member \"whole\": element " + whole.size() + " is not a text");
            }
            whole.add(path);
        }
        return new Origin.Capture(json.text("root"), json.text("readOn"), instant(json, "readAt"), whole);
    }

    private static RawPayload raw(JsonObject json) throws MalformedJson, MalformedEvidence {
        requireMembers("raw bytes", json, Set.of("source", "payload"));
        JsonObject payload = json.object("payload");
        requireMembers("a payload", payload, Set.of("stored", "commitment", "sizeBytes"));
        PayloadRef reference = new PayloadRef(
                Digest.parseHex(payload.text("stored")),
                Digest.parseHex(payload.text("commitment")),
                payload.integer("sizeBytes"));
        return new RawPayload(integer(json, "source"), reference);
    }

    private static Source source(JsonObject json) throws MalformedJson, MalformedEvidence {
        requireMembers("a source", json, Set.of("location", "how", "readAt", "sha256", "sizeBytes"));
        return new Source(
                json.text("location"),
                Source.How.valueOf(json.text("how")),
                instant(json, "readAt"),
                Digest.parseHex(json.text("sha256")),
                json.integer("sizeBytes"));
    }

    private static Population population(JsonObject json) throws MalformedJson, MalformedEvidence {
        requireMembers("a population", json, Set.of("name", "items", "refusals"));
        return new Population(
                json.text("name"),
                each(json, "items", values -> new Item(texts(values))),
                each(json, "refusals", EvidenceReading::refusal));
    }

    private static Refusal refusal(JsonObject json) throws MalformedJson, MalformedEvidence {
        requireMembers("a refusal", json, Set.of("source", "why", "detail"));
        return new Refusal(json.text("source"), Refusal.Why.valueOf(json.text("why")), json.text("detail"));
    }

    private interface Element<T> {
        T of(JsonObject json) throws MalformedJson, MalformedEvidence;
    }

    private static <T> List<T> each(JsonObject json, String name, Element<T> element)
            throws MalformedJson, MalformedEvidence {
        List<T> read = new ArrayList<>();
        for (Json value : json.array(name)) {
            if (!(value instanceof JsonObject object)) {
                throw new MalformedEvidence("member \"" + name + "\": element " + read.size() + " is not an object");
            }
            read.add(element.of(object));
        }
        return read;
    }

    private static SortedMap<String, String> texts(JsonObject json) throws MalformedEvidence {
        SortedMap<String, String> values = new TreeMap<>();
        for (var member : json.members().entrySet()) {
            if (!(member.getValue() instanceof JsonText(String value))) {
                throw new MalformedEvidence("value \"" + member.getKey() + "\" is not a text");
            }
            values.put(member.getKey(), value);
        }
        return values;
    }

    private static int integer(JsonObject json, String name) throws MalformedJson, MalformedEvidence {
        long value = json.integer(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedEvidence("member \"" + name + "\" is out of range: " + value);
        }
        return (int) value;
    }

    private static Instant instant(JsonObject json, String name) throws MalformedJson, MalformedEvidence {
        try {
            return Instant.parse(json.text(name));
        } catch (DateTimeParseException _) {
            throw new MalformedEvidence("member \"" + name + "\" is no UTC time: " + json.text(name));
        }
    }

    private static void requireMembers(String what, JsonObject json, Set<String> expected) throws MalformedEvidence {
        if (!json.members().keySet().equals(expected)) {
            throw new MalformedEvidence(what + " has members " + json.members().keySet() + " instead of " + expected);
        }
    }
}
