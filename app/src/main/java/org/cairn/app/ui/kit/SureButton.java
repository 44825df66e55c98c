package org.cairn.app.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/// A button for what cannot be taken back: the first press asks in its own words, the second does it.
public final class SureButton {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Button button;
    private final String words;
    private final Supplier<String> sure;

    /// @param sure the question, as the button says it
    public SureButton(String id, String words, Supplier<String> sure, Runnable action) {
        this.words = words;
        this.sure = sure;
        button = Parts.button(id, words, () -> {});
        button.setOnAction(_ -> {
            boolean again = asked.get();
            ask(!again);
            if (again) {
                action.run();
            }
        });
        button.focusedProperty().subscribe(focused -> {
            if (!focused) {
                forget();
            }
        });
    }

    public Button button() {
        return button;
    }

    /// Asks again, because it would be about something else, or somebody went elsewhere.
    public void forget() {
        ask(false);
    }

    private void ask(boolean now) {
        asked.set(now);
        button.setText(now ? sure.get() : words);
        button.setAccessibleText(button.getText());
    }
}
