package org.cairn.causality.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.Result;

/// Makes boxes and arrows of parts, as many as the picture holds.
final class FigureBuilder {
    private final Subject subject;
    private final Set<Parts.Part> kept;

    /// The parts that have a box, and what each stands for; a part's place is its box's id.
    private final Map<Parts.Part, Set<Node>> boxes = new LinkedHashMap<>();

    private final Map<Parts.Part, Integer> ids = new LinkedHashMap<>();
    private final Map<Bundle, List<Edge>> bundles = new LinkedHashMap<>();

    private record Bundle(
            Parts.Part from, Parts.Part to, Action action, Result result, Basis basis, boolean diverging) {}

    private FigureBuilder(Subject subject, Set<Parts.Part> kept) {
        this.subject = subject;
        this.kept = kept;
    }

    static Figure build(Subject subject, Parts parts, int most) {
        List<Parts.Link> links = parts.links();
        FigureBuilder builder = new FigureBuilder(subject, new Nearest(subject, parts, links).kept(most));
        parts.forEach((end, part) -> {
            if (builder.kept.contains(part)) {
                builder.stand(part, end.node());
            }
        });
        links.forEach(builder::draw);
        return new Figure(builder.boxes(), builder.arrows(), builder.undrawn(parts));
    }

    private void stand(Parts.Part part, Node node) {
        boxes.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(node);
        ids.putIfAbsent(part, ids.size());
    }

    private void draw(Parts.Link link) {
        boolean from = kept.contains(link.from());
        boolean to = kept.contains(link.to());
        if (!from && !to) {
            return;
        }
        Edge edge = link.edge();
        Parts.Part cause = from ? link.from() : rest(link.to(), edge.cause());
        Parts.Part effect = to ? link.to() : rest(link.from(), edge.effect());
        Bundle bundle = new Bundle(cause, effect, edge.action(), edge.result(), edge.basis(), subject.diverges(edge));
        bundles.computeIfAbsent(bundle, _ -> new ArrayList<>()).add(edge);
    }

    /// What the picture has no room for, beside what it has room for.
    private Parts.Part rest(Parts.Part beside, Node node) {
        Parts.Part rest = new Parts.Part.Folded(new Fold.Key(Fold.Reason.REST, beside.anchor(), beside.toString()));
        stand(rest, node);
        return rest;
    }

    private List<Box> boxes() {
        List<Box> all = new ArrayList<>();
        boxes.forEach((part, set) -> {
            List<Node> nodes = List.copyOf(set);
            Optional<Fold> fold = part instanceof Parts.Part.Folded(Fold.Key key)
                    ? Optional.of(new Fold(key, nodes.size()))
                    : Optional.empty();
            all.add(new Box(
                    all.size(),
                    Box.kindOf(nodes),
                    nodes,
                    fold,
                    nodes.stream().anyMatch(subject::isMeant),
                    nodes.stream().anyMatch(subject::divergesAt)));
        });
        return all;
    }

    private List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>();
        bundles.forEach((bundle, edges) -> arrows.add(new Arrow(
                id(bundle.from()),
                id(bundle.to()),
                bundle.action(),
                bundle.result(),
                bundle.basis(),
                edges,
                bundle.diverging())));
        return arrows;
    }

    private int id(Parts.Part part) {
        return Objects.requireNonNull(ids.get(part));
    }

    private int undrawn(Parts parts) {
        Set<Node> drawn = new HashSet<>();
        boxes.values().forEach(drawn::addAll);
        return (int) parts.ends().stream()
                .map(Parts.End::node)
                .distinct()
                .filter(node -> !drawn.contains(node))
                .count();
    }
}
