package org.cairn.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.Basis;
import org.cairn.causality.Result;
import org.cairn.causality.picture.Box;
import org.cairn.causality.picture.Drawing;
import org.cairn.causality.picture.Outline;

/// A drawing that can be moved, enlarged and searched. Shapes and dashes are those of the file; colours are those of
/// the window. Every box is reached with Tab and chosen with Enter.
final class PicturePane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SMALLEST = 0.15;
    private static final double LARGEST = 2.5;
    private static final double STEP = 1.2;
    private static final double MARGIN = 24;

    private final ScrollPane scroll = new ScrollPane();
    private final Group picture = new Group();
    private final Pane ground = new Pane(picture);
    private final Consumer<Drawing.Shape> chosenShape;
    private final Consumer<Drawing.Line> chosenLine;
    private final List<Group> boxes = new ArrayList<>();
    private List<Drawing.Shape> shapes = List.of();
    private double scale = 1;

    PicturePane(String name, Consumer<Drawing.Shape> chosenShape, Consumer<Drawing.Line> chosenLine) {
        this.chosenShape = chosenShape;
        this.chosenLine = chosenLine;
        scroll.setId("runtime-picture");
        scroll.setAccessibleText(name);
        scroll.setPannable(true);
        scroll.setContent(new StackPane(new Group(ground)));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        picture.setLayoutX(MARGIN);
        picture.setLayoutY(MARGIN);
    }

    ScrollPane node() {
        return scroll;
    }

    void show(Optional<Drawing> drawing) {
        picture.getChildren().clear();
        boxes.clear();
        shapes = drawing.map(Drawing::shapes).orElse(List.of());
        drawing.ifPresent(is -> {
            is.lines().forEach(line -> picture.getChildren().add(line(line)));
            for (Drawing.Shape shape : is.shapes()) {
                Group box = box(shape);
                boxes.add(box);
                picture.getChildren().add(box);
            }
            is.lines().forEach(line -> picture.getChildren().add(label(line)));
            ground.setPrefSize(is.width() + 2 * MARGIN, is.height() + 2 * MARGIN);
        });
    }

    /// So that the whole picture is seen, though never larger than it was drawn.
    void fit() {
        Bounds seen = scroll.getViewportBounds();
        double across = seen.getWidth() / Math.max(1, ground.getPrefWidth());
        double down = seen.getHeight() / Math.max(1, ground.getPrefHeight());
        zoom(Math.min(1, Math.min(across, down)));
    }

    void zoomIn() {
        zoom(scale * STEP);
    }

    void zoomOut() {
        zoom(scale / STEP);
    }

    private void zoom(double to) {
        scale = Math.clamp(to, SMALLEST, LARGEST);
        ground.setScaleX(scale);
        ground.setScaleY(scale);
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom(event.getDeltaY() > 0 ? scale * STEP : scale / STEP);
            event.consume();
        }
    }

    /// Marks the boxes whose words hold `words`, goes to the first, and says how many there are.
    int search(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        int found = 0;
        for (int i = 0; i < boxes.size(); i++) {
            boolean fits = !wanted.isEmpty()
                    && shapes.get(i).detail().toLowerCase(Locale.ROOT).contains(wanted);
            boxes.get(i).pseudoClassStateChanged(CHOSEN, fits);
            if (fits && found++ == 0) {
                reveal(shapes.get(i));
            }
        }
        return found;
    }

    private void reveal(Drawing.Shape shape) {
        double across =
                ground.getPrefWidth() * scale - scroll.getViewportBounds().getWidth();
        double down =
                ground.getPrefHeight() * scale - scroll.getViewportBounds().getHeight();
        double left = (shape.x() + shape.width() / 2) * scale
                - scroll.getViewportBounds().getWidth() / 2;
        double top = (shape.y() + shape.height() / 2) * scale
                - scroll.getViewportBounds().getHeight() / 2;
        scroll.setHvalue(across <= 0 ? 0 : Math.clamp(left / across, 0, 1));
        scroll.setVvalue(down <= 0 ? 0 : Math.clamp(top / down, 0, 1));
    }

    private Group box(Drawing.Shape shape) {
        Group group = new Group();
        group.setId("runtime-box-" + shape.box().id());
        group.setAccessibleRole(AccessibleRole.BUTTON);
        group.setAccessibleText(String.join(", ", shape.lines()));
        group.setFocusTraversable(true);
        group.getStyleClass()
                .addAll("picture-box", "picture-" + Texts.keyOf(shape.box().kind()));
        if (shape.box().diverging()) {
            group.getStyleClass().add("picture-diverging");
        } else if (shape.box().meant()) {
            group.getStyleClass().add("picture-meant");
        }
        if (shape.box().fold().isPresent()) {
            group.getChildren().add(polygon(Outline.of(shape, 4), "picture-behind"));
        }
        group.getChildren().add(polygon(Outline.of(shape, 0), "picture-outline"));
        if (!Outline.ear(shape).isEmpty()) {
            group.getChildren().add(polygon(Outline.ear(shape), "picture-ear"));
        }
        double left = shape.x() + Drawing.PADDING + (shape.box().kind() == Box.Kind.NETWORK ? 8 : 0);
        words(group, left, shape.y() + Drawing.PADDING + Drawing.TYPE, shape.lines(), "picture-words");
        onChoice(group, () -> chosenShape.accept(shape));
        return group;
    }

    private static void onChoice(Node node, Runnable choice) {
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                node.requestFocus();
                choice.run();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choice.run();
                event.consume();
            }
        });
    }

    private Node line(Drawing.Line line) {
        Polyline polyline = new Polyline(numbers(line.points()));
        polyline.getStyleClass().add("picture-line");
        polyline.getStrokeDashArray().setAll(Outline.dashes(line.arrow().result()));
        double size = line.arrow().diverging() ? 13 : 10;
        Polygon head = polygon(
                Outline.head(line.points(), size),
                line.arrow().basis() == Basis.INFERRED ? "picture-open-head" : "picture-head");
        Group group = new Group(polyline, head);
        if (line.arrow().result() == Result.FAILED) {
            List<Drawing.Point> cross = Outline.cross(line.points());
            group.getChildren().addAll(bar(cross.subList(0, 2)), bar(cross.subList(2, 4)));
        }
        group.getStyleClass().addAll(styles(line));
        onChoice(group, () -> chosenLine.accept(line));
        return group;
    }

    private static Polyline bar(List<Drawing.Point> ends) {
        Polyline bar = new Polyline(numbers(ends));
        bar.getStyleClass().add("picture-line");
        return bar;
    }

    private static List<String> styles(Drawing.Line line) {
        return line.arrow().diverging()
                ? List.of("picture-arrow", "picture-diverging")
                : List.of("picture-arrow", "picture-" + Texts.keyOf(line.arrow().result()));
    }

    /// On a ground of its own, so that no line runs through the words; reached with Tab like a box.
    private Node label(Drawing.Line line) {
        Drawing.Label label = line.label();
        Rectangle back = new Rectangle(label.x(), label.y(), label.width(), label.height());
        back.getStyleClass().add("picture-ground");
        Group group = new Group(back);
        group.setAccessibleRole(AccessibleRole.BUTTON);
        group.setAccessibleText(String.join(", ", label.lines()));
        group.setFocusTraversable(true);
        group.getStyleClass().addAll(styles(line));
        words(group, label.x() + 3, label.y() + Drawing.TYPE, label.lines(), "picture-label");
        onChoice(group, () -> chosenLine.accept(line));
        return group;
    }

    private static void words(Group group, double x, double y, List<String> lines, String style) {
        for (int i = 0; i < lines.size(); i++) {
            Text text = new Text(x, y + i * Drawing.LINE_HEIGHT, lines.get(i));
            text.getStyleClass().add(i == 0 ? style + "-first" : style);
            group.getChildren().add(text);
        }
    }

    private static Polygon polygon(List<Drawing.Point> points, String style) {
        Polygon polygon = new Polygon(numbers(points));
        polygon.getStyleClass().add(style);
        return polygon;
    }

    private static double[] numbers(List<Drawing.Point> points) {
        return points.stream()
                .flatMapToDouble(point -> java.util.stream.DoubleStream.of(point.x(), point.y()))
                .toArray();
    }
}
