package org.cairn.app.ui.frame;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;

/// Says that a page is on its way, in a frame of its own, before the window builds it and shows no other.
final class Opening {
    private static final double SIZE = 28;

    private final VBox node;

    Opening(String words) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(SIZE, SIZE);
        turning.setAccessibleText(words);
        node = new VBox(turning, Parts.label(words, "muted"));
        node.setId("opening");
        node.getStyleClass().add("empty-state");
        node.setAlignment(Pos.CENTER);
    }

    /// @param then runs after the frame that shows it, unless something else is shown by then
    void show(Pane content, Scene scene, Runnable then) {
        content.getChildren().setAll(node);
        node.requestFocus();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(() -> {
                    if (content.getChildren().contains(node)) {
                        then.run();
                    }
                });
            }
        });
        Platform.requestNextPulse();
    }
}
