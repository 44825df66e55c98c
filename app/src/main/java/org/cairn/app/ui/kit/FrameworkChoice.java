package org.cairn.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import org.cairn.checklist.FrameworkId;

/// Chooses one of the adopted frameworks, or all of them.
/// @param names in the order in which they are offered
public record FrameworkChoice(
        ObservableValue<Map<FrameworkId, String>> names, ObjectProperty<Optional<FrameworkId>> chosen) {
    /// @param all what stands for every one of them
    public ComboBox<String> box(String id, String accessible, String all) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(accessible);
        List<FrameworkId> ids = new ArrayList<>();
        names.subscribe(now -> {
            if (box.getItems().isEmpty() || !ids.equals(List.copyOf(now.keySet()))) {
                fill(box, ids, now, all);
            }
        });
        box.setOnAction(_ -> {
            int at = box.getSelectionModel().getSelectedIndex();
            chosen.set(at <= 0 ? Optional.empty() : Optional.of(ids.get(at - 1)));
        });
        return box;
    }

    private void fill(ComboBox<String> box, List<FrameworkId> ids, Map<FrameworkId, String> now, String all) {
        ids.clear();
        ids.addAll(now.keySet());
        List<String> words = new ArrayList<>(now.values());
        words.addFirst(all);
        int at = chosen.get().map(ids::indexOf).orElse(-1);
        box.getItems().setAll(words);
        box.getSelectionModel().select(at + 1);
    }
}
