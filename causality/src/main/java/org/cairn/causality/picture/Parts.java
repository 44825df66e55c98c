package org.cairn.causality.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.query.Limits;

/// Which things share a box. At first each has its own; folding puts several into one.
final class Parts {
    /// One end of an edge. A system file is drawn beside each process that read it: lines from one library to every
    /// process would hide all else.
    /// @param reader that process
    record End(Node node, Optional<Node> reader) {}

    /// What one box stands for.
    sealed interface Part {
        /// What tells it from other parts.
        Node anchor();

        record Alone(End end) implements Part {
            @Override
            public Node anchor() {
                return end.node();
            }
        }

        record Folded(Fold.Key fold) implements Part {
            @Override
            public Node anchor() {
                return fold.anchor();
            }
        }
    }

    record Link(Part from, Part to, Edge edge) {}

    private final Subject subject;
    private final Set<Fold.Key> open;
    private final Map<End, Part> parts = new LinkedHashMap<>();

    Parts(Subject subject, Set<Fold.Key> open) {
        this.subject = subject;
        this.open = open;
        for (Edge edge : subject.edges()) {
            meet(cause(edge));
            meet(effect(edge));
        }
        subject.meant().forEach(node -> meet(new End(node, Optional.empty())));
    }

    private void meet(End end) {
        parts.putIfAbsent(end, new Part.Alone(end));
    }

    private End cause(Edge edge) {
        boolean beside = isRead(edge.action()) && !subject.isPinned(edge.cause()) && isSystem(edge.cause());
        return new End(edge.cause(), beside ? Optional.of(edge.effect()) : Optional.empty());
    }

    private static End effect(Edge edge) {
        return new End(edge.effect(), Optional.empty());
    }

    private static boolean isRead(Action action) {
        return action == Action.READ || action == Action.LOAD || action == Action.EXECUTE;
    }

    boolean isSystem(Node node) {
        return node instanceof FileNode file
                && subject.graph().paths(file).stream()
                        .anyMatch(
                                path -> path instanceof FilePath.Resolved(String text) && Limits.USUAL.isSystem(text));
    }

    /// Draws `ends` as one, unless a person opened that fold.
    void fold(List<End> ends, Fold.Key fold) {
        if (!open.contains(fold)) {
            ends.forEach(end -> parts.put(end, new Part.Folded(fold)));
        }
    }

    /// In the order in which they are first met.
    List<End> ends() {
        return List.copyOf(parts.keySet());
    }

    void forEach(BiConsumer<End, Part> action) {
        parts.forEach(action);
    }

    Part of(End end) {
        return Objects.requireNonNull(parts.get(end));
    }

    /// In the order in which they are first met.
    List<Part> distinct() {
        return List.copyOf(new LinkedHashSet<>(parts.values()));
    }

    /// The edges of the subject, in the order of time.
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Edge edge : subject.edges()) {
            links.add(new Link(of(cause(edge)), of(effect(edge)), edge));
        }
        return links;
    }
}
