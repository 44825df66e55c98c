package org.cairn.causality.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairn.causality.Edge;
import org.cairn.causality.GraphText;
import org.cairn.causality.Moment;
import org.cairn.causality.Recording;
import org.cairn.causality.graph.GraphBuilder;
import org.cairn.causality.graph.ProvenanceGraph;

/// Laws that hold for every log and every question.
class BackwardProperties {
    private static final Limits SMALL = new Limits(6, 4, 2, 12, List.of("/usr/"));

    /// An answer holds an edge only if it took effect no later than the last moment at which its effect mattered, and
    /// nothing in it is later than what was asked about.
    @Property(tries = 60)
    void edgesNeverGoBackInTime(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = Recording.of(RandomLog.of(random, 80)).graph();
        for (Edge start : graph.edges()) {
            BackwardAnswer answer = Backward.from(graph, start, Limits.USUAL);
            for (Edge edge : answer.graph().edgeSet()) {
                Moment bound = answer.relevant().get(edge.effect());
                assertFalse(bound == null || edge.at().isAfter(bound), () -> edge + " after " + bound);
                assertFalse(edge.at().isAfter(start.until()), () -> edge + " after " + start);
                assertTrue(
                        edge.equals(start) || edge.action().lasts() || leadsOn(answer, edge, start),
                        () -> edge + " leads to nothing later");
            }
        }
    }

    /// Some edge out of its effect took place, or was still at work, afterwards.
    private static boolean leadsOn(BackwardAnswer answer, Edge edge, Edge start) {
        return edge.effect().equals(start.cause())
                || answer.graph().outgoingEdgesOf(edge.effect()).stream()
                        .anyMatch(next -> next.action().lasts() || !edge.at().isAfter(next.at()));
    }

    @Property(tries = 30)
    void theLimitsHoldAndWhatTheyCutIsTold(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = Recording.of(RandomLog.of(random, 80)).graph();
        for (Edge start : graph.edges()) {
            BackwardAnswer small = Backward.from(graph, start, SMALL);
            assertTrue(small.graph().vertexSet().size() <= SMALL.nodes());
            BackwardAnswer whole = Backward.from(graph, start, new Limits(1000, 1000, 1000, 100_000, List.of()));
            boolean less =
                    small.graph().edgeSet().size() < whole.graph().edgeSet().size();
            assertTrue(!less || !small.pruned().isEmpty(), "something is missing and nothing is told");
        }
    }

    @Property(tries = 50)
    void readingTwiceIsReadingOnce(@ForAll Random random) throws Exception {
        byte[] log = RandomLog.of(random, 80);
        GraphBuilder builder = new GraphBuilder();
        long activities = Recording.read(log, builder).activities();
        List<Edge> once = List.copyOf(builder.graph().edges());
        Recording.read(log, builder);
        assertEquals(once, builder.graph().edges());
        assertEquals(activities, builder.repeated());
    }

    @Property(tries = 200)
    void theOrderOfLinesWithinTheWindowDoesNotMatter(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int reach) throws Exception {
        byte[] log = RandomLog.of(random, 80);
        List<String> lines = new ArrayList<>(
                new String(log, java.nio.charset.StandardCharsets.UTF_8).lines().toList());
        for (int i = 0; i + 1 < lines.size(); i++) {
            java.util.Collections.swap(lines, i, Math.min(lines.size() - 1, i + random.nextInt(reach)));
        }
        ProvenanceGraph shuffled = Recording.of(String.join("\n", lines) + "\n").graph();
        assertEquals(GraphText.edges(Recording.of(log).graph()), GraphText.edges(shuffled));
    }

    @Property(tries = 300)
    void anyBytesAreCountedLineByLine(@ForAll byte[] bytes) throws Exception {
        var summary = Recording.read(bytes, _ -> {});
        assertEquals(summary.lines(), summary.records() + summary.rejectedRecords());
    }

    @Property(tries = 200)
    void damagedLogsAreReadToTheirEnd(@ForAll Random random) throws Exception {
        byte[] log = RandomLog.of(random, 60);
        for (int i = 0; i < 40; i++) {
            log[random.nextInt(log.length)] = (byte) random.nextInt(256);
        }
        var summary = Recording.of(log).summary();
        assertEquals(summary.lines(), summary.records() + summary.rejectedRecords());
    }

    @Example
    void theOrderOfLinesOfARealLogDoesNotMatter() throws Exception {
        byte[] log = Recording.sharedLog("audit-own/A-std.audit.log.gz");
        List<String> lines = new ArrayList<>(
                new String(log, java.nio.charset.StandardCharsets.UTF_8).lines().toList());
        Random random = new Random(7);
        for (int i = 0; i + 1 < lines.size(); i++) {
            java.util.Collections.swap(lines, i, Math.min(lines.size() - 1, i + random.nextInt(20)));
        }
        assertEquals(
                GraphText.edges(Recording.of(log).graph()),
                GraphText.edges(Recording.of(String.join("\n", lines) + "\n").graph()));
    }
}
