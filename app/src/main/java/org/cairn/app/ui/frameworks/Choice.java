package org.cairn.app.ui.frameworks;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One line of a box to choose from.
/// @param value empty for the line that chooses nothing in particular
record Choice<T>(Optional<T> value, String words) {
    /// The first line is chosen where nothing is yet.
    static <T> ComboBox<Choice<T>> box(
            String id, String accessible, List<Choice<T>> choices, ObjectProperty<Optional<T>> chosen) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setId(id);
        box.setAccessibleText(accessible);
        box.setConverter(new Words<>(choices));
        box.setValue(choices.stream()
                .filter(choice -> choice.value().equals(chosen.get()))
                .findFirst()
                .orElseGet(choices::getFirst));
        box.valueProperty().subscribe((_, choice) -> chosen.set(choice.value()));
        return box;
    }

    private static final class Words<T> extends StringConverter<Choice<T>> {
        private final List<Choice<T>> choices;

        Words(List<Choice<T>> choices) {
            this.choices = choices;
        }

        @Override
        public String toString(@Nullable Choice<T> choice) {
            return choice == null ? "" : choice.words();
        }

        @Override
        public Choice<T> fromString(String words) {
            return choices.stream()
                    .filter(choice -> choice.words().equals(words))
                    .findFirst()
                    .orElseGet(choices::getFirst);
        }
    }
}
