package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.shape.SVGPath;

/// Walks everything that is shown and names what a person without a mouse, without colours or without sight would miss.
final class SceneWalk {
    private final List<String> faults = new ArrayList<>();
    private final Set<Node> controls = new LinkedHashSet<>();
    private int named;
    private int marks;
    private int told;

    /// What was counted on one screen.
    /// @param controls  that a person acts on, or that hold lines
    /// @param named     of these, those with an id, a role and an accessible text
    /// @param operable  of these, those that are not switched off and answer to keys
    /// @param reachable of the operable ones, those that Tab (or, among toggles of one choice, an arrow) leads to
    /// @param marks     places where a state is shown in its colour
    /// @param told      of these, those with a shape and a word, or within something whose words tell it
    /// @param measured  words, icons and marks whose contrast was measured
    record Seen(
            int controls,
            int named,
            int operable,
            int reachable,
            int marks,
            int told,
            int measured,
            List<String> faults) {
        Seen on(String screen) {
            List<String> said =
                    faults.stream().map(fault -> screen + ": " + fault).toList();
            return new Seen(controls, named, operable, reachable, marks, told, measured, said);
        }
    }

    /// @throws AssertionError if nothing was there to look at, because finding no fault would then show nothing
    static Seen look(Scene scene) {
        SceneWalk walk = new SceneWalk();
        walk.visit(scene.getRoot(), false, false);
        if (walk.controls.isEmpty()) {
            throw new AssertionError("no control was met below " + scene.getRoot());
        }
        TabWalk tab = new TabWalk(scene);
        List<Node> operable = walk.controls.stream().filter(TabWalk::operable).toList();
        Set<Node> reached = tab.reached();
        long reachable =
                operable.stream().filter(node -> tab.leadsTo(node, reached)).count();
        operable.stream()
                .filter(node -> !tab.leadsTo(node, reached))
                .forEach(node -> walk.require(false, node, "is not reached by the keyboard"));
        ContrastWalk.Measured contrast = ContrastWalk.of(scene.getRoot());
        walk.faults.addAll(contrast.faults());
        walk.faults.addAll(CutWalk.faults(scene));
        return new Seen(
                walk.controls.size(),
                walk.named,
                operable.size(),
                (int) reachable,
                walk.marks,
                walk.told,
                contrast.measured(),
                List.copyOf(walk.faults));
    }

    /// @param inside whether the node is a piece of a control that JavaFX itself put together
    /// @param within whether something around the node tells in words what its colours mean
    private void visit(Node node, boolean inside, boolean within) {
        if (!node.isVisible()) {
            return;
        }
        boolean piece = inside;
        if (!inside && ours(node)) {
            controls.add(node);
            boolean role = node.getAccessibleRole() != AccessibleRole.NODE || node instanceof SplitPane;
            require(node.getId() != null, node, "has no id");
            require(spoken(node), node, "has no accessible text");
            require(role, node, "has no role");
            named += node.getId() != null && spoken(node) && role ? 1 : 0;
        }
        if (coloured(node) && !(node instanceof SVGPath)) {
            mark(node, within);
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            piece = true;
        }
        if (node instanceof Parent parent) {
            boolean says = within || telling(node);
            for (Node child : parent.getChildrenUnmodifiable()) {
                visit(child, piece, says);
            }
        }
    }

    /// Bars and columns say their numbers as a whole.
    private static boolean telling(Node node) {
        return spoken(node)
                && (node.getStyleClass().contains("column-button")
                        || node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW);
    }

    private static boolean coloured(Node node) {
        return node.getStyleClass().stream().anyMatch(style -> style.startsWith("tone-"))
                || node instanceof Labeled && node.getStyleClass().contains("mark");
    }

    /// Controls a person acts on, and those that hold lines.
    private static boolean ours(Node node) {
        boolean chrome = node.getStyleClass().stream()
                .anyMatch(style -> style.contains("scroll") && !style.equals("scroll-pane")
                        || style.contains("increment")
                        || style.contains("decrement")
                        || style.contains("tab-down-button")
                        || style.contains("arrow") && !style.equals("no-arrow"));
        return !chrome
                && (node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>
                        || node instanceof ListView<?>
                        || node instanceof TableView<?>
                        || node instanceof TreeView<?>
                        || node instanceof Slider
                        || node instanceof TabPane
                        || node instanceof SplitPane
                        || node instanceof ScrollPane);
    }

    private static boolean spoken(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }

    /// Shape and word: a colour alone says nothing to one man in twelve, and to no printer.
    private void mark(Node mark, boolean within) {
        marks++;
        boolean shape = within
                || mark instanceof Labeled labeled
                        && labeled.getGraphic() instanceof Parent field
                        && field.getChildrenUnmodifiable().stream().anyMatch(SVGPath.class::isInstance);
        boolean word = within || spoken(mark);
        require(shape, mark, "is a mark without a shape");
        require(word, mark, "is a mark without a word");
        told += shape && word ? 1 : 0;
    }

    private void require(boolean holds, Node node, String fault) {
        if (!holds) {
            faults.add(said(node) + " " + fault);
        }
    }

    /// What a node is called when a fault is told of it.
    static String said(Node node) {
        String what = node instanceof Control && node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getSimpleName() + " " + node.getId() + " '" + what + "' " + node.getStyleClass();
    }
}
