package org.cairn.causality.picture;

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
        for (Parts.End end : parts.ends()) {
            end.reader()
                    .ifPresent(reader -> groups.computeIfAbsent(reader, _ -> new ArrayList<>())
                            .add(end));
        }
        groups.forEach((reader, group) -> {
            if (group.size() > 1) {
                parts.fold(group, new Fold.Key(Fold.Reason.SYSTEM_FILES, reader, ""));
            }
        });
    }

    /// Things that are linked to one other thing only, of one kind and by the same actions with the same results.
    private void foldSiblings() {
        record Alike(Parts.Part beside, Box.Kind kind, String how) {}
        Map<Parts.Part, Set<Parts.Part>> neighbours = new LinkedHashMap<>();
        Map<Parts.Part, Set<String>> ways = new LinkedHashMap<>();
        for (Parts.Link link : parts.links()) {
            neighbours.computeIfAbsent(link.from(), _ -> new LinkedHashSet<>()).add(link.to());
            neighbours.computeIfAbsent(link.to(), _ -> new LinkedHashSet<>()).add(link.from());
            String how = link.edge().action() + " " + link.edge().result();
            ways.computeIfAbsent(link.from(), _ -> new TreeSet<>()).add("to " + how);
            ways.computeIfAbsent(link.to(), _ -> new TreeSet<>()).add("by " + how);
        }
        Map<Alike, List<Parts.End>> groups = new LinkedHashMap<>();
        parts.forEach((end, part) -> {
            Set<Parts.Part> beside = neighbours.getOrDefault(part, Set.of());
            if (part instanceof Parts.Part.Alone && !subject.isPinned(end.node()) && beside.size() == 1) {
                String how = String.join(", ", ways.getOrDefault(part, Set.of()));
                Alike alike = new Alike(beside.iterator().next(), Box.kindOf(end.node()), how);
                groups.computeIfAbsent(alike, _ -> new ArrayList<>()).add(end);
            }
        });
        groups.forEach((alike, group) -> {
            if (group.size() > SIBLINGS + 1) {
                String detail = alike.kind() + " " + alike.how();
                Fold.Key fold =
                        new Fold.Key(Fold.Reason.SIBLINGS, alike.beside().anchor(), detail);
                parts.fold(group.subList(SIBLINGS, group.size()), fold);
            }
        });
    }
}
