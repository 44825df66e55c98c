package org.cairn.app.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.RawRecords;
import org.cairn.causality.ingest.RawRecords.RawRecord;
import org.cairn.causality.picture.KeptGraph;
import org.cairn.causality.policy.Deviation;
import org.cairn.causality.policy.Deviations;
import org.cairn.causality.query.Limits;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// What led to deviations, with place and digest of every raw record behind it, as one canonical JSON document. The
/// texts
/// of records are not in it: they name people.
/// @param document the graph
/// @param edges    how many edges it has
/// @param leftOut  edges of chains that were left out, since the document is bounded
/// @param causes   for each deviation how far it can be followed back
record RuntimeSubgraph(Json document, int edges, int leftOut, Population causes) {
    /// A chain that people read; the whole of it is `cairn runtime why`.
    private static final Limits EACH = new Limits(8, 6, 2, 200, Limits.USUAL.systemPaths());

    private static final int MOST_EDGES = 5_000;

    static RuntimeSubgraph of(RuntimeRecord record, List<Deviation> deviations) throws WorkspaceException {
        Set<Edge> kept = new LinkedHashSet<>();
        deviations.stream()
                .limit(MOST_EDGES)
                .forEach(deviation -> kept.add(record.graph().edge(deviation.place())));
        int leftOut = 0;
        List<Item> causes = new ArrayList<>();
        for (Deviation deviation : deviations) {
            List<Edge> chain = Deviations.chain(record.graph(), deviation, EACH).edges().stream()
                    .sorted(Comparator.comparing(Edge::at))
                    .toList();
            for (Edge edge : chain) {
                if (kept.size() < MOST_EDGES) {
                    kept.add(edge);
                } else if (!kept.contains(edge)) {
                    leftOut++;
                }
            }
            causes.add(cause(deviation, chain));
        }
        List<Edge> edges = kept.stream().sorted(Comparator.comparing(Edge::at)).toList();
        return new RuntimeSubgraph(
                document(record, edges, deviations),
                edges.size(),
                leftOut,
                new Population("causes", causes, List.of()));
    }

    private static Item cause(Deviation deviation, List<Edge> chain) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("kind", deviation.kind().id());
        values.put("what", deviation.what());
        values.put("steps", Integer.toString(chain.size()));
        chain.stream().findFirst().ifPresent(first -> {
            values.put("first-at", first.at().time().toString());
            values.put("first-action", code(first.action()));
        });
        return Item.of(values);
    }

    Bytes bytes() {
        return Json.write(document);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Json document(RuntimeRecord record, List<Edge> edges, List<Deviation> deviations)
            throws WorkspaceException {
        Map<Node, Integer> numbers = new LinkedHashMap<>();
        edges.forEach(edge -> {
            numbers.putIfAbsent(edge.cause(), numbers.size());
            numbers.putIfAbsent(edge.effect(), numbers.size());
        });
        Set<Edge> diverging = new LinkedHashSet<>();
        deviations.forEach(deviation -> diverging.add(record.graph().edge(deviation.place())));
        Map<Digest, SortedMap<Long, RawRecord>> raw = raw(record, edges);
        return Json.object()
                .with("kind", KeptGraph.KIND)
                .with(
                        "nodes",
                        new JsonArray(numbers.keySet().stream()
                                .map(node -> node(record.graph(), node))
                                .toList()))
                .with(
                        "edges",
                        new JsonArray(edges.stream()
                                .map(edge -> edge(edge, numbers, diverging.contains(edge), raw))
                                .toList()))
                .build();
    }

    private static Json node(ProvenanceGraph graph, Node node) {
        Json.Builder json = Json.object().with("host", Json.text(clean(node.host())));
        return switch (node) {
            case ProcessNode process -> {
                Optional<ProcessFacts> facts = graph.facts(process);
                json.with("process", process.pid())
                        .with("since", process.since().time().toString());
                facts.flatMap(ProcessFacts::exe).ifPresent(exe -> json.with("program", clean(exe)));
                facts.flatMap(ProcessFacts::uid).ifPresent(uid -> json.with("user", clean(uid)));
                facts.flatMap(ProcessFacts::euid).ifPresent(uid -> json.with("effectiveUser", clean(uid)));
                yield json.build();
            }
            case FileNode file ->
                json.with(
                                "file",
                                new JsonArray(graph.paths(file).stream()
                                        .map(RuntimeSubgraph::path)
                                        .toList()))
                        .build();
            case SocketNode socket ->
                json.with("socket", clean(socket.endpoint().text()))
                        .with("connection", socket.connection())
                        .build();
        };
    }

    private static Json path(FilePath path) {
        return Json.text(clean(path instanceof FilePath.Resolved ? path.text() : "…/" + path.text()));
    }

    /// A name may hold half of a surrogate pair, which no JSON text does.
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Json edge(
            Edge edge, Map<Node, Integer> numbers, boolean diverges, Map<Digest, SortedMap<Long, RawRecord>> raw) {
        return Json.object()
                .with("from", numbers.getOrDefault(edge.cause(), -1))
                .with("to", numbers.getOrDefault(edge.effect(), -1))
                .with("action", code(edge.action()))
                .with("result", code(edge.result()))
                .with("basis", code(edge.basis()))
                .with("at", edge.at().time().toString())
                .with("serial", edge.at().serial())
                .with("diverges", new Json.JsonFlag(diverges))
                .with(
                        "records",
                        new JsonArray(edge.records().stream()
                                .map(ref -> record(ref, raw))
                                .toList()))
                .build();
    }

    private static Json record(RawRecordRef ref, Map<Digest, SortedMap<Long, RawRecord>> raw) {
        Json.Builder json = Json.object().with("log", ref.source().hex()).with("offset", ref.offset());
        Optional.ofNullable(raw.getOrDefault(ref.source(), new TreeMap<>()).get(ref.offset()))
                .ifPresent(found -> json.with("sha256", found.sha256().hex()));
        return json.build();
    }

    /// Reads the records behind `edges` once more from their logs.
    private static Map<Digest, SortedMap<Long, RawRecord>> raw(RuntimeRecord record, List<Edge> edges)
            throws WorkspaceException {
        Map<Digest, IngestSummary> logs = new LinkedHashMap<>();
        record.logs().forEach(log -> logs.putIfAbsent(log.source().digest(), log));
        Map<Digest, TreeSet<Long>> offsets = new LinkedHashMap<>();
        edges.forEach(edge -> edge.records()
                .forEach(ref -> offsets.computeIfAbsent(ref.source(), _ -> new TreeSet<>())
                        .add(ref.offset())));
        Map<Digest, SortedMap<Long, RawRecord>> raw = new LinkedHashMap<>();
        try {
            for (Map.Entry<Digest, TreeSet<Long>> wanted : offsets.entrySet()) {
                IngestSummary log = Optional.ofNullable(logs.get(wanted.getKey()))
                        .orElseThrow(() -> new IllegalStateException("an edge of a log that was not read"));
                raw.put(
                        wanted.getKey(),
                        RawRecords.read(Path.of(log.source().location()), log.format(), wanted.getValue()));
            }
        } catch (IngestException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, e.getMessage() + "; nothing was recorded", e);
        }
        return raw;
    }
}
