package org.cairn.frameworks.own;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.frameworks.own.DraftCheck.Placed;

/// The tree of a framework: its faults, and its rows in reading order.
final class NodeOrder {
    /// What stands deeper nobody reads as a tree.
    static final int DEEPEST = 32;

    private final Map<String, Placed> nodes;
    private final Faults faults;
    private final Map<String, Integer> depths = new HashMap<>();

    NodeOrder(Map<String, Placed> nodes, Faults faults) {
        this.nodes = nodes;
        this.faults = faults;
    }

    void check() {
        for (Placed placed : nodes.values()) {
            placed.node()
                    .parent()
                    .filter(parent -> !nodes.containsKey(parent))
                    .ifPresent(parent -> faults.add(
                            placed.place().of("parent"), "no row has the id '" + DraftCheck.shortened(parent) + "'"));
            climb(placed);
        }
    }

    /// Follows the parents up to one whose depth is known, or to one met on the way.
    private void climb(Placed from) {
        Deque<String> way = new ArrayDeque<>();
        Set<String> met = new HashSet<>();
        Optional<String> at = Optional.of(from.node().id());
        while (at.isPresent() && !depths.containsKey(at.get()) && met.add(at.get())) {
            way.push(at.get());
            Placed placed = nodes.get(at.get());
            at = placed == null ? Optional.empty() : placed.node().parent();
        }
        if (at.isPresent() && met.contains(at.get())) {
            faults.add(from.place().of("parent"), "stands above itself: " + circle(at.get()));
        }
        int depth = at.map(id -> depths.getOrDefault(id, 0)).orElse(0);
        while (!way.isEmpty()) {
            String id = way.pop();
            depth++;
            depths.put(id, depth);
            Placed placed = nodes.get(id);
            if (depth == DEEPEST + 1 && placed != null) {
                faults.add(placed.place().of("parent"), "stands deeper than " + DEEPEST + " levels");
            }
        }
    }

    private String circle(String start) {
        StringBuilder said = new StringBuilder("'").append(DraftCheck.shortened(start));
        String at = start;
        for (int i = 0; i < 8; i++) {
            Placed placed = nodes.get(at);
            if (placed == null || placed.node().parent().isEmpty()) {
                break;
            }
            at = placed.node().parent().get();
            said.append("', '").append(DraftCheck.shortened(at));
            if (at.equals(start)) {
                return said.append('\'').toString();
            }
        }
        return said.append("', ...").toString();
    }

    /// Each parent, then all below it, in the order given. Requires that every parent is there and none above itself.
    static List<OwnNode> ordered(Collection<OwnNode> nodes) {
        Map<Optional<String>, List<OwnNode>> below = new HashMap<>();
        for (OwnNode node : nodes) {
            below.computeIfAbsent(node.parent(), _ -> new ArrayList<>()).add(node);
        }
        List<OwnNode> ordered = new ArrayList<>(nodes.size());
        Deque<OwnNode> open = new ArrayDeque<>(below.getOrDefault(Optional.<String>empty(), List.of()));
        while (!open.isEmpty()) {
            OwnNode node = open.pop();
            ordered.add(node);
            below.getOrDefault(Optional.of(node.id()), List.of()).reversed().forEach(open::push);
        }
        return ordered;
    }
}
