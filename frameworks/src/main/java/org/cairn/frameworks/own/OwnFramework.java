package org.cairn.frameworks.own;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.FrameworkId;

/// A framework that somebody brought, checked and in normal form.
/// @param version  its edition, in its own words
/// @param source   where it comes from and on what terms; may be empty
/// @param nodes    in reading order: each parent right before what stands below it
/// @param mappings in the order they were given
public record OwnFramework(
        FrameworkId id, String name, String version, String source, List<OwnNode> nodes, List<OwnMapping> mappings) {
    public OwnFramework {
        nodes = List.copyOf(nodes);
        mappings = List.copyOf(mappings);
        Set<String> seen = new HashSet<>();
        for (OwnNode node : nodes) {
            if (!node.parent().map(seen::contains).orElse(true) || !seen.add(node.id())) {
                throw new IllegalArgumentException(node.id() + " stands before its parent, or twice");
            }
        }
        if (nodes.isEmpty() || !mappings.stream().map(OwnMapping::node).allMatch(seen::contains)) {
            throw new IllegalArgumentException(id + " has no rows, or maps one that is not there");
        }
    }

    /// Puts rows into reading order. Requires that every parent is among them and none stands above itself.
    public static List<OwnNode> inReadingOrder(List<OwnNode> rows) {
        return NodeOrder.ordered(rows);
    }

    public Optional<OwnNode> node(String number) {
        return nodes.stream().filter(node -> node.id().equals(number)).findFirst();
    }

    /// The same rows under another id.
    public OwnFramework as(FrameworkId other) {
        return new OwnFramework(other, name, version, source, nodes, mappings);
    }

    public int assessable() {
        return (int) nodes.stream().filter(OwnNode::assessable).count();
    }
}
