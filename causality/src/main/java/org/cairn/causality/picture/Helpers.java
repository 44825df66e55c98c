package org.cairn.causality.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;

/// Processes that a process started, that ended back to it, and that touched nothing meanwhile but programs and system
/// files: what a shell runs to find out a version or a folder. One that read or wrote anything else stays in sight,
/// with all
/// that started it, since what a child read can reach its parent unrecorded.
final class Helpers {
    private final Subject subject;
    private final Parts parts;
    private final Map<Node, List<Edge>> edges = new LinkedHashMap<>();
    private final Set<Node> programs = new HashSet<>();

    Helpers(Subject subject, Parts parts) {
        this.subject = subject;
        this.parts = parts;
        for (Edge edge : subject.edges()) {
            edges.computeIfAbsent(edge.cause(), _ -> new ArrayList<>()).add(edge);
            edges.computeIfAbsent(edge.effect(), _ -> new ArrayList<>()).add(edge);
            if (edge.action() == Action.EXECUTE) {
                programs.add(edge.cause());
            }
        }
    }

    /// Folds them beside the process that started them, the outermost first.
    void fold() {
        Map<Node, Set<Node>> groups = new LinkedHashMap<>();
        Set<Node> folded = new HashSet<>();
        for (Edge edge : subject.edges()) {
            if (edge.action() == Action.FORK && !folded.contains(edge.cause()) && !folded.contains(edge.effect())) {
                helpers(edge.cause(), edge.effect()).ifPresent(helpers -> {
                    folded.addAll(helpers);
                    groups.computeIfAbsent(edge.cause(), _ -> new LinkedHashSet<>())
                            .addAll(helpers);
                });
            }
        }
        groups.forEach((starter, helpers) -> {
            List<Parts.End> ends = ends(helpers);
            if (ends.size() > 1) {
                parts.fold(ends, new Fold.Key(Fold.Reason.HELPERS, starter, ""));
            }
        });
    }

    /// The processes that are linked to `child` past `starter`; empty where they are no mere helpers.
    private Optional<Set<Node>> helpers(Node starter, Node child) {
        Set<Node> met = new LinkedHashSet<>(List.of(child));
        Deque<Node> open = new ArrayDeque<>(met);
        boolean ended = false;
        while (!open.isEmpty()) {
            Node process = open.remove();
            if (subject.isPinned(process)) {
                return Optional.empty();
            }
            for (Edge edge : edges.getOrDefault(process, List.of())) {
                Node other = edge.cause().equals(process) ? edge.effect() : edge.cause();
                if (!isHarmless(edge) || subject.diverges(edge)) {
                    return Optional.empty();
                }
                ended |= other.equals(starter) && edge.action() == Action.END;
                if (other instanceof ProcessNode && !other.equals(starter) && met.add(other)) {
                    open.add(other);
                }
            }
        }
        return ended ? Optional.of(met) : Optional.empty();
    }

    private boolean isHarmless(Edge edge) {
        return switch (edge.action()) {
            case FORK, BECOME, END, EXECUTE, LOAD -> true;
            case READ ->
                edge.cause() instanceof FileNode
                        && !subject.isPinned(edge.cause())
                        && (programs.contains(edge.cause()) || parts.isSystem(edge.cause()));
            case CHANGE_USER, WRITE, CREATE, RENAME, CHANGE_MODE, UNLINK, BIND, CONNECT, SEND, ACCEPT -> false;
        };
    }

    /// Their boxes, and those of the files that nobody else in the picture touched.
    private List<Parts.End> ends(Set<Node> helpers) {
        List<Parts.End> ends = new ArrayList<>();
        for (Parts.End end : parts.ends()) {
            boolean theirs = end.reader().map(helpers::contains).orElseGet(() -> isOnlyOf(end.node(), helpers));
            if (theirs && !subject.isPinned(end.node())) {
                ends.add(end);
            }
        }
        return ends;
    }

    private boolean isOnlyOf(Node node, Set<Node> helpers) {
        return helpers.contains(node)
                || node instanceof FileNode
                        && edges.getOrDefault(node, List.of()).stream()
                                .allMatch(edge -> helpers.contains(edge.effect()));
    }
}
