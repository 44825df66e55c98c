package org.cairn.causality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.Recording;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.RandomLog;

/// Nothing that a picture is made of vanishes from it without being counted.
class FoldingProperties {
    private static Subject subject(Random random) throws Exception {
        ProvenanceGraph graph = Recording.of(RandomLog.of(random, 150)).graph();
        List<Edge> edges = graph.edges();
        Edge diverging = edges.get(random.nextInt(edges.size()));
        Node meant = edges.get(random.nextInt(edges.size())).effect();
        return new Subject(graph, edges, Set.of(meant), Optional.of(diverging));
    }

    @Property(tries = 30)
    void everyEdgeIsInExactlyOneArrowThatJoinsItsEnds(@ForAll Random random) throws Exception {
        Subject subject = subject(random);
        Figure figure = Folding.of(subject, Set.of());
        List<Edge> drawn = new ArrayList<>();
        for (Arrow arrow : figure.arrows()) {
            for (Edge edge : arrow.edges()) {
                assertTrue(figure.boxes().get(arrow.from()).nodes().contains(edge.cause()));
                assertTrue(figure.boxes().get(arrow.to()).nodes().contains(edge.effect()));
                assertEquals(arrow.action() + " " + arrow.result(), edge.action() + " " + edge.result());
                drawn.add(edge);
            }
        }
        assertEquals(subject.edges().size(), drawn.size());
        assertEquals(new HashSet<>(subject.edges()), new HashSet<>(drawn));
        assertEquals(0, figure.undrawn());
    }

    @Property(tries = 30)
    void aSmallPictureStaysWithinItsSizeAndStillCountsEverything(@ForAll Random random) throws Exception {
        Subject subject = subject(random);
        int most = 3 + random.nextInt(12);
        Figure figure = FigureBuilder.build(subject, new Parts(subject, Set.of()), most);
        assertTrue(figure.boxes().size() <= most, figure.boxes().size() + " boxes of " + most);
        Set<Node> all = new HashSet<>();
        subject.edges().forEach(edge -> all.addAll(List.of(edge.cause(), edge.effect())));
        Set<Node> stoodFor = new HashSet<>();
        figure.boxes().forEach(box -> stoodFor.addAll(box.nodes()));
        assertEquals(all.size(), stoodFor.size() + figure.undrawn());
    }

    @Property(tries = 30)
    void whatDivergesIsAlwaysDrawnAloneAndMarked(@ForAll Random random) throws Exception {
        Subject subject = subject(random);
        Edge diverging = subject.diverging().orElseThrow();
        Figure figure = Folding.of(subject, Set.of());
        List<List<Edge>> marked = figure.arrows().stream()
                .filter(Arrow::diverging)
                .map(Arrow::edges)
                .toList();
        assertEquals(List.of(List.of(diverging)), marked);
        for (Node end : List.of(diverging.cause(), diverging.effect())) {
            assertTrue(figure.boxes().stream()
                    .anyMatch(box -> box.diverging() && box.nodes().equals(List.of(end))));
        }
    }

    @Property(tries = 20)
    void anOpenedFoldShowsEveryThingInIt(@ForAll Random random) throws Exception {
        Subject subject = subject(random);
        Figure figure = Folding.of(subject, Set.of());
        for (Box box : figure.boxes()) {
            if (box.fold().isPresent()) {
                Figure opened = Folding.of(subject, Set.of(box.fold().get().key()));
                assertTrue(opened.boxes().size() > figure.boxes().size());
            }
        }
    }
}
