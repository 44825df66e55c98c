package org.cairn.causality.graph;

import java.util.List;
import java.util.stream.IntStream;
import org.cairn.causality.Action;
import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.Result;

/// Edges in columns: 21 bytes each, and what [EdgeTimes] takes. Every node's edges are chained in the order in which
/// they were added, so that no list is kept for a node.
final class EdgeColumns {
    private static final int NONE = -1; // an index that no edge has; never leaves this package
    private static final List<Action> ACTIONS = List.of(Action.values());
    private static final List<Result> RESULTS = List.of(Result.values());
    private static final List<Basis> BASES = List.of(Basis.values());

    private final NodeTable nodes;
    private final IntColumn causes = new IntColumn();
    private final IntColumn effects = new IntColumn();
    private final ByteColumn kinds = new ByteColumn();
    private final IntColumn entries = new IntColumn();
    private final Chains incoming = new Chains();
    private final Chains outgoing = new Chains();
    private final EdgeTimes times = new EdgeTimes();

    EdgeColumns(NodeTable nodes) {
        this.nodes = nodes;
    }

    int size() {
        return causes.size();
    }

    int add(Edge edge) {
        int cause = nodes.number(edge.cause());
        int effect = nodes.number(edge.effect());
        int index = causes.add(cause);
        effects.add(effect);
        kinds.add(kind(edge));
        entries.add(times.add(edge.at(), edge.until(), edge.records()));
        outgoing.append(cause, index);
        incoming.append(effect, index);
        return index;
    }

    void set(int index, Edge edge) {
        int cause = nodes.number(edge.cause());
        int effect = nodes.number(edge.effect());
        int before = causes.get(index);
        int after = effects.get(index);
        kinds.set(index, kind(edge));
        entries.set(index, times.add(edge.at(), edge.until(), edge.records()));
        if (cause == before && effect == after) {
            return;
        }
        outgoing.remove(before, index);
        incoming.remove(after, index);
        causes.set(index, cause);
        effects.set(index, effect);
        outgoing.append(cause, index);
        incoming.append(effect, index);
    }

    private static int kind(Edge edge) {
        return ACTIONS.indexOf(edge.action()) << 3 | RESULTS.indexOf(edge.result()) << 1 | BASES.indexOf(edge.basis());
    }

    Edge get(int index) {
        int kind = kinds.get(index);
        EdgeTimes.Entry entry = times.get(entries.get(index));
        Node cause = nodes.node(causes.get(index));
        Node effect = nodes.node(effects.get(index));
        return new Edge(
                cause,
                effect,
                ACTIONS.get(kind >> 3),
                RESULTS.get(kind >> 1 & 3),
                BASES.get(kind & 1),
                entry.at(),
                entry.until(),
                entry.records());
    }

    Moment at(int index) {
        return times.at(entries.get(index));
    }

    Action action(int index) {
        return ACTIONS.get(kinds.get(index) >> 3);
    }

    Result result(int index) {
        return RESULTS.get(kinds.get(index) >> 1 & 3);
    }

    Node cause(int index) {
        return nodes.node(causes.get(index));
    }

    Node effect(int index) {
        return nodes.node(effects.get(index));
    }

    int[] incoming(int node) {
        return incoming.of(node);
    }

    int[] outgoing(int node) {
        return outgoing.of(node);
    }

    boolean isAlone(int node) {
        return incoming.isEmpty(node) && outgoing.isEmpty(node);
    }

    long sizeBytes() {
        return causes.sizeBytes()
                + effects.sizeBytes()
                + kinds.sizeBytes()
                + entries.sizeBytes()
                + incoming.sizeBytes()
                + outgoing.sizeBytes()
                + times.sizeBytes();
    }

    /// For each node the edges at one of its ends, as a chain through one column.
    private static final class Chains {
        private final IntColumn first = new IntColumn();
        private final IntColumn last = new IntColumn();
        private final IntColumn next = new IntColumn();

        void append(int node, int edge) {
            first.reach(node, NONE);
            last.reach(node, NONE);
            next.reach(edge, NONE);
            next.set(edge, NONE);
            if (last.get(node) == NONE) {
                first.set(node, edge);
            } else {
                next.set(last.get(node), edge);
            }
            last.set(node, edge);
        }

        void remove(int node, int edge) {
            int before = NONE;
            for (int at = first.get(node); at != edge; at = next.get(at)) {
                before = at;
            }
            int after = next.get(edge);
            if (before == NONE) {
                first.set(node, after);
            } else {
                next.set(before, after);
            }
            if (last.get(node) == edge) {
                last.set(node, before);
            }
        }

        boolean isEmpty(int node) {
            return node >= first.size() || first.get(node) == NONE;
        }

        int[] of(int node) {
            if (isEmpty(node)) {
                return new int[0];
            }
            IntStream.Builder edges = IntStream.builder();
            for (int at = first.get(node); at != NONE; at = next.get(at)) {
                edges.add(at);
            }
            return edges.build().toArray();
        }

        long sizeBytes() {
            return first.sizeBytes() + last.sizeBytes() + next.sizeBytes();
        }
    }
}
