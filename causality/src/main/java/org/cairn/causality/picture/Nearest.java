package org.cairn.causality.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cairn.causality.Node;

/// Which parts a picture has room for: those nearest to what it is about.
final class Nearest {
    private final Subject subject;
    private final Parts parts;
    private final List<Parts.Link> links;

    Nearest(Subject subject, Parts parts, List<Parts.Link> links) {
        this.subject = subject;
        this.parts = parts;
        this.links = links;
    }

    /// As many as leave room for a box of the rest beside each that has neighbours without a box.
    Set<Parts.Part> kept(int most) {
        List<Parts.Part> order = order();
        int count = Math.min(most, order.size());
        Set<Parts.Part> kept = new LinkedHashSet<>(order.subList(0, count));
        for (int over = count + rests(kept) - most; over > 0 && count > 1; over = count + rests(kept) - most) {
            count -= Math.min(count - 1, Math.max(1, over / 2));
            kept = new LinkedHashSet<>(order.subList(0, count));
        }
        return kept;
    }

    private int rests(Set<Parts.Part> kept) {
        Set<Parts.Part> atTheBorder = new HashSet<>();
        for (Parts.Link link : links) {
            boolean from = kept.contains(link.from());
            if (from != kept.contains(link.to())) {
                atTheBorder.add(from ? link.from() : link.to());
            }
        }
        return atTheBorder.size();
    }

    /// What diverges first, then what was asked about, then step by step away from them, then what is linked to none
    /// of them.
    private List<Parts.Part> order() {
        Map<Parts.Part, Set<Parts.Part>> beside = new LinkedHashMap<>();
        for (Parts.Link link : links) {
            beside.computeIfAbsent(link.from(), _ -> new LinkedHashSet<>()).add(link.to());
            beside.computeIfAbsent(link.to(), _ -> new LinkedHashSet<>()).add(link.from());
        }
        Set<Parts.Part> start = new LinkedHashSet<>(those(subject::divergesAt));
        start.addAll(those(subject::isMeant));
        Set<Parts.Part> met = new LinkedHashSet<>();
        walk(start, beside, met);
        parts.distinct().forEach(part -> walk(Set.of(part), beside, met));
        return new ArrayList<>(met);
    }

    private List<Parts.Part> those(Predicate<Node> wanted) {
        Set<Parts.Part> those = new LinkedHashSet<>();
        parts.forEach((end, part) -> {
            if (wanted.test(end.node())) {
                those.add(part);
            }
        });
        return List.copyOf(those);
    }

    private static void walk(Set<Parts.Part> start, Map<Parts.Part, Set<Parts.Part>> beside, Set<Parts.Part> met) {
        Deque<Parts.Part> open = new ArrayDeque<>(start);
        met.addAll(start);
        while (!open.isEmpty()) {
            for (Parts.Part neighbour : beside.getOrDefault(open.remove(), Set.of())) {
                if (met.add(neighbour)) {
                    open.add(neighbour);
                }
            }
        }
    }
}
