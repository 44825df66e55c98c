package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cairn.causality.FileNode;
import org.cairn.causality.Recording;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.BackwardAnswer;
import org.cairn.causality.query.Limits;
import org.cairn.causality.query.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A recorded attack, held against the policy that its benign twin taught; what was planted stands in the truth that
/// was
/// written down when it was recorded.
class ScenarioPolicyTest {
    private ProvenanceGraph benign = Recording.NONE.graph();
    private ProvenanceGraph attack = Recording.NONE.graph();
    private List<Deviation> found = List.of();

    @BeforeEach
    void learnFromTheBenignTwin() throws Exception {
        benign = Recording.of(Recording.sharedLog("audit-own/E-benign.audit.log.gz"))
                .graph();
        attack = Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"))
                .graph();
        Learned learned = Learned.from(benign, Window.ALWAYS, "sa-demo");
        RuntimePolicy policy = PolicyReader.read(PolicyText.of(learned.policy(), learned.notes()));
        assertEquals(learned.policy(), policy);
        assertEquals(
                List.of(),
                Scrutiny.of(benign, policy, Window.ALWAYS, Map.of()).deviations(),
                "the benign twin held against what it taught");
        found = Deviations.of(attack, policy, Window.ALWAYS);
    }

    private List<String> of(DeviationKind kind) {
        return found.stream()
                .filter(deviation -> deviation.kind() == kind)
                .map(deviation -> attack.at(deviation.place()).serial() + " " + attack.result(deviation.place()) + " "
                        + deviation.what())
                .toList();
    }

    @Test
    void theThreeDestinationsAreFoundWithTheirTrueResults() {
        assertEquals(
                List.of(
                        "7928 SUCCEEDED /usr/bin/python3.11 reached 203.0.113.50:443",
                        "7931 ATTEMPTED /usr/bin/python3.11 tried to reach 203.0.113.50:8443",
                        "7932 FAILED /usr/bin/python3.11 failed to reach [2001:db8:77::50]:443"),
                of(DeviationKind.NEW_DESTINATION));
    }

    @Test
    void theDroppedScriptsAreFoundThoughTheirProgramIsAnInterpreter() {
        assertEquals(
                List.of(
                        "7749 SUCCEEDED ran /tmp/.cache-x/upd, which was written within this record",
                        "7749 SUCCEEDED ran /tmp/.cache-x/upd with /usr/bin/dash",
                        "7875 SUCCEEDED ran /tmp/.cache-x/s.py with /usr/bin/python3.11"),
                of(DeviationKind.EXECUTION_FROM_WRITABLE_PLACE));
    }

    @Test
    void everyReadOfTheRestrictedFileIsFound() throws IOException {
        assertEquals(
                serials(truth().get("restricted")),
                found.stream()
                        .filter(deviation -> deviation.kind() == DeviationKind.READ_OUTSIDE_SCOPE
                                && deviation.what().contains("/data/restricted/patients.csv"))
                        .map(deviation -> attack.at(deviation.place()).serial())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyAttemptThatWasDeniedIsFound() throws IOException {
        Set<Long> places = found.stream()
                .map(deviation -> attack.at(deviation.place()).serial())
                .collect(Collectors.toSet());
        assertTrue(places.containsAll(serials(truth().get("denied"))), () -> "only " + places);
        assertEquals(
                List.of(
                        "7026 FAILED /usr/bin/sha256sum as user 3003 failed to open /srv/sa-demo/models/tiny.safetensors",
                        "7498 FAILED /usr/bin/python3.11 as user 3002 failed to open /srv/sa-demo/models/tiny.safetensors"),
                of(DeviationKind.MODEL_OPENED_BY_STRANGER));
    }

    private static JsonNode truth() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Recording.shared("audit-own/A-std.truth.json")));
    }

    private static Set<Long> serials(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.get("serial").asLong())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aServerThatStartsAShellIsFound() {
        assertTrue(of(DeviationKind.UNEXPECTED_CHILD)
                .contains("7637 SUCCEEDED /usr/bin/python3.11 started /usr/bin/dash"));
    }

    @Test
    void eachHasItsChain() {
        Deviation sent = found.stream()
                .filter(deviation -> deviation.kind() == DeviationKind.NEW_DESTINATION)
                .findFirst()
                .orElseThrow();
        BackwardAnswer chain = Deviations.chain(attack, sent, Limits.USUAL);
        assertTrue(chain.edges().contains(attack.edge(sent.place()))
                && chain.graph().vertexSet().stream()
                        .anyMatch(node -> node instanceof FileNode file
                                && attack.paths(file).stream()
                                        .anyMatch(path -> path.text().endsWith("/patients.csv"))));
    }

    @Test
    void noWildcardThatWasLearntReachesATemporaryOrHiddenPlace() {
        RuntimePolicy policy = Learned.from(attack, Window.ALWAYS, "sa-demo").policy();
        for (List<Place> places : List.of(
                policy.read().orElseThrow(),
                policy.write().orElseThrow(),
                policy.programs().orElseThrow())) {
            for (String path : List.of("/tmp/x", "/tmp/.cache-x/x", "/dev/shm/x", "/home/x/y", "/srv/.x/y", "/etc/x")) {
                assertEquals(
                        List.of(),
                        places.stream().filter(place -> place.covers(path)).toList(),
                        path);
            }
        }
    }
}
