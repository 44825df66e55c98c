package org.cairn.checklist.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.Gap;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Item;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Population;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// One case of a check, as a file: what was observed, and the findings or gaps that follow.
record CheckCase(Path file, JsonObject json) {
    static final Instant OBSERVED_AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Digest SOME_DIGEST = Digest.sha256(Bytes.utf8("case"));

    static CheckCase read(Path file) {
        try {
            return new CheckCase(file, Json.parseObject(Bytes.copyOf(Files.readAllBytes(file))));
        } catch (IOException | MalformedJson e) {
            throw new IllegalArgumentException(file + " is no case", e);
        }
    }

    String checkId() {
        return file.getName(file.getNameCount() - 2).toString();
    }

    boolean expects(String kind) {
        return file.getFileName().toString().endsWith("." + kind + ".json");
    }

    RecordedEvidence evidence(CollectorId collector) throws MalformedJson {
        return evidence(collector, json);
    }

    /// What other collectors recorded of the same host, under `beside` by their names.
    Beside.Found beside(CollectorId collector) {
        try {
            Optional<Json> all = json.member("beside");
            Optional<Json> its = all.isPresent() ? ((JsonObject) all.get()).member(collector.value()) : all;
            return its.isEmpty()
                    ? Beside.NOTHING.of(collector)
                    : new Beside.Found(List.of(evidence(collector, (JsonObject) its.get())), List.of());
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(file + " is no case", e);
        }
    }

    private static RecordedEvidence evidence(CollectorId collector, JsonObject json) throws MalformedJson {
        List<Population> populations = new ArrayList<>();
        for (Map.Entry<String, Json> member :
                json.object("populations").members().entrySet()) {
            JsonObject population = (JsonObject) member.getValue();
            List<Item> items = new ArrayList<>();
            for (Json item : population.array("items")) {
                items.add(new Item(texts((JsonObject) item)));
            }
            populations.add(new Population(member.getKey(), items, refusals(population)));
        }
        return recorded(new Evidence(
                collector,
                1,
                "host",
                "root",
                OBSERVED_AT,
                List.of(),
                texts(json.object("facts")),
                populations,
                refusals(json)));
    }

    static RecordedEvidence recorded(Evidence evidence) {
        return new RecordedEvidence(
                new EvidenceId(SOME_DIGEST),
                7,
                evidence.observedAt(),
                new PayloadRef(SOME_DIGEST, SOME_DIGEST, 1),
                evidence);
    }

    List<String> expected(String name) throws MalformedJson {
        List<String> texts = new ArrayList<>();
        for (Json element : ((JsonArray) json.member(name).orElse(new JsonArray(List.of()))).elements()) {
            texts.add(((JsonText) element).value());
        }
        return texts;
    }

    static String inWords(Gap gap) {
        return switch (gap) {
            case Gap.Missing missing -> "missing " + missing.what();
            case Gap.Unreadable unreadable ->
                "unreadable " + unreadable.refusal().source() + " "
                        + unreadable.refusal().why();
            case Gap.Stale stale -> "stale by " + stale.age().minus(stale.limit());
            case Gap.Erased erased -> "erased by entry " + erased.entry();
            case Gap.Accepted accepted -> "accepted by entry " + accepted.entry();
            case Gap.NotCovered notCovered -> "not covered " + notCovered.remainder();
        };
    }

    private static SortedMap<String, String> texts(JsonObject object) {
        SortedMap<String, String> texts = new TreeMap<>();
        object.members().forEach((name, value) -> texts.put(name, ((JsonText) value).value()));
        return texts;
    }

    private static List<Refusal> refusals(JsonObject object) throws MalformedJson {
        List<Refusal> refusals = new ArrayList<>();
        for (Json element : object.array("refusals")) {
            JsonObject refusal = (JsonObject) element;
            refusals.add(new Refusal(
                    refusal.text("source"), Refusal.Why.valueOf(refusal.text("why")), refusal.text("detail")));
        }
        return refusals;
    }
}
