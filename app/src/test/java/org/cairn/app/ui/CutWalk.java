package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.ImageView;

/// Names what cannot be read to its end, what lies outside the window or below a scroll bar, and pictures of fixed
/// pixels, which blur where a screen has more of them.
final class CutWalk {
    private static final double HAIR = 1.5;
    private static final Bounds EVERYWHERE = new BoundingBox(-1e6, -1e6, 2e6, 2e6);
    private final List<String> faults = new ArrayList<>();

    static List<String> faults(Scene scene) {
        CutWalk walk = new CutWalk();
        walk.visit(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), false);
        return walk.faults;
    }

    /// @param room     what of the window is left for the node
    /// @param scrolled whether what does not fit can be moved into view
    private void visit(Node node, Bounds room, boolean scrolled) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ImageView view && view.getImage() != null && !preview(view)) {
            faults.add(SceneWalk.said(node) + " is a picture of fixed pixels");
        }
        if (node instanceof Labeled labeled && !(node.getParent() instanceof ComboBoxBase<?>)) {
            whole(labeled);
        }
        if (node instanceof ButtonBase) {
            within(node, room, scrolled);
        }
        boolean moves = scrolled
                || node instanceof Zoom zoom && zoom.scrolls(Orientation.VERTICAL)
                || node instanceof ScrollPane
                || node instanceof VirtualFlow<?>;
        Bounds left = node instanceof Zoom zoom && zoom.scrolls(Orientation.HORIZONTAL)
                ? EVERYWHERE
                : node instanceof ScrollPane || node instanceof VirtualFlow<?> ? port((Parent) node) : room;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                visit(child, left, moves);
            }
        }
    }

    private static boolean preview(Node node) {
        return node != null && (node.getStyleClass().contains("preview-frame") || preview(node.getParent()));
    }

    /// Words that are cut short are told as a whole where the mouse rests or a reader asks; a choice also tells its own
    /// when it is opened.
    private void whole(Labeled labeled) {
        if (labeled.isTextTruncated()
                && labeled.getText() != null
                && labeled.getWidth() > 0
                && !tells(labeled, labeled.getText())) {
            faults.add(SceneWalk.said(labeled) + " is cut short, and nothing tells the whole of it");
        }
    }

    private static boolean tells(Labeled labeled, String words) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            boolean tip = node instanceof Control control
                    && control.getTooltip() != null
                    && String.valueOf(control.getTooltip().getText()).contains(words);
            if (tip
                    || node.getAccessibleText() != null
                            && node.getAccessibleText().contains(words)) {
                return true;
            }
        }
        return false;
    }

    private void within(Node node, Bounds room, boolean scrolled) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        boolean outside = at.getMinX() < room.getMinX() - HAIR || at.getMaxX() > room.getMaxX() + HAIR;
        boolean below = !scrolled && (at.getMinY() < room.getMinY() - HAIR || at.getMaxY() > room.getMaxY() + HAIR);
        if (outside || below) {
            faults.add(SceneWalk.said(node) + " lies outside of what is seen: " + at + " in " + room);
        }
    }

    /// What a scrolling area shows, without its scroll bar; as wide as the world where it scrolls sideways.
    private static Bounds port(Parent area) {
        Bounds at = area.localToScene(area.getLayoutBounds());
        double right = at.getMaxX();
        boolean sideways = false;
        for (Node child : area.getChildrenUnmodifiable()) {
            if (child instanceof ScrollBar bar && bar.isVisible()) {
                sideways |= bar.getOrientation() == Orientation.HORIZONTAL;
                right = bar.getOrientation() == Orientation.VERTICAL
                        ? Math.min(
                                right, bar.localToScene(bar.getLayoutBounds()).getMinX())
                        : right;
            }
        }
        return sideways
                ? new BoundingBox(-1e6, at.getMinY(), 2e6, at.getHeight())
                : new BoundingBox(at.getMinX(), at.getMinY(), right - at.getMinX(), at.getHeight());
    }
}
