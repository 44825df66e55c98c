package org.cairn.app.ui;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Draws what the window shows larger than it is laid out, so that words, columns, rows and marks keep their measures
/// to
/// each other. Where that leaves a screen less room than it needs, bars scroll over the whole of it. Words are drawn
/// from their outlines at the larger size, not blown up. Confined to JavaFX's thread.
final class Zoom extends Region {
    /// Between what has the focus and the window's edge.
    private static final double AIR = 12;

    /// What can be left out is left out: CSS says what.
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// What is left to a screen that says it needs less: 768 pixels at one and a half times the size.
    private static final double LOWEST = 500;

    private static final double STEP = 40;

    private final StackPane ground = new StackPane();
    private final Scale scale = new Scale(1, 1);
    private final ScrollBar across = bar("zoom-across", Orientation.HORIZONTAL);
    private final ScrollBar down = bar("zoom-down", Orientation.VERTICAL);
    private final Rectangle seen = new Rectangle();
    private final double narrowest;
    private final double lowest;

    /// @param narrowest so wide every screen is whole, as it is laid out, and many that are narrower
    /// @param lowest    so high every screen is whole
    Zoom(double narrowest, double lowest) {
        this.narrowest = narrowest;
        this.lowest = lowest;
        ground.getStyleClass().add("ground");
        ground.getTransforms().setAll(scale);
        getChildren().setAll(ground, across, down);
        setClip(seen);
        across.valueProperty().subscribe(this::move);
        down.valueProperty().subscribe(this::move);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::reveal);
    }

    private static ScrollBar bar(String id, Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setId(id);
        bar.setOrientation(orientation);
        bar.setUnitIncrement(STEP);
        bar.setVisible(false);
        return bar;
    }

    /// For screen readers.
    void name(String sideways, String upAndDown) {
        across.setAccessibleText(sideways);
        down.setAccessibleText(upAndDown);
    }

    void show(Parent screen) {
        ground.getChildren().setAll(screen);
    }

    void to(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    /// Whether the screen needs more room that way than the window gives it.
    boolean scrolls(Orientation orientation) {
        return (orientation == Orientation.HORIZONTAL ? across : down).isVisible();
    }

    @Override
    protected void layoutChildren() {
        double factor = scale.getX();
        double wide = factor > 1 ? Math.min(narrowest, ground.minWidth(-1)) * factor : 0;
        ground.pseudoClassStateChanged(NARROW, factor > 1 && getWidth() / factor < narrowest);
        double high = factor > 1
                ? Math.clamp(ground.minHeight(Math.max(getWidth(), wide) / factor), LOWEST, lowest) * factor
                : 0;
        boolean sideways = getWidth() < wide;
        double thick = down.prefWidth(-1);
        boolean upAndDown = getHeight() - (sideways ? thick : 0) < high;
        sideways = getWidth() - (upAndDown ? thick : 0) < wide;
        double width = getWidth() - (upAndDown ? thick : 0);
        double height = getHeight() - (sideways ? thick : 0);
        range(across, sideways, width, wide);
        range(down, upAndDown, height, high);
        across.resizeRelocate(0, height, width, thick);
        down.resizeRelocate(width, 0, thick, height);
        ground.resize(Math.max(width, wide) / factor, Math.max(height, high) / factor);
        seen.setWidth(getWidth());
        seen.setHeight(getHeight());
        move();
    }

    private static void range(ScrollBar bar, boolean needed, double shown, double whole) {
        double beyond = needed ? whole - shown : 0;
        bar.setVisible(needed);
        bar.setMax(beyond);
        bar.setVisibleAmount(needed ? beyond * shown / whole : 0);
        bar.setBlockIncrement(shown * 0.9);
        bar.setValue(Math.clamp(bar.getValue(), 0, beyond));
    }

    private void move() {
        ground.relocate(-Math.rint(across.getValue()), -Math.rint(down.getValue()));
    }

    /// What no list below the mouse had use for.
    private void scroll(ScrollEvent event) {
        by(down, -event.getDeltaY());
        by(across, -event.getDeltaX());
    }

    private static void by(ScrollBar bar, double amount) {
        bar.setValue(Math.clamp(bar.getValue() + amount, 0, bar.getMax()));
    }

    /// Who goes on by keys sees where they are. What is larger than the window stays as it is.
    private void reveal(@Nullable Node focused) {
        if (focused == null || !(across.isVisible() || down.isVisible()) || !inside(focused)) {
            return;
        }
        Bounds at = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        if (at.getWidth() < across.getWidth()) {
            by(across, shift(at.getMinX() - AIR, at.getMaxX() + AIR, across.getWidth()));
        }
        if (at.getHeight() < down.getHeight()) {
            by(down, shift(at.getMinY() - AIR, at.getMaxY() + AIR, down.getHeight()));
        }
    }

    private boolean inside(Node node) {
        return node.equals(ground) || node.getParent() != null && inside(node.getParent());
    }

    private static double shift(double from, double to, double room) {
        return from < 0 ? from : Math.max(0, to - room);
    }
}
