package org.cairn.frameworks.crosswalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.checklist.Subject;
import org.jgrapht.Graph;

/// The widest ways from one demand, found hop by hop (Bellman and Ford's scheme over the bottleneck semiring): what can
/// be reached with exactly h hops, and how strong the weakest of them is at best.
final class Widths {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Graph<Subject, Tie> graph;
    private final Subject from;
    private final List<Map<Subject, Integer>> widths = new ArrayList<>();

    Widths(Graph<Subject, Tie> graph, Subject from, int hops) {
        this.graph = graph;
        this.from = from;
        widths.add(Map.of(from, UNLIMITED));
        for (int hop = 1; hop <= hops; hop++) {
            widths.add(wider(widths.getLast()));
        }
    }

    private Map<Subject, Integer> wider(Map<Subject, Integer> before) {
        Map<Subject, Integer> after = new HashMap<>();
        before.forEach((subject, width) -> {
            for (Tie tie : graph.edgesOf(subject)) {
                after.merge(tie.other(subject), Math.min(width, tie.strength()), Math::max);
            }
        });
        return after;
    }

    /// Everything but the start itself.
    Set<Subject> reached() {
        Set<Subject> reached = new HashSet<>();
        widths.forEach(each -> reached.addAll(each.keySet()));
        reached.remove(from);
        return reached;
    }

    /// The best route. A walk that visits a demand twice is never chosen: without the loop it is shorter and no weaker.
    List<Hop> route(Subject to) {
        int width =
                widths.stream().mapToInt(each -> each.getOrDefault(to, 0)).max().orElseThrow();
        int hops = 0;
        while (widths.get(hops).getOrDefault(to, 0) < width) {
            hops++;
        }
        List<Hop> backwards = new ArrayList<>();
        Subject end = to;
        for (int hop = hops; hop > 0; hop--) {
            Hop last = last(end, hop, width);
            backwards.add(last);
            end = last.from();
        }
        return backwards.reversed();
    }

    /// The hop that ends there and comes from what is first by spelling.
    private Hop last(Subject end, int hop, int width) {
        Map<Subject, Integer> before = widths.get(hop - 1);
        return graph.edgesOf(end).stream()
                .filter(tie -> tie.strength() >= width)
                .filter(tie -> before.getOrDefault(tie.other(end), 0) >= width)
                .min(Comparator.comparing(tie -> tie.other(end).text()))
                .map(tie -> new Hop(tie.other(end), end, tie))
                .orElseThrow();
    }
}
