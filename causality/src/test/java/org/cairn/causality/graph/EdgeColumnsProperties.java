package org.cairn.causality.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.Action;
import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// What goes into the columns comes out of them.
class EdgeColumnsProperties {
    private static final List<Digest> LOGS =
            List.of(Digest.sha256(Bytes.utf8("a")), Digest.sha256(Bytes.utf8("b")), Digest.sha256(Bytes.utf8("c")));

    private static Moment moment(Random random, int scale) {
        long seconds = 1_700_000_000L + random.nextLong(1L << random.nextInt(1, scale));
        int nanos = random.nextBoolean() ? random.nextInt(1_000) * 1_000_000 : random.nextInt(1_000_000_000);
        return new Moment(Instant.ofEpochSecond(seconds, nanos), random.nextLong(1L << random.nextInt(1, 40)));
    }

    private static List<RawRecordRef> records(Random random) {
        List<RawRecordRef> refs = new ArrayList<>();
        int count = random.nextInt(20) == 0 ? 40 : 1 + random.nextInt(6);
        boolean several = random.nextInt(4) == 0;
        for (int i = 0; i < count; i++) {
            refs.add(new RawRecordRef(LOGS.get(several ? random.nextInt(3) : 0), random.nextLong(1L << 40)));
        }
        return refs;
    }

    private static <T> T any(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Edge edge(Random random) {
        Moment one = moment(random, 40);
        Moment other = random.nextBoolean() ? one : moment(random, 40);
        Node cause = new ProcessNode("h", random.nextInt(5), new Moment(Instant.EPOCH, 0), 0);
        FileNode effect = new FileNode("h", new FileNode.Stored(new FileNode.Inode("fe:00", random.nextInt(5)), 0));
        return new Edge(
                random.nextBoolean() ? cause : effect,
                random.nextBoolean() ? effect : cause,
                any(random, Action.values()),
                any(random, Result.values()),
                any(random, Basis.values()),
                one.earlier(other),
                one.later(other),
                records(random));
    }

    /// Against plain lists, with edges replaced now and then.
    @Property(tries = 60)
    void edgesInColumnsAreThoseThatWereAdded(@ForAll Random random) {
        ProvenanceGraph graph = new ProvenanceGraph();
        List<Edge> plain = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Edge edge = edge(random);
            if (plain.isEmpty() || random.nextInt(4) > 0) {
                graph.add(edge);
                plain.add(edge);
            } else {
                int index = random.nextInt(plain.size());
                graph.replace(index, edge);
                plain.set(index, edge);
            }
        }
        assertEquals(plain, graph.edges());
        for (Node node : graph.nodes()) {
            assertEquals(sorted(plain, node, true), sortedText(graph.incoming(node)));
            assertEquals(sorted(plain, node, false), sortedText(graph.outgoing(node)));
        }
    }

    private static List<String> sorted(List<Edge> edges, Node node, boolean incoming) {
        return sortedText(edges.stream()
                .filter(edge -> (incoming ? edge.effect() : edge.cause()).equals(node))
                .toList());
    }

    private static List<String> sortedText(List<Edge> edges) {
        return edges.stream().map(Edge::toString).sorted().toList();
    }

    /// As dense as a busy log: opens of files by processes, four records of some hundred bytes each.
    @Example
    void anEdgeOfABusyLogTakesAtMostFortyBytes() {
        ProvenanceGraph graph = new ProvenanceGraph();
        Random random = new Random(1);
        long offset = 0;
        int count = 600_000;
        for (int i = 0; i < count; i++) {
            List<RawRecordRef> refs = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                refs.add(new RawRecordRef(LOGS.getFirst(), offset));
                offset += 120 + random.nextInt(200);
            }
            Moment at = new Moment(Instant.ofEpochMilli(1_700_000_000_000L + i / 40 * 4L), 1_000_000L + i);
            Node process = new ProcessNode("h", random.nextInt(500), new Moment(Instant.EPOCH, 0), 0);
            Node file = new FileNode("h", new FileNode.Stored(new FileNode.Inode("fe:00", random.nextInt(2_000)), 0));
            graph.add(new Edge(file, process, Action.READ, Result.SUCCEEDED, Basis.RECORDED, at, refs));
        }
        double each = graph.edgeBytes() / (double) count;
        assertTrue(each <= 40, () -> each + " bytes an edge");
    }
}
