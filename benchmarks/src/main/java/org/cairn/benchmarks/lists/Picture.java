package org.cairn.benchmarks.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// What stands on a screen that was laid out: every word of it, and the size of whatever has an id.
/// @param words    a hash of them in their order; two pictures with the same words are taken as the same
/// @param progress whether it says that something is under way
record Picture(long words, boolean progress) {
    private static final long FACTOR = 1_000_003;

    static Picture of(Node root) {
        long[] hash = {1};
        boolean[] progress = {false};
        walk(root, node -> {
            hash[0] = hash[0] * FACTOR + said(node);
            progress[0] |= node instanceof ProgressIndicator sign && sign.isIndeterminate();
        });
        return new Picture(hash[0], progress[0]);
    }

    private static long said(Node node) {
        String words = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text text -> text.getText();
            default -> null;
        };
        long size = node.getId() == null
                ? 0
                : Objects.hash(node.getId(), node.getLayoutBounds().getWidth());
        return size * 31 + Objects.hashCode(words);
    }

    /// Whatever of a kind is shown, in the order of the screen.
    static <T extends Node> List<T> shown(Node root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        walk(root, node -> {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
        });
        return found;
    }

    private static void walk(Node node, Consumer<Node> seen) {
        if (!node.isVisible()) {
            return;
        }
        seen.accept(node);
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, seen);
            }
        }
    }
}
