package org.cairn.app.ui.kit;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/// Draws what it shows and keeps no picture of it. JavaFX's own skin keeps one as large as the pane, which stays in the
/// heap after the pane is gone where there is no graphics processor. Named by the style sheet.
public final class PlainScrollPaneSkin extends ScrollPaneSkin {
    private static final String VIEWPORT = "viewport";

    public PlainScrollPaneSkin(ScrollPane pane) {
        super(pane);
        getChildren().stream()
                .filter(child -> child.getStyleClass().contains(VIEWPORT))
                .forEach(viewport -> viewport.setCache(false));
    }
}
