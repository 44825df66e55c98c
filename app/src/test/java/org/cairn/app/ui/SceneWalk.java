package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.shape.SVGPath;

/// Walks everything that is shown and names what a person without a mouse, without colours or without sight would miss.
final class SceneWalk {
    private final List<String> faults = new ArrayList<>();
    private int controls;

    /// @throws AssertionError if nothing was there to look at, because finding no fault would then show nothing
    static List<String> faults(Parent root) {
        SceneWalk walk = new SceneWalk();
        walk.visit(root, false);
        if (walk.controls == 0) {
            throw new AssertionError("no control was met below " + root);
        }
        return List.copyOf(walk.faults);
    }

    /// @param inside whether the node is a piece of a control that JavaFX itself put together
    private void visit(Node node, boolean inside) {
        if (!node.isVisible()) {
            return;
        }
        boolean piece = inside;
        if (!inside && ours(node)) {
            controls++;
            require(node.getId() != null, node, "has no id");
            require(spoken(node), node, "has no accessible text");
        }
        if (node instanceof Labeled labeled && labeled.getStyleClass().contains("mark")) {
            mark(labeled);
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            piece = true;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                visit(child, piece);
            }
        }
    }

    /// Controls a person acts on, and those that hold lines.
    private static boolean ours(Node node) {
        boolean chrome = node.getStyleClass().stream()
                .anyMatch(style -> style.contains("scroll") && !style.equals("scroll-pane")
                        || style.contains("increment")
                        || style.contains("decrement")
                        || style.contains("tab-down-button")
                        || style.contains("arrow"));
        return !chrome
                && (node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>
                        || node instanceof ListView<?>
                        || node instanceof TableView<?>
                        || node instanceof TreeView<?>
                        || node instanceof TabPane
                        || node instanceof SplitPane
                        || node instanceof ScrollPane);
    }

    private static boolean spoken(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }

    /// Shape and word: a colour alone says nothing to one man in twelve, and to no printer.
    private void mark(Labeled mark) {
        boolean shape = mark.getGraphic() instanceof Parent field
                && field.getChildrenUnmodifiable().stream().anyMatch(SVGPath.class::isInstance);
        require(shape, mark, "is a mark without a shape");
        require(spoken(mark), mark, "is a mark without a word");
    }

    private void require(boolean holds, Node node, String fault) {
        if (!holds) {
            String what = node instanceof Control && node instanceof Labeled labeled ? labeled.getText() : "";
            faults.add(node.getClass().getSimpleName() + " " + node.getId() + " '" + what + "' " + node.getStyleClass()
                    + " " + fault);
        }
    }
}
