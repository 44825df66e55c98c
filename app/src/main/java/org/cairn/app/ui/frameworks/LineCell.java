package org.cairn.app.ui.frameworks;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A cell of a virtual list that is built from its line and wraps at the list's width.
final class LineCell<T> extends ListCell<T> {
    private final Function<T, Node> build;

    LineCell(Function<T, Node> build) {
        this.build = build;
        getStyleClass().add("side-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable T line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : build.apply(line));
    }
}
