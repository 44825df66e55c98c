package org.cairn.app.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Takes something out of use while there is a reason, and says the reason: as the help of each control in it, and as
/// the tooltip of a box around it, since what is out of use hears no mouse.
public final class Guarded {
    private Guarded() {}

    /// @param why empty while it is in use
    public static Node node(Region what, ObservableValue<Optional<String>> why) {
        StackPane inner = new StackPane(what);
        StackPane outer = new StackPane(inner);
        outer.setMaxSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
        Tooltip tooltip = new Tooltip();
        Map<Control, Optional<String>> usual = new HashMap<>();
        why.subscribe(reason -> {
            inner.setDisable(reason.isPresent());
            Tooltip.uninstall(outer, tooltip);
            reason.ifPresent(words -> {
                tooltip.setText(words);
                Tooltip.install(outer, tooltip);
            });
            for (Control control : controls(what)) {
                Optional<String> help =
                        usual.computeIfAbsent(control, each -> Optional.ofNullable(each.getAccessibleHelp()));
                control.setAccessibleHelp(reason.or(() -> help).orElse(null));
            }
        });
        return outer;
    }

    /// What a person acts on.
    private static List<Control> controls(Node node) {
        List<Control> controls = new ArrayList<>();
        if (node instanceof Control control) {
            if (!(control instanceof Label)) {
                controls.add(control);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> controls.addAll(controls(child)));
        }
        return controls;
    }
}
