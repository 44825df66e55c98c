package org.cairn.causality.picture;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.Described;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.ingest.AddressText;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// The subgraph that evidence keeps of deviations (`cairn-runtime-subgraph/1`), to be drawn where the logs are not.
/// @param diverging the events that departed, in the order of the document
public record KeptGraph(List<Edge> edges, List<Edge> diverging, Described described) {
    public static final String KIND = "cairn-runtime-subgraph/1";

    public KeptGraph {
        edges = List.copyOf(edges);
        diverging = List.copyOf(diverging);
    }

    /// @throws MalformedJson if the document is none that Cairn writes
    public static KeptGraph read(Bytes document) throws MalformedJson {
        JsonObject json = Json.parseObject(document);
        if (!json.text("kind").equals(KIND)) {
            throw new MalformedJson("the document is no " + KIND);
        }
        Reading reading = new Reading();
        try {
            for (Json node : json.array("nodes")) {
                reading.node((JsonObject) node);
            }
            for (Json edge : json.array("edges")) {
                reading.edge((JsonObject) edge);
            }
        } catch (ClassCastException | IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new MalformedJson("nodes and edges are not as this version writes them: " + e.getMessage());
        }
        return new KeptGraph(reading.edges, reading.diverging, new Known(reading.facts, reading.paths));
    }

    /// What led to one event, as far as it was kept: edges along which time never runs back.
    public Subject subject(Edge event) {
        Set<Edge> led = new LinkedHashSet<>(List.of(event));
        Map<Node, Moment> limits = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        for (Node node : List.of(event.cause(), event.effect())) {
            limits.put(node, event.at());
            open.add(node);
        }
        while (!open.isEmpty()) {
            Node node = open.remove();
            Moment limit = limits.getOrDefault(node, event.at());
            for (Edge edge : edges) {
                if (edge.effect().equals(node) && !edge.at().isAfter(limit)) {
                    led.add(edge);
                    Moment before = limits.get(edge.cause());
                    if (before == null || edge.at().isAfter(before)) {
                        limits.put(edge.cause(), edge.at());
                        open.add(edge.cause());
                    }
                }
            }
        }
        return new Subject(described, List.copyOf(led), Set.of(), Optional.of(event));
    }

    private record Known(Map<Node, ProcessFacts> facts, Map<Node, List<FilePath>> paths) implements Described {
        @Override
        public Optional<ProcessFacts> facts(ProcessNode process) {
            return Optional.ofNullable(facts.get(process));
        }

        @Override
        public List<FilePath> paths(FileNode file) {
            return paths.getOrDefault(file, List.of());
        }
    }

    private static final class Reading {
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final List<Edge> diverging = new ArrayList<>();
        private final Map<Node, ProcessFacts> facts = new HashMap<>();
        private final Map<Node, List<FilePath>> paths = new HashMap<>();

        void node(JsonObject json) throws MalformedJson {
            String host = json.text("host");
            int number = nodes.size();
            if (json.member("process").isPresent()) {
                Moment since = new Moment(Instant.parse(json.text("since")), 0);
                ProcessNode process = new ProcessNode(host, json.integer("process"), since, number);
                facts.put(
                        process,
                        new ProcessFacts(
                                text(json, "program"),
                                List.of(),
                                text(json, "user"),
                                text(json, "effectiveUser"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
                nodes.add(process);
            } else if (json.member("file").isPresent()) {
                FileNode file = new FileNode(host, new FileNode.Stored(new FileNode.Inode("kept", number), 0));
                paths.put(
                        file,
                        json.array("file").stream()
                                .map(path -> path(((JsonText) path).value()))
                                .toList());
                nodes.add(file);
            } else {
                nodes.add(new SocketNode(host, endpoint(json.text("socket")), json.integer("connection")));
            }
        }

        private static Optional<String> text(JsonObject json, String name) {
            return json.member(name).map(value -> ((JsonText) value).value());
        }

        private static FilePath path(String text) {
            return text.startsWith("…/") ? new FilePath.Unresolved(text.substring(2)) : new FilePath.Resolved(text);
        }

        private static Endpoint endpoint(String text) {
            String family = "address family ";
            if (text.startsWith(family)) {
                return new Endpoint.Other(Integer.parseInt(text.substring(family.length())));
            }
            return AddressText.endpoint(text)
                    .<Endpoint>map(inet -> inet)
                    .orElseGet(() -> new Endpoint.Local(text.startsWith("unix:") ? text.substring(5) : text));
        }

        void edge(JsonObject json) throws MalformedJson {
            List<RawRecordRef> records = new ArrayList<>();
            for (Json each : json.array("records")) {
                JsonObject record = (JsonObject) each;
                records.add(new RawRecordRef(Digest.parseHex(record.text("log")), record.integer("offset")));
            }
            Edge edge = new Edge(
                    nodes.get(Math.toIntExact(json.integer("from"))),
                    nodes.get(Math.toIntExact(json.integer("to"))),
                    Action.valueOf(constant(json.text("action"))),
                    Result.valueOf(constant(json.text("result"))),
                    Basis.valueOf(constant(json.text("basis"))),
                    new Moment(Instant.parse(json.text("at")), json.integer("serial")),
                    records);
            edges.add(edge);
            if (json.flag("diverges")) {
                diverging.add(edge);
            }
        }

        private static String constant(String code) {
            return code.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }
}
