package org.cairn.causality.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.proof.Bytes;

/// Nodes and what is known of them come out of their bytes as they went in.
class NodeColumnsProperties {
    /// With an empty text, a half of a surrogate pair, a character of two halves, a NUL and the byte FF.
    private static final List<String> WORDS =
            List.of("", "h", "gpu-1", "/srv/a b", "\ud800", "\ud83d\ude00", "\0", "\u00ff");

    private static String word(Random random) {
        return random.nextInt(3) > 0 ? WORDS.get(random.nextInt(WORDS.size())) : "/tmp/" + random.nextInt(200);
    }

    private static Moment moment(Random random) {
        return new Moment(
                Instant.ofEpochSecond(random.nextLong(-1L << 33, 1L << 33), random.nextInt(1_000_000_000)),
                random.nextLong());
    }

    private static Endpoint endpoint(Random random) {
        byte[] address = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(address);
        return switch (random.nextInt(3)) {
            case 0 -> new Endpoint.Inet(Bytes.copyOf(address), random.nextInt(0x10000));
            case 1 -> new Endpoint.Local(word(random));
            default -> new Endpoint.Other(random.nextInt());
        };
    }

    private static Node node(Random random) {
        String host = word(random);
        FilePath path =
                random.nextBoolean() ? new FilePath.Resolved(word(random)) : new FilePath.Unresolved(word(random));
        return switch (random.nextInt(4)) {
            case 0 -> new ProcessNode(host, random.nextLong(1L << 40), moment(random), random.nextInt(3));
            case 1 ->
                new FileNode(
                        host,
                        new FileNode.Stored(new FileNode.Inode(word(random), random.nextLong()), random.nextInt(3)));
            case 2 -> new FileNode(host, new FileNode.Named(path));
            default -> new SocketNode(host, endpoint(random), random.nextLong(3));
        };
    }

    @Property(tries = 60)
    void nodesAreThoseThatWereMetAndInThatOrder(@ForAll Random random) {
        Texts texts = new Texts();
        NodeTable table = new NodeTable(texts);
        Map<Node, Integer> plain = new HashMap<>();
        Set<Node> order = new LinkedHashSet<>();
        for (int i = 0; i < 500; i++) {
            Node node = node(random);
            assertEquals(plain.containsKey(node), table.known(node).isPresent());
            int number = table.number(node);
            assertEquals(plain.computeIfAbsent(node, _ -> number), number);
            order.add(node);
        }
        plain.forEach((node, number) -> assertEquals(node, table.node(number)));
        assertEquals(List.copyOf(order), List.copyOf(table.all()));
        int known = texts.size();
        table.known(new FileNode("never met", new FileNode.Named(new FilePath.Resolved("/never/met"))));
        assertEquals(known, texts.size(), "asking changes nothing");
    }

    private static Optional<String> perhaps(Random random) {
        return random.nextBoolean() ? Optional.of(word(random)) : Optional.empty();
    }

    @Property(tries = 60)
    void whatIsKnownOfANodeIsTheLatestThatWasSaid(@ForAll Random random) {
        ProvenanceGraph graph = new ProvenanceGraph();
        Map<ProcessNode, ProcessFacts> facts = new HashMap<>();
        Map<ProcessNode, Moment> ends = new HashMap<>();
        Map<FileNode, List<FilePath>> names = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            ProcessNode process = new ProcessNode("h", random.nextInt(20), new Moment(Instant.EPOCH, 0), 0);
            FileNode file = new FileNode("h", new FileNode.Stored(new FileNode.Inode("fe:00", random.nextInt(9)), 0));
            List<String> arguments =
                    random.ints(random.nextInt(4)).mapToObj(_ -> word(random)).toList();
            ProcessFacts is = new ProcessFacts(
                    perhaps(random),
                    arguments,
                    perhaps(random),
                    perhaps(random),
                    perhaps(random),
                    perhaps(random),
                    random.nextBoolean() ? Optional.of(random.nextLong()) : Optional.empty());
            graph.describe(process, is);
            facts.put(process, is);
            Moment end = moment(random);
            graph.ended(process, end);
            ends.putIfAbsent(process, end);
            FilePath path = random.nextBoolean() ? new FilePath.Resolved(word(random)) : new FilePath.Unresolved("x");
            graph.name(file, path);
            List<FilePath> known = names.computeIfAbsent(file, _ -> new ArrayList<>());
            if (!known.contains(path)) {
                known.add(path);
            }
        }
        facts.forEach((process, is) -> assertEquals(Optional.of(is), graph.facts(process)));
        ends.forEach((process, at) -> assertEquals(Optional.of(at), graph.end(process)));
        names.forEach((file, paths) -> assertEquals(paths, graph.paths(file)));
        names.keySet().forEach(file -> assertFalse(graph.nodes().contains(file), "a name makes no node"));
    }

    /// Every process new, with words of its own, and every file with a name of its own.
    @Example
    void aNodeOfABusyLogTakesAtMostTwoHundredBytes() {
        ProvenanceGraph graph = new ProvenanceGraph();
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            ProcessNode process =
                    new ProcessNode("h", i, new Moment(Instant.ofEpochMilli(1_700_000_000_000L + i), i), 0);
            graph.describe(
                    process,
                    new ProcessFacts(
                            Optional.of("/usr/bin/python3.11"),
                            List.of("python3", "/srv/app/job.py", "--number=" + i),
                            Optional.of("1000"),
                            Optional.of("1000"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(1L)));
            graph.ended(process, new Moment(Instant.ofEpochMilli(1_700_000_009_000L + i), i));
            FileNode file = new FileNode("h", new FileNode.Stored(new FileNode.Inode("fe:00", 1_000_000L + i), 0));
            graph.name(file, new FilePath.Resolved("/srv/results/of-job-" + i + ".json"));
        }
        double each = graph.nodeBytes() / (2.0 * count);
        assertTrue(each <= 200, () -> each + " bytes a node");
    }
}
