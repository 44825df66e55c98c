package org.cairn.app.ui;

import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cairn.app.ui.frame.TextSize;

/// Ctrl with plus, minus and, with Shift, 0. On many keyboards plus is the upper half of the key of the equals sign.
/// Ctrl+0 alone opens a page.
final class TextSizeKeys {
    private static final Set<KeyCode> UP = Set.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
    private static final Set<KeyCode> DOWN = Set.of(KeyCode.MINUS, KeyCode.SUBTRACT, KeyCode.UNDERSCORE);
    private static final Set<KeyCode> BACK = Set.of(KeyCode.DIGIT0, KeyCode.NUMPAD0);

    private TextSizeKeys() {}

    static void pressed(KeyEvent event, ObjectProperty<TextSize> size) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (UP.contains(event.getCode())) {
            size.set(size.get().up());
            event.consume();
        } else if (DOWN.contains(event.getCode())) {
            size.set(size.get().down());
            event.consume();
        } else if (event.isShiftDown() && BACK.contains(event.getCode())) {
            size.set(TextSize.USUAL);
            event.consume();
        }
    }
}
