package org.cairn.causality.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.proof.Json;

/// Writes a graph as PROV-JSON (W3C Member Submission, 24 April 2013) in the terms of PROV-DM: a program run by a
/// process
/// is an activity, files and connections are entities, users and containers are agents. What failed is not written,
/// since PROV can only say that something was used or generated. Memory does not grow with the graph's edges.
public final class ProvJson {
    private final ProvenanceGraph graph;
    private final OutputStream out;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final Map<Agent, Integer> agents = new LinkedHashMap<>();
    private boolean first = true;

    private record Agent(String host, String kind, String id) {}

    private record Association(ProcessNode process, Agent agent) {}

    private ProvJson(ProvenanceGraph graph, OutputStream out) {
        this.graph = graph;
        this.out = out;
        graph.nodes().forEach(node -> numbers.put(node, numbers.size() + 1));
    }

    /// Writes UTF-8 and flushes; the caller closes.
    public static void write(ProvenanceGraph graph, OutputStream out) throws IOException {
        new ProvJson(graph, out).write();
    }

    private void write() throws IOException {
        text("{\"prefix\":{\"cairn\":\"urn:cairn:runtime:\"}");
        section("entity", entries(numbers.keySet().stream().filter(node -> !(node instanceof ProcessNode))));
        section("activity", entries(numbers.keySet().stream().filter(ProcessNode.class::isInstance)));
        associations().forEach(one -> agents.putIfAbsent(one.agent(), agents.size() + 1));
        section("agent", agents.keySet().stream().map(this::agent).iterator());
        for (Relation relation : Relation.values()) {
            section(relation.section(), relations(relation));
        }
        section("wasAssociatedWith", associations().map(this::association).iterator());
        text("}\n");
        out.flush();
    }

    private record Entry(String id, Json value) {}

    private void section(String name, Iterator<Entry> entries) throws IOException {
        if (!entries.hasNext()) {
            return;
        }
        text(",\"" + name + "\":{");
        first = true;
        while (entries.hasNext()) {
            Entry entry = entries.next();
            text((first ? "" : ",") + "\"" + entry.id() + "\":");
            out.write(Json.write(entry.value()).toByteArray());
            first = false;
        }
        text("}");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Iterator<Entry> entries(Stream<Node> nodes) {
        return nodes.map(node -> new Entry(id(node), value(node))).iterator();
    }

    private String id(Node node) {
        return "cairn:n" + numbers.get(node);
    }

    private Json value(Node node) {
        Json.Builder value = Json.object().with("cairn:host", clean(node.host()));
        return switch (node) {
            case ProcessNode process -> process(process, value);
            case FileNode file -> {
                List<FilePath> paths = graph.paths(file);
                if (file.identity() instanceof FileNode.Stored(FileNode.Inode inode, int generation)) {
                    value.with("cairn:device", clean(inode.device()))
                            .with("cairn:inode", "" + inode.number())
                            .with("cairn:generation", generation);
                }
                yield value.with("prov:type", "cairn:File")
                        .with(
                                "cairn:path",
                                paths.stream()
                                        .map(path -> clean(path.text()))
                                        .map(Json::text)
                                        .toList())
                        .build();
            }
            case SocketNode socket ->
                value.with("prov:type", "cairn:Connection")
                        .with("cairn:endpoint", clean(socket.endpoint().text()))
                        .with("cairn:connection", socket.connection())
                        .build();
        };
    }

    private Json process(ProcessNode process, Json.Builder value) {
        Optional<ProcessFacts> facts = graph.facts(process);
        value.with("prov:type", "cairn:Program")
                .with("prov:startTime", process.since().time().toString())
                .with("cairn:pid", process.pid())
                .with("cairn:image", process.image());
        graph.end(process)
                .ifPresent(end -> value.with("prov:endTime", end.time().toString()));
        facts.flatMap(ProcessFacts::exe).ifPresent(exe -> value.with("cairn:program", clean(exe)));
        facts.map(ProcessFacts::arguments)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> value.with(
                        "cairn:argument",
                        words.stream().map(ProvJson::clean).map(Json::text).toList()));
        return value.build();
    }

    /// What UTF-8 cannot carry becomes U+FFFD.
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private Stream<Association> associations() {
        return graph.nodes().stream()
                .filter(ProcessNode.class::isInstance)
                .map(ProcessNode.class::cast)
                .flatMap(process -> graph.facts(process).stream()
                        .flatMap(facts -> Stream.of(
                                        facts.uid().map(uid -> new Agent(process.host(), "User", uid)),
                                        facts.container().map(id -> new Agent(process.host(), "Container", id)))
                                .flatMap(Optional::stream)
                                .map(agent -> new Association(process, agent))));
    }

    private Entry agent(Agent agent) {
        return new Entry(
                "cairn:a" + agents.get(agent),
                Json.object()
                        .with("prov:type", "cairn:" + agent.kind())
                        .with("cairn:host", clean(agent.host()))
                        .with("cairn:id", clean(agent.id()))
                        .build());
    }

    private Entry association(Association one) {
        return new Entry(
                "_:w" + numbers.get(one.process()) + "-" + agents.get(one.agent()),
                Json.object()
                        .with("prov:activity", id(one.process()))
                        .with("prov:agent", "cairn:a" + agents.get(one.agent()))
                        .build());
    }

    private Iterator<Entry> relations(Relation relation) {
        List<Edge> edges = graph.edges();
        return IntStream.range(0, edges.size())
                .filter(index ->
                        edges.get(index).result() != Result.FAILED && Relation.of(edges.get(index)) == relation)
                .mapToObj(index -> relation(relation, index, edges.get(index)))
                .iterator();
    }

    private Entry relation(Relation relation, int index, Edge edge) {
        Json.Builder value =
                Json.object().with(relation.effect(), id(edge.effect())).with(relation.cause(), id(edge.cause()));
        if (relation.hasTime()) {
            value.with("prov:time", edge.at().time().toString());
        }
        return new Entry(
                "_:e" + index,
                value.with("cairn:at", edge.at().time().toString())
                        .with("cairn:until", edge.until().time().toString())
                        .with("cairn:serial", "" + edge.at().serial())
                        .with("cairn:action", "" + edge.action())
                        .with("cairn:result", "" + edge.result())
                        .with("cairn:basis", "" + edge.basis())
                        .with(
                                "cairn:record",
                                edge.records().stream()
                                        .map(ref -> Json.text(ref.source().hex() + ":" + ref.offset()))
                                        .toList())
                        .build());
    }
}
