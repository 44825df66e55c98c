package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// Measures every word, icon and mark that is shown against what it stands on, as WCAG 2.2 does: words 4.5:1 (success
/// criterion 1.4.3), icons and marks 3:1 (1.4.11), and in high contrast 7:1 (1.4.6) and 4.5:1. What is switched off is
/// exempt there.
final class ContrastWalk {
    private final List<String> faults = new ArrayList<>();
    private final boolean high;
    private int measured;

    private ContrastWalk(boolean high) {
        this.high = high;
    }

    /// @param measured how many words, icons and marks there were
    record Measured(int measured, List<String> faults) {}

    static Measured of(Parent root) {
        return of(root, root);
    }

    /// @param window whose colours hold for `root` too
    static Measured of(Parent root, Parent window) {
        ContrastWalk walk = new ContrastWalk(window.getStyleClass().contains("cairn-contrast"));
        walk.visit(root, window.getStyleClass().contains("cairn-dark") ? Color.BLACK : Color.WHITE);
        return new Measured(walk.measured, List.copyOf(walk.faults));
    }

    private void visit(Node node, Color behind) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() < 1) {
            return;
        }
        switch (node) {
            case Text words
            when !words.getText().isBlank() -> {
                boolean icon = words.getStyleClass().contains("ikonli-font-icon");
                measure(words, behind, icon ? least(3, 4.5) : least(4.5, 7));
            }
            case SVGPath path -> measure(path, behind, least(3, 4.5));
            case Parent parent -> {
                for (Node child : parent.getChildrenUnmodifiable()) {
                    visit(child, node instanceof Region region ? ground(region, child, behind) : behind);
                }
            }
            default -> {}
        }
    }

    private double least(double usual, double highContrast) {
        return high ? highContrast : usual;
    }

    private void measure(Shape shape, Color behind, double least) {
        if (shape.getFill() instanceof Color colour) {
            measured++;
            double ratio = ratio(over(colour, behind), behind);
            if (ratio < least) {
                Node around = shape.getParent();
                String words = shape instanceof Text text ? text.getText() : "shape";
                faults.add(String.format(
                        Locale.ROOT,
                        "contrast of %.1f:1, not %.1f:1: '%s' in %s of %s, %s on %s",
                        ratio,
                        least,
                        words,
                        SceneWalk.said(around),
                        around.getParent() == null ? "" : around.getParent().getStyleClass(),
                        colour,
                        behind));
            }
        }
    }

    /// What a child stands on: every fill of its parent that reaches below its middle, one over another.
    private static Color ground(Region region, Node child, Color behind) {
        Background background = region.getBackground();
        Color ground = behind;
        if (background != null) {
            Bounds at = child.getBoundsInParent();
            for (BackgroundFill fill : background.getFills()) {
                var insets = fill.getInsets();
                boolean below = at.getCenterX() >= insets.getLeft()
                        && at.getCenterX() <= region.getWidth() - insets.getRight()
                        && at.getCenterY() >= insets.getTop()
                        && at.getCenterY() <= region.getHeight() - insets.getBottom();
                if (below && fill.getFill() instanceof Color colour) {
                    ground = over(colour, ground);
                }
            }
        }
        return ground;
    }

    private static Color over(Color above, Color below) {
        double share = above.getOpacity();
        return Color.color(
                above.getRed() * share + below.getRed() * (1 - share),
                above.getGreen() * share + below.getGreen() * (1 - share),
                above.getBlue() * share + below.getBlue() * (1 - share));
    }

    /// WCAG 2.2, "contrast ratio".
    static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
