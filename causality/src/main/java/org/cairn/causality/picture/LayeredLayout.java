package org.cairn.causality.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.proof.Digest;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Lays a figure out from left to right: causes left of their effects, what was met earlier above what was met later.
/// The same figure always gets the same places: the layout draws no lots but those of a fixed seed.
public final class LayeredLayout {
    private static final int SEED = 1;

    /// About that of a screen, and of a page that lies on its side.
    private static final double PAGE_RATIO = 1.6;

    /// What a long chain of causes is laid out for.
    public enum Form {
        /// One row, as long as it takes: for a window that can be moved over it.
        STRIP,
        /// Rows below each other, to be seen at once.
        PAGE
    }

    private final Figure figure;
    private final Labels labels;
    private final List<Arrow> arrows;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    private LayeredLayout(Figure figure, Labels labels) {
        this.figure = figure;
        this.labels = labels;
        this.arrows = figure.arrows().stream().filter(this::leavesItsBox).toList();
    }

    /// What things that are drawn as one did to each other shows when their box is opened.
    private boolean leavesItsBox(Arrow arrow) {
        return arrow.from() != arrow.to()
                || arrow.diverging()
                || figure.boxes().get(arrow.from()).fold().isEmpty();
    }

    /// Takes up to some seconds for a full picture.
    /// @param files names of the logs by their digest
    public static Drawing of(Subject subject, Figure figure, PictureWords words, Map<Digest, String> files, Form form) {
        Labels labels = Labels.of(subject, words, files);
        LayoutMetaDataService.getInstance(); // teaches the library to copy its own options
        if (form == Form.PAGE) {
            for (WrappingStrategy rows : List.of(WrappingStrategy.MULTI_EDGE, WrappingStrategy.SINGLE_EDGE)) {
                LayeredLayout layout = new LayeredLayout(figure, labels);
                if (layout.breaksInto(rows)) {
                    return layout.drawing();
                }
            }
        }
        LayeredLayout layout = new LayeredLayout(figure, labels);
        layout.arrange(WrappingStrategy.OFF);
        return layout.drawing();
    }

    /// Where it breaks rows, the library (0.12.1) loses the way of some edges that run back, or gives up over their
    /// labels.
    private boolean breaksInto(WrappingStrategy rows) {
        try {
            arrange(rows);
        } catch (NoSuchElementException | IllegalStateException | IndexOutOfBoundsException | NullPointerException _) {
            return false;
        }
        return edges.stream().noneMatch(edge -> edge.getSections().isEmpty());
    }

    private void arrange(WrappingStrategy wrapping) {
        describe(wrapping);
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    }

    private void describe(WrappingStrategy wrapping) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.GREEDY_MODEL_ORDER);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 18.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 14.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
        root.setProperty(LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.ALWAYS_UP);
        root.setProperty(LayeredOptions.WRAPPING_STRATEGY, wrapping);
        root.setProperty(LayeredOptions.ASPECT_RATIO, PAGE_RATIO);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, true);
        figure.boxes().forEach(this::add);
        arrows.forEach(this::add);
    }

    private void add(Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        List<String> lines = labels.lines(box);
        node.setWidth(width(lines) + 2 * Drawing.PADDING + (box.kind() == Box.Kind.NETWORK ? 16 : 8));
        node.setHeight(lines.size() * Drawing.LINE_HEIGHT + 2 * Drawing.PADDING);
        nodes.add(node);
    }

    private void add(Arrow arrow) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from()), nodes.get(arrow.to()));
        edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, arrow.action() == Action.END ? 0 : 10);
        List<String> lines = labels.lines(arrow);
        ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", lines), edge);
        label.setDimensions(width(lines) + 6, lines.size() * Drawing.LINE_HEIGHT);
        label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        edges.add(edge);
    }

    private static double width(List<String> lines) {
        return Math.ceil(lines.stream()
                .mapToDouble(line -> TextSize.width(line, Drawing.TYPE))
                .max()
                .orElse(0));
    }

    private Drawing drawing() {
        List<Drawing.Shape> shapes = new ArrayList<>();
        for (Box box : figure.boxes()) {
            ElkNode node = nodes.get(box.id());
            shapes.add(new Drawing.Shape(
                    box,
                    node.getX(),
                    node.getY(),
                    node.getWidth(),
                    node.getHeight(),
                    labels.lines(box),
                    labels.detail(box, firstAt(box))));
        }
        List<Drawing.Line> lines = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            Arrow arrow = arrows.get(i);
            ElkLabel label = edges.get(i).getLabels().getFirst();
            Drawing.Label placed = new Drawing.Label(
                    label.getX(), label.getY(), label.getWidth(), label.getHeight(), labels.lines(arrow));
            String detail = labels.detail(
                    arrow, figure.boxes().get(arrow.from()), figure.boxes().get(arrow.to()));
            lines.add(new Drawing.Line(arrow, points(edges.get(i)), placed, detail));
        }
        return new Drawing(root.getWidth(), root.getHeight(), shapes, lines, figure.undrawn());
    }

    private Optional<Edge> firstAt(Box box) {
        return figure.arrows().stream()
                .filter(arrow -> arrow.from() == box.id() || arrow.to() == box.id())
                .map(arrow -> arrow.edges().getFirst())
                .min(java.util.Comparator.comparing(Edge::at));
    }

    private static List<Drawing.Point> points(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        return Stream.of(
                        Stream.of(new Drawing.Point(section.getStartX(), section.getStartY())),
                        section.getBendPoints().stream().map(bend -> new Drawing.Point(bend.getX(), bend.getY())),
                        Stream.of(new Drawing.Point(section.getEndX(), section.getEndY())))
                .flatMap(points -> points)
                .toList();
    }
}
