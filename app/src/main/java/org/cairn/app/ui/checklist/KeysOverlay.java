package org.cairn.app.ui.checklist;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;

/// The list of keys, laid over the page by `?`.
final class KeysOverlay {
    private static final List<String> KEYS = List.of(
            "next",
            "previous",
            "unanswered",
            "answer",
            "attach",
            "note",
            "assign",
            "filter",
            "guided",
            "save",
            "several",
            "escape",
            "palette",
            "pages",
            "lock",
            "help");

    private final StackPane overlay = new StackPane();

    KeysOverlay(Texts texts) {
        VBox card = new VBox(Parts.label(texts.text("keys.title"), "section-title"));
        card.getStyleClass().add("keys-card");
        card.setMaxHeight(VBox.USE_PREF_SIZE);
        for (String key : KEYS) {
            card.getChildren()
                    .add(Parts.row(
                            Parts.label(texts.text("keys." + key + ".key"), "key"),
                            Parts.label(texts.text("keys." + key))));
        }
        card.getChildren().add(Parts.button("keys-close", texts.text("keys.close"), this::hide));
        overlay.getChildren().add(card);
        overlay.setAlignment(Pos.CENTER);
        overlay.setId("keys-overlay");
        overlay.getStyleClass().add("keys-overlay");
        overlay.setOnMouseClicked(_ -> hide());
        hide();
    }

    Node node() {
        return overlay;
    }

    void toggle() {
        Parts.show(overlay, !overlay.isVisible());
    }

    void hide() {
        Parts.show(overlay, false);
    }
}
