package org.cairn.causality.query;

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
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Recording;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A recorded attack: a request makes a server's hook drop a script in a hidden folder, which reads a restricted file
/// and tries to send it to three places. Held against the truth written down when it was recorded.
class ScenarioATest {
    private Recording recording = Recording.NONE;

    @BeforeEach
    void readTheRecording() throws Exception {
        recording = Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"));
    }

    private static JsonNode truth() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Recording.shared("audit-own/A-std.truth.json")));
    }

    private static Set<String> files(ProvenanceGraph graph, BackwardAnswer answer) {
        return answer.graph().vertexSet().stream()
                .filter(FileNode.class::isInstance)
                .flatMap(node -> graph.paths((FileNode) node).stream())
                .map(FilePath::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private BackwardAnswer backward(String endpoint) {
        Edge connect = Destinations.of(recording.graph()).stream()
                .filter(destination -> destination.endpoint().text().equals(endpoint))
                .map(Destination::edge)
                .findFirst()
                .orElseThrow();
        return Backward.from(recording.graph(), connect, Limits.USUAL);
    }

    @Test
    void theThreeDestinationsHaveTheirTrueResults() {
        assertEquals(
                List.of("203.0.113.50:443 SUCCEEDED", "203.0.113.50:8443 ATTEMPTED", "[2001:db8:77::50]:443 FAILED"),
                Destinations.of(recording.graph()).stream()
                        .map(destination -> destination.endpoint().text() + " "
                                + destination.edge().result())
                        .toList());
    }

    @Test
    void destinationsAreThoseOfTheTruthByProcessAndSerial() throws IOException {
        List<String> expected = StreamSupport.stream(truth().get("outbound").spliterator(), false)
                .map(line -> line.get("serial").asLong() + " " + line.get("pid").asLong())
                .toList();
        assertEquals(
                expected,
                Destinations.of(recording.graph()).stream()
                        .map(destination -> destination.edge().at().serial() + " "
                                + destination.process().pid())
                        .toList());
    }

    @Test
    void theConnectLeadsBackToTheDroppedScriptTheRestrictedFileAndTheRequest() {
        BackwardAnswer answer = backward("203.0.113.50:443");
        Set<String> files = files(recording.graph(), answer);
        assertTrue(
                files.containsAll(Set.of(
                        "/tmp/.cache-x/upd",
                        "/tmp/.cache-x/s.py",
                        "/tmp/.cache-x/o.gz",
                        "/srv/sa-demo/data/restricted/patients.csv",
                        "/srv/sa-demo/app/hook.sh")),
                () -> "only " + files);
        assertTrue(
                answer.graph().vertexSet().stream()
                        .anyMatch(node -> node instanceof ProcessNode process && process.pid() == 12455),
                "the client whose request started it");
    }

    @Test
    void anAttemptThatWasNotProvenLeadsBackAsWell() {
        assertTrue(files(recording.graph(), backward("203.0.113.50:8443"))
                .contains("/srv/sa-demo/data/restricted/patients.csv"));
    }

    @Test
    void theAnswerIsShortAndTellsWhatItLeftOut() {
        BackwardAnswer answer = backward("203.0.113.50:443");
        assertTrue(
                answer.graph().vertexSet().size() <= 32, // two of them are a process before it changed its user
                () -> answer.graph().vertexSet().size() + " nodes");
        assertEquals(
                Set.of(Pruned.Reason.SYSTEM_FILE, Pruned.Reason.REPEATED, Pruned.Reason.FURTHER_REQUESTS),
                answer.prunedEdges().keySet());
    }

    @Test
    void whatTheOtherJobReadIsNoCause() {
        assertTrue(backward("203.0.113.50:443").graph().vertexSet().stream()
                .noneMatch(node -> node instanceof ProcessNode process && process.pid() == 12448));
    }

    @Test
    void programsStartedAreThoseOfTheTruth() throws IOException {
        List<String> expected = StreamSupport.stream(truth().get("exec").spliterator(), false)
                .map(line -> line.get("serial").asLong() + " " + line.get("pid").asLong() + " "
                        + line.get("exe").asString() + " "
                        + line.get("argv").valueStream().map(JsonNode::asString).toList())
                .toList();
        List<String> actual = recording.graph().edges().stream()
                .filter(edge -> edge.action() == Action.EXECUTE && edge.result() == Result.SUCCEEDED)
                .map(edge -> {
                    ProcessNode process = (ProcessNode) edge.effect();
                    var facts = recording.graph().facts(process).orElseThrow();
                    return edge.at().serial() + " " + process.pid() + " "
                            + facts.exe().orElse("") + " " + facts.arguments();
                })
                .toList();
        assertEquals(expected, actual);
    }

    /// The count on which SPADE, another provenance system, agrees.
    @Test
    void twentyTwoStartsOfProcessesAreRecorded() {
        assertEquals(
                22,
                recording.graph().edges().stream()
                        .filter(edge -> edge.action() == Action.FORK)
                        .count());
    }

    @Test
    void restrictedReadsAndDeniedOpensAreThoseOfTheTruth() throws IOException {
        assertEquals(serials(truth().get("restricted")), serials("/srv/sa-demo/data/restricted/", Result.SUCCEEDED));
        Set<Long> denied = new TreeSet<>(serials("/srv/sa-demo/models/", Result.FAILED));
        denied.addAll(serials("/etc/shadow", Result.FAILED));
        assertEquals(serials(truth().get("denied")), denied);
    }

    private static Set<Long> serials(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.get("serial").asLong())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Long> serials(String prefix, Result result) {
        return recording.graph().edges().stream()
                .filter(edge -> edge.action() == Action.READ && edge.result() == result)
                .filter(edge -> edge.cause() instanceof FileNode file
                        && recording.graph().paths(file).stream()
                                .anyMatch(path -> path.text().startsWith(prefix)))
                .map(edge -> edge.at().serial())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLineAndEveryEventIsAccountedFor() throws IOException {
        assertEquals(
                Map.of(
                        "lines",
                        6269L,
                        "records",
                        6269L,
                        "rejected",
                        0L,
                        "events",
                        truth().get("events").asLong(),
                        "late",
                        0L),
                Map.of(
                        "lines", recording.summary().lines(),
                        "records", recording.summary().records(),
                        "rejected", recording.summary().rejectedRecords(),
                        "events", recording.summary().events(),
                        "late", recording.summary().lateEvents()));
    }

    @Test
    void namesRemovedThroughADescriptorAreThoseThatWereCreated() {
        Set<String> removed = recording.graph().edges().stream()
                .filter(edge -> edge.action() == Action.UNLINK
                        && edge.cause() instanceof ProcessNode process
                        && process.pid() == 12466)
                .flatMap(edge -> recording.graph().paths((FileNode) edge.effect()).stream())
                .map(path -> (path instanceof FilePath.Resolved ? "" : "?") + path.text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("/tmp/.cache-x", "/tmp/.cache-x/o.gz", "/tmp/.cache-x/s.py", "/tmp/.cache-x/upd"), removed);
    }

    @Test
    void theBenignTwinAddressesNobodyOutside() throws Exception {
        Recording benign = Recording.of(Recording.sharedLog("audit-own/E-benign.audit.log.gz"));
        assertEquals(List.of(), Destinations.of(benign.graph()));
    }
}
