package org.cairn.frameworks.crosswalk;

import java.util.ArrayList;
import java.util.List;

/// The widest ways from one demand, found hop by hop (Bellman and Ford's scheme over the bottleneck semiring): what can
/// be reached with exactly h hops, and how strong the weakest of them is at best; 0 where it cannot.
final class Widths {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Neighbours neighbours;
    private final int from;
    private final List<int[]> widths = new ArrayList<>();
    private final int[] widest;

    /// @param from by its number
    Widths(Neighbours neighbours, int from, int hops) {
        this.neighbours = neighbours;
        this.from = from;
        this.widest = new int[neighbours.size()];
        int[] start = new int[neighbours.size()];
        start[from] = UNLIMITED;
        widths.add(start);
        for (int hop = 1; hop <= hops; hop++) {
            widths.add(wider(widths.getLast()));
        }
    }

    private int[] wider(int[] before) {
        int[] after = new int[before.length];
        for (int number = 0; number < before.length; number++) {
            if (before[number] > 0) {
                for (int index = 0; index < neighbours.degree(number); index++) {
                    int end = neighbours.end(number, index);
                    int width = Math.min(
                            before[number], neighbours.tie(number, index).strength());
                    after[end] = Math.max(after[end], width);
                    widest[end] = Math.max(widest[end], width);
                }
            }
        }
        return after;
    }

    /// Whether a way leads there; none leads from the start to itself.
    boolean reaches(int to) {
        return to != from && widest[to] > 0;
    }

    /// The best route to what it reaches. A walk that visits a demand twice is never chosen: without the loop it is
    /// shorter and no weaker.
    List<Hop> route(int to) {
        int width = widest[to];
        int hops = 0;
        while (widths.get(hops)[to] < width) {
            hops++;
        }
        List<Hop> backwards = new ArrayList<>(hops);
        int end = to;
        for (int hop = hops; hop > 0; hop--) {
            int index = last(end, widths.get(hop - 1), width);
            int before = neighbours.end(end, index);
            backwards.add(new Hop(neighbours.subject(before), neighbours.subject(end), neighbours.tie(end, index)));
            end = before;
        }
        return backwards.reversed();
    }

    /// The row that ends there and comes from what is first by spelling.
    private int last(int end, int[] before, int width) {
        for (int index = 0; index < neighbours.degree(end); index++) {
            if (neighbours.tie(end, index).strength() >= width && before[neighbours.end(end, index)] >= width) {
                return index;
            }
        }
        throw new IllegalStateException("no row leads to " + neighbours.subject(end));
    }
}
