package org.cairn.app.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A choice of one among a few, each by its name.
public final class OneOf {
    private OneOf() {}

    public static <T> ComboBox<T> box(String id, String accessible, List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(accessible);
        box.getItems().setAll(values);
        box.setConverter(new Named<>(name));
        return box;
    }

    /// A field with its name above it.
    /// @param shown the field, or the row that it stands in
    public static VBox named(String name, Node field, Node shown) {
        Label label = Parts.label(name, "field-label");
        label.setLabelFor(field);
        return new VBox(4, label, shown);
    }

    private static final class Named<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(@Nullable String typed) {
            throw new UnsupportedOperationException("it is chosen, never typed");
        }
    }
}
