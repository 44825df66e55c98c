package org.cairn.causality.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;

/// Processes, files and connections, and what passed between them. Grows while its builder is fed; not safe for use by
/// several threads until then.
public final class ProvenanceGraph {
    private record Ends(List<Integer> incoming, List<Integer> outgoing) {}

    private final List<Edge> edges = new ArrayList<>();
    private final Map<Node, Ends> ends = new LinkedHashMap<>();
    private final Map<ProcessNode, ProcessFacts> facts = new LinkedHashMap<>();
    private final Map<ProcessNode, Moment> ended = new HashMap<>();
    private final Map<FileNode, SequencedSet<FilePath>> paths = new LinkedHashMap<>();

    ProvenanceGraph() {}

    /// In the order in which they were first met.
    public Set<Node> nodes() {
        return Collections.unmodifiableSet(ends.keySet());
    }

    public List<Edge> edges() {
        return Collections.unmodifiableList(edges);
    }

    /// The edges that point to `node`: what it came from.
    public List<Edge> incoming(Node node) {
        return Optional.ofNullable(ends.get(node)).map(e -> at(e.incoming())).orElse(List.of());
    }

    /// The edges that leave `node`: what came from it.
    public List<Edge> outgoing(Node node) {
        return Optional.ofNullable(ends.get(node)).map(e -> at(e.outgoing())).orElse(List.of());
    }

    private List<Edge> at(List<Integer> indexes) {
        return indexes.stream().map(edges::get).toList();
    }

    /// Empty for a node of another graph.
    public Optional<ProcessFacts> facts(ProcessNode process) {
        return Optional.ofNullable(facts.get(process));
    }

    /// When it ended or ran another program or under another user; empty if no record says so.
    public Optional<Moment> end(ProcessNode process) {
        return Optional.ofNullable(ended.get(process));
    }

    /// Every name under which the file was seen, the first one first. Empty if no record names it.
    public List<FilePath> paths(FileNode file) {
        return switch (file.identity()) {
            case FileNode.Named(FilePath path) -> List.of(path);
            case FileNode.Stored _ ->
                List.copyOf(Optional.ofNullable(paths.get(file)).orElseGet(LinkedHashSet::new));
        };
    }

    int add(Edge edge) {
        edges.add(edge);
        ends(edge.cause()).outgoing().add(edges.size() - 1);
        ends(edge.effect()).incoming().add(edges.size() - 1);
        return edges.size() - 1;
    }

    Edge edge(int index) {
        return edges.get(index);
    }

    /// Puts what later records taught in the place of what was believed before.
    void replace(int index, Edge edge) {
        Edge before = edges.set(index, edge);
        if (before.cause().equals(edge.cause()) && before.effect().equals(edge.effect())) {
            return;
        }
        ends(before.cause()).outgoing().removeIf(known -> known == index);
        ends(before.effect()).incoming().removeIf(known -> known == index);
        ends(edge.cause()).outgoing().add(index);
        ends(edge.effect()).incoming().add(index);
        dropIfAlone(before.cause());
    }

    private void dropIfAlone(Node node) {
        Ends left = ends(node);
        if (node instanceof SocketNode
                && left.incoming().isEmpty()
                && left.outgoing().isEmpty()) {
            ends.remove(node);
        }
    }

    void describe(ProcessNode process, ProcessFacts is) {
        ends(process);
        facts.put(process, is);
    }

    void ended(ProcessNode process, Moment at) {
        ended.putIfAbsent(process, at);
    }

    void name(FileNode file, FilePath path) {
        paths.computeIfAbsent(file, _ -> new LinkedHashSet<>()).add(path);
    }

    private Ends ends(Node node) {
        return ends.computeIfAbsent(node, _ -> new Ends(new ArrayList<>(), new ArrayList<>()));
    }
}
