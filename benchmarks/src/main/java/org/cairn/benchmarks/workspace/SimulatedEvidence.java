package org.cairn.benchmarks.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.Item;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Population;
import org.cairn.evidence.Source;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Evidence as collectors would record it: the observations are those of the checks' own test cases, drawn at random
/// and put together for each collector.
final class SimulatedEvidence {
    private final Map<CollectorId, List<List<JsonObject>>> cases;
    private final EvidenceVault vault;

    private SimulatedEvidence(Map<CollectorId, List<List<JsonObject>>> cases, EvidenceVault vault) {
        this.cases = cases;
        this.vault = vault;
    }

    static SimulatedEvidence of(Path root, CheckCatalogue checks, EvidenceVault vault)
            throws IOException, MalformedJson {
        Map<CollectorId, List<List<JsonObject>>> cases = new TreeMap<>();
        for (CheckDefinition check : checks.checks()) {
            if (check.asking() == CheckDefinition.Asking.ONCE_RECORDED) {
                continue;
            }
            Path folder = root.resolve("checklist-model/src/test/cases/check")
                    .resolve(check.id().value());
            cases.computeIfAbsent(check.reads(), _ -> new ArrayList<>()).add(read(folder));
        }
        return new SimulatedEvidence(cases, vault);
    }

    private static List<JsonObject> read(Path folder) throws IOException, MalformedJson {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        List<JsonObject> cases = new ArrayList<>();
        for (Path file : files) {
            cases.add(Json.parseObject(Bytes.copyOf(Files.readAllBytes(file))));
        }
        return cases;
    }

    /// How many pieces one run records.
    int perRun() {
        return cases.size();
    }

    /// One run of all collectors on one host; the manifests are stored.
    List<EvidenceRecorded> run(Random random, String host, Instant observedAt) throws VaultException {
        List<Evidence> pieces = new ArrayList<>();
        for (Map.Entry<CollectorId, List<List<JsonObject>>> each : cases.entrySet()) {
            pieces.add(observed(random, each.getKey(), each.getValue(), host, observedAt));
        }
        List<PayloadRef> stored = vault.putAll(pieces.stream()
                .map(piece -> EvidenceCodec.encodeManifest(new EvidenceManifest(piece, List.of())))
                .toList());
        List<EvidenceRecorded> events = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Evidence piece = pieces.get(i);
            PayloadRef manifest = stored.get(i);
            EvidenceId id = new EvidenceId(manifest.stored());
            events.add(new EvidenceRecorded(id, piece.collector(), 1, observedAt, manifest, 1, 0));
        }
        return events;
    }

    private static Evidence observed(
            Random random, CollectorId collector, List<List<JsonObject>> checks, String host, Instant observedAt) {
        TreeMap<String, String> facts = new TreeMap<>();
        TreeMap<String, Population> populations = new TreeMap<>();
        try {
            for (List<JsonObject> ofCheck : checks) {
                JsonObject drawn = ofCheck.get(random.nextInt(ofCheck.size()));
                facts.putAll(texts(drawn.object("facts")));
                for (String name : drawn.object("populations").members().keySet()) {
                    populations.putIfAbsent(name, population(drawn.object("populations"), name));
                }
            }
        } catch (MalformedJson e) {
            throw new IllegalStateException("a case of " + collector + " is not as the tests read it", e);
        }
        Source source =
                new Source("/simulated/" + collector, Source.How.FILE, observedAt, Digest.sha256(Bytes.utf8(host)), 1);
        return new Evidence(
                collector,
                1,
                host,
                "root",
                observedAt,
                List.of(source),
                facts,
                List.copyOf(populations.values()),
                List.of());
    }

    private static Population population(JsonObject populations, String name) throws MalformedJson {
        List<Item> items = new ArrayList<>();
        for (Json item : populations.object(name).array("items")) {
            items.add(new Item(texts((JsonObject) item)));
        }
        return new Population(name, items, List.of());
    }

    private static SortedMap<String, String> texts(JsonObject object) throws MalformedJson {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : object.members().keySet()) {
            texts.put(name, object.text(name));
        }
        return texts;
    }
}
