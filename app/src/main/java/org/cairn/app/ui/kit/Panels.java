package org.cairn.app.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Framed parts of a page that answer one question each, and the lines in them.
public final class Panels {
    private Panels() {}

    /// @param what one sentence on what is shown
    public static VBox section(String title, String what, Node... content) {
        VBox head = new VBox(0, Parts.label(title, "section-title"), Parts.paragraph(what, "hint"));
        VBox box = new VBox(12, head);
        box.getChildren().addAll(content);
        box.getStyleClass().add("panel");
        return box;
    }

    /// Words that lead somewhere.
    public static Button link(String id, String words, Runnable leads) {
        Button button = Parts.button(id, words, leads);
        button.getStyleClass().add("link");
        return button;
    }

    /// Takes the room that is left in a row, and gives up its own width first.
    public static <N extends Region> N grow(N node) {
        node.setMinWidth(0);
        node.setMaxWidth(Double.MAX_VALUE);
        if (node instanceof Button button) {
            button.setAlignment(Pos.CENTER_LEFT);
        }
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    /// A few lines below each other; for many there are virtual lists.
    /// @param none what to say where there is no line; may be empty
    public static <T> void fill(VBox box, List<T> lines, String none, Function<T, Node> build) {
        box.getChildren().clear();
        if (lines.isEmpty() && !none.isEmpty()) {
            box.getChildren().add(Parts.label(none, "muted"));
        }
        for (T line : lines) {
            Node node = build.apply(line);
            node.getStyleClass().add("list-line");
            box.getChildren().add(node);
        }
    }
}
