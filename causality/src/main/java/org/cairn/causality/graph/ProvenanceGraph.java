package org.cairn.causality.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;

/// Processes, files and connections, and what passed between them. Grows while its builder is fed; not safe for use by
/// several threads until then.
public final class ProvenanceGraph implements Described {
    private final Texts texts = new Texts();
    private final NodeTable nodes = new NodeTable(texts);
    private final NodeFacts facts = new NodeFacts(texts);
    private final EdgeColumns columns = new EdgeColumns(nodes);

    ProvenanceGraph() {}

    /// In the order in which they were first met.
    public Set<Node> nodes() {
        return nodes.all();
    }

    /// In the order in which they were built. A view: an edge is put together when it is asked for.
    public List<Edge> edges() {
        return new AbstractList<>() {
            @Override
            public Edge get(int index) {
                return columns.get(Objects.checkIndex(index, columns.size()));
            }

            @Override
            public int size() {
                return columns.size();
            }
        };
    }

    /// The edges that point to `node`: what it came from.
    public List<Edge> incoming(Node node) {
        OptionalInt number = nodes.known(node);
        return number.isEmpty() ? List.of() : at(columns.incoming(number.getAsInt()));
    }

    /// The edges that leave `node`: what came from it.
    public List<Edge> outgoing(Node node) {
        OptionalInt number = nodes.known(node);
        return number.isEmpty() ? List.of() : at(columns.outgoing(number.getAsInt()));
    }

    private List<Edge> at(int[] indexes) {
        return Arrays.stream(indexes).mapToObj(columns::get).toList();
    }

    /// The places in `edges()` of the edges that point to `node`, so that a question can look at a few facts of very
    /// many
    /// edges and put together only those it keeps.
    public IntStream incomingPlaces(Node node) {
        OptionalInt number = nodes.known(node);
        return number.isEmpty() ? IntStream.empty() : Arrays.stream(columns.incoming(number.getAsInt()));
    }

    /// As `incomingPlaces`, of the edges that leave `node`.
    public IntStream outgoingPlaces(Node node) {
        OptionalInt number = nodes.known(node);
        return number.isEmpty() ? IntStream.empty() : Arrays.stream(columns.outgoing(number.getAsInt()));
    }

    public Moment at(int place) {
        return columns.at(place);
    }

    public Action action(int place) {
        return columns.action(place);
    }

    public Result result(int place) {
        return columns.result(place);
    }

    public Node cause(int place) {
        return columns.cause(place);
    }

    public Node effect(int place) {
        return columns.effect(place);
    }

    /// What the edges take in memory, without the nodes and their names.
    public long edgeBytes() {
        return columns.sizeBytes();
    }

    /// What the nodes take in memory, with their names and facts, without their edges.
    public long nodeBytes() {
        return nodes.sizeBytes() + facts.sizeBytes() + texts.sizeBytes();
    }

    /// Empty for a node of another graph.
    @Override
    public Optional<ProcessFacts> facts(ProcessNode process) {
        OptionalInt number = nodes.known(process);
        return number.isEmpty() ? Optional.empty() : facts.facts(number.getAsInt());
    }

    /// When it ended or ran another program or under another user; empty if no record says so.
    public Optional<Moment> end(ProcessNode process) {
        OptionalInt number = nodes.known(process);
        return number.isEmpty() ? Optional.empty() : facts.end(number.getAsInt());
    }

    /// Every name under which the file was seen, the first one first. Empty if no record names it.
    @Override
    public List<FilePath> paths(FileNode file) {
        return switch (file.identity()) {
            case FileNode.Named(FilePath path) -> List.of(path);
            case FileNode.Stored _ -> {
                OptionalInt number = nodes.known(file);
                yield number.isEmpty() ? List.of() : facts.names(number.getAsInt());
            }
        };
    }

    /// What the tables beside the graph name texts by.
    Texts texts() {
        return texts;
    }

    int add(Edge edge) {
        return columns.add(edge);
    }

    public Edge edge(int place) {
        return columns.get(place);
    }

    /// Puts what later records taught in the place of what was believed before.
    void replace(int index, Edge edge) {
        Edge before = columns.get(index);
        columns.set(index, edge);
        int cause = nodes.number(before.cause());
        if (before.cause() instanceof SocketNode && columns.isAlone(cause)) {
            nodes.drop(cause);
        }
    }

    void describe(ProcessNode process, ProcessFacts is) {
        facts.describe(nodes.number(process), is);
    }

    void ended(ProcessNode process, Moment at) {
        facts.ended(nodes.number(process), at);
    }

    /// A file that is only named stands in no edge and is no node yet.
    void name(FileNode file, FilePath path) {
        facts.name(nodes.mentioned(file), path);
    }
}
