package org.cairn.causality.picture;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.Node;
import org.cairn.causality.SocketNode;

/// Decides what is drawn as one. Nothing vanishes: what is folded is counted where it would have been, and what is
/// beyond the picture is counted too. What was asked about and what diverges is never folded away.
public final class Folding {
    /// Beyond some 500 shapes nobody reads, and laying them out takes seconds.
    public static final int MOST_BOXES = 500;

    /// How many things of one kind are drawn beside another before the rest is counted.
    private static final int SIBLINGS = 6;

    private final Subject subject;
    private final Parts parts;

    private Folding(Subject subject, Parts parts) {
        this.subject = subject;
        this.parts = parts;
    }

    /// @param open folds that a person opened
    public static Figure of(Subject subject, Set<Fold.Key> open) {
        Parts parts = new Parts(subject, open);
        Folding folding = new Folding(subject, parts);
        new Helpers(subject, parts).fold();
        folding.foldConnections();
        folding.foldSystemFiles();
        folding.foldSiblings();
        return FigureBuilder.build(subject, parts, MOST_BOXES);
    }

    /// Connections with one place that come from the same and lead to the same.
    private void foldConnections() {
        record Alike(Endpoint endpoint, boolean meant, Set<Node> before, Set<Node> after) {}
        Map<Node, Set<Node>> before = new LinkedHashMap<>();
        Map<Node, Set<Node>> after = new LinkedHashMap<>();
        for (Edge edge : subject.edges()) {
            before.computeIfAbsent(edge.effect(), _ -> new LinkedHashSet<>()).add(edge.cause());
            after.computeIfAbsent(edge.cause(), _ -> new LinkedHashSet<>()).add(edge.effect());
        }
        Map<Alike, List<Parts.End>> groups = new LinkedHashMap<>();
        for (Parts.End end : parts.ends()) {
            if (end.node() instanceof SocketNode socket && !subject.divergesAt(socket)) {
                Alike alike = new Alike(
                        socket.endpoint(),
                        subject.isMeant(socket),
                        before.getOrDefault(socket, Set.of()),
                        after.getOrDefault(socket, Set.of()));
                groups.computeIfAbsent(alike, _ -> new ArrayList<>()).add(end);
            }
        }
        groups.values().stream().filter(group -> group.size() > 1).forEach(group -> {
            Node first = group.getFirst().node();
            parts.fold(group, new Fold.Key(Fold.Reason.CONNECTIONS, first, ""));
        });
    }

    private void foldSystemFiles() {
        Map<Node, List<Parts.End>> groups = new LinkedHashMap<>();
        parts.forEach((end, part) -> {
            if (part instanceof Parts.Part.Alone) {
                end.reader()
                        .ifPresent(reader -> groups.computeIfAbsent(reader, _ -> new ArrayList<>())
                                .add(end));
            }
        });
        groups.forEach((reader, group) -> {
            if (group.size() > 1) {
                parts.fold(group, new Fold.Key(Fold.Reason.SYSTEM_FILES, reader, ""));
            }
        });
    }

    /// Things of one kind that are linked to the same others, by the same actions with the same results.
    private void foldSiblings() {
        record Alike(Box.Kind kind, Map<Parts.Part, Set<String>> ways) {}
        Map<Parts.Part, Map<Parts.Part, Set<String>>> ways = new LinkedHashMap<>();
        for (Parts.Link link : parts.links()) {
            String how = link.edge().action() + " " + link.edge().result();
            note(ways, link.from(), link.to(), "to " + how);
            note(ways, link.to(), link.from(), "by " + how);
        }
        Map<Alike, List<Parts.End>> groups = new LinkedHashMap<>();
        parts.forEach((end, part) -> {
            if (part instanceof Parts.Part.Alone && !subject.isPinned(end.node()) && ways.containsKey(part)) {
                Alike alike = new Alike(Box.kindOf(end.node()), ways.getOrDefault(part, Map.of()));
                groups.computeIfAbsent(alike, _ -> new ArrayList<>()).add(end);
            }
        });
        groups.forEach((alike, group) -> {
            int drawn = Math.max(2, SIBLINGS / alike.ways().size());
            if (group.size() > drawn + 1) {
                Parts.Part beside = alike.ways().keySet().iterator().next();
                String detail = alike.kind() + " "
                        + alike.ways().entrySet().stream()
                                .map(way -> String.join(", ", way.getValue()) + " "
                                        + way.getKey().anchor())
                                .collect(joining("; "));
                parts.fold(
                        group.subList(drawn, group.size()),
                        new Fold.Key(Fold.Reason.SIBLINGS, beside.anchor(), detail));
            }
        });
    }

    private static void note(
            Map<Parts.Part, Map<Parts.Part, Set<String>>> ways, Parts.Part of, Parts.Part beside, String how) {
        ways.computeIfAbsent(of, _ -> new LinkedHashMap<>())
                .computeIfAbsent(beside, _ -> new TreeSet<>())
                .add(how);
    }
}
