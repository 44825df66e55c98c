package org.cairn.app.ui;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Presses Tab until it has been everywhere. Runs on the window's thread, and leaves the focus where it was.
final class TabWalk {
    private static final int MOST = 500;
    private final Scene scene;

    TabWalk(Scene scene) {
        this.scene = scene;
    }

    /// Whether keys can be expected to do something with it. A split pane's divider, and what scrolls with the focus,
    /// need none of their own.
    static boolean operable(Node node) {
        return !node.isDisabled() && !(node instanceof SplitPane) && !(node instanceof ScrollPane) && shown(node);
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    /// Everything that had the focus on the way, until Tab came where it had been.
    Set<Node> reached() {
        Node before = scene.getFocusOwner();
        Set<Node> reached = new LinkedHashSet<>();
        for (int press = 0; press < MOST; press++) {
            tab();
            Node owner = scene.getFocusOwner();
            if (owner == null || !reached.add(owner)) {
                break;
            }
        }
        if (before != null) {
            before.requestFocus();
        }
        return reached;
    }

    private void tab() {
        Node owner = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false));
    }

    /// Among toggles of one choice Tab stops at one, and arrows lead to the others.
    boolean leadsTo(Node node, Set<Node> reached) {
        ToggleGroup group = node instanceof Toggle toggle ? toggle.getToggleGroup() : null;
        return reached.contains(node)
                || group != null && group.getToggles().stream().anyMatch(each -> reached.contains((Node) each));
    }
}
