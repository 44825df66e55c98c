package org.cairn.frameworks.own;

import java.util.List;

/// A framework as a file has it: texts, not yet checked, each with its place.
public record Draft(
        Place place, String id, String name, String version, String source, List<Node> nodes, List<Mapping> mappings) {
    public Draft {
        nodes = List.copyOf(nodes);
        mappings = List.copyOf(mappings);
    }

    /// @param assessable `yes` or `no`
    public record Node(
            Place place, String id, String parent, String ref, String title, String text, String assessable) {}

    public record Mapping(
            Place place,
            String node,
            String mapped,
            String relation,
            String strength,
            String rationale,
            String author,
            String date) {}

    /// The same under another id.
    Draft as(String other) {
        return new Draft(place, other, name, version, source, nodes, mappings);
    }
}
