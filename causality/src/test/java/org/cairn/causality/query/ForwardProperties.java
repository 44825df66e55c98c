package org.cairn.causality.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.Recording;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;

/// Laws of going forward and of paths, held against models so plain that they can be seen to be right.
class ForwardProperties {
    private static final Limits SMALL = new Limits(6, 4, 2, 12, List.of("/usr/"));

    private static ProvenanceGraph graph(Random random) throws Exception {
        return Recording.of(RandomLog.of(random, 60)).graph();
    }

    private static boolean carries(Edge edge) {
        return edge.result() != Result.FAILED && edge.action() != Action.UNLINK;
    }

    private static Moment start(ProvenanceGraph graph, Random random) {
        return graph.edges().get(random.nextInt(graph.edges().size())).at();
    }

    /// Every edge once more, until nothing is reached earlier than known.
    private static Map<Node, Moment> naive(ProvenanceGraph graph, Node from, Moment since) {
        Map<Node, Moment> reached = new HashMap<>(Map.of(from, since));
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Edge edge : graph.edges()) {
                Moment here = reached.get(edge.cause());
                if (here != null && carries(edge) && (edge.action().lasts() || !here.isAfter(edge.at()))) {
                    Moment there = edge.at().later(here);
                    Moment known = reached.get(edge.effect());
                    if (known == null || known.isAfter(there)) {
                        reached.put(edge.effect(), there);
                        changed = true;
                    }
                }
            }
        }
        return reached;
    }

    @Property(tries = 40)
    void withoutLimitsForwardIsTheNaiveModel(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = graph(random);
        Moment since = start(graph, random);
        for (Node node : graph.nodes()) {
            ForwardAnswer answer = Forward.from(graph, Set.of(node), since, Limits.none());
            assertEquals(naive(graph, node, since), answer.reached());
            assertEquals(
                    Set.of(),
                    answer.pruned().stream()
                            .map(Pruned::reason)
                            .filter(reason -> reason != Pruned.Reason.REPEATED)
                            .collect(java.util.stream.Collectors.toSet()));
        }
    }

    /// One thing reached another in time if and only if the other leads back to it.
    @Property(tries = 15)
    void forwardAndBackwardAreTwoSidesOfOneRelation(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = graph(random);
        Moment one = start(graph, random);
        Moment other = start(graph, random);
        Moment since = one.earlier(other);
        Moment asOf = one.later(other);
        for (Node effect : graph.nodes()) {
            Map<Node, Moment> back =
                    Backward.from(graph, effect, asOf, Limits.none()).relevant();
            for (Node cause : graph.nodes()) {
                Moment arrives = Forward.from(graph, Set.of(cause), since, Limits.none())
                        .reached()
                        .get(effect);
                boolean forward = arrives != null && !arrives.isAfter(asOf);
                Moment matters = back.get(cause);
                assertEquals(forward, matters != null && !since.isAfter(matters), () -> cause + " to " + effect);
            }
        }
    }

    @Property(tries = 40)
    void theLimitsHoldAndWhatTheyCutIsTold(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = graph(random);
        Moment since = start(graph, random);
        for (Node node : graph.nodes()) {
            ForwardAnswer small = Forward.from(graph, Set.of(node), since, SMALL);
            assertTrue(small.reached().size() <= SMALL.nodes());
            boolean less = small.reached().size()
                    < Forward.from(graph, Set.of(node), since, Limits.none())
                            .reached()
                            .size();
            assertTrue(!less || !small.pruned().isEmpty(), "something is missing and nothing is told");
        }
    }

    /// Depth first over every sequence of edges whose times allow it.
    private static Optional<Integer> naiveSteps(
            ProvenanceGraph graph, Node at, Node to, Moment here, Moment until, int most) {
        Optional<Integer> best = Optional.empty();
        for (Edge edge : most == 0 ? List.<Edge>of() : graph.outgoing(at)) {
            Moment there = edge.at().later(here);
            boolean inTime = edge.action().lasts() || !here.isAfter(edge.at());
            if (!carries(edge) || !inTime || there.isAfter(until)) {
                continue;
            }
            Optional<Integer> steps = edge.effect().equals(to)
                    ? Optional.of(1)
                    : naiveSteps(graph, edge.effect(), to, there, until, most - 1)
                            .map(rest -> rest + 1);
            if (steps.isPresent() && (best.isEmpty() || steps.get() < best.get())) {
                best = steps;
            }
        }
        return best;
    }

    @Property(tries = 25)
    void aPathHasTheFewestStepsAndNeverRunsBackInTime(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = Recording.of(RandomLog.of(random, 25)).graph();
        Moment since = start(graph, random);
        Moment until = graph.edges().getLast().until().later(since);
        Limits limits = new Limits(4, 1, 1, 100_000, List.of());
        for (Node from : graph.nodes()) {
            for (Node to : graph.nodes()) {
                if (from.equals(to)) {
                    continue;
                }
                CausalPath path = CausalPath.between(graph, Set.of(from), Set.of(to), since, until, limits);
                Optional<Integer> expected = naiveSteps(graph, from, to, since, until, 4);
                assertEquals(expected.orElse(0), path.edges().size(), () -> from + " to " + to);
                follows(path, from, to, since);
            }
        }
    }

    private static void follows(CausalPath path, Node from, Node to, Moment since) {
        Node at = from;
        Moment now = since;
        for (Edge edge : path.edges()) {
            assertEquals(at, edge.cause());
            assertFalse(!edge.action().lasts() && now.isAfter(edge.at()), () -> edge + " runs back in time");
            now = edge.at().later(now);
            at = edge.effect();
        }
        assertTrue(path.edges().isEmpty() || at.equals(to));
    }

    @Property(tries = 20)
    void aPathThatWasGivenUpSaysSo(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = graph(random);
        Limits tight = new Limits(1, 1, 1, 2, List.of());
        Moment since = graph.edges().getFirst().at();
        Moment until = graph.edges().getLast().until().later(since);
        for (Node from : graph.nodes()) {
            for (Node to : graph.nodes()) {
                boolean found = !CausalPath.between(graph, Set.of(from), Set.of(to), since, until, Limits.none())
                        .edges()
                        .isEmpty();
                CausalPath given = CausalPath.between(graph, Set.of(from), Set.of(to), since, until, tight);
                assertTrue(!found || !given.edges().isEmpty() || !given.complete(), "a way was missed in silence");
            }
        }
    }
}
