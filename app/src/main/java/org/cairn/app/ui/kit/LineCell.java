package org.cairn.app.ui.kit;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A cell of a virtual list that is built from its line and wraps at the list's width.
public final class LineCell<T> extends ListCell<T> {
    private final Function<T, Node> build;

    public LineCell(Function<T, Node> build) {
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

    /// Of the node at the width that the padding leaves it: the usual way asks it at the whole width, where fewer of
    /// its words wrap.
    @Override
    protected double computePrefHeight(double width) {
        Node line = getGraphic();
        if (line == null) {
            return super.computePrefHeight(width);
        }
        double whole = width < 0 ? getWidth() : width;
        double left = Math.max(0, whole - snappedLeftInset() - snappedRightInset());
        return snapSizeY(snappedTopInset() + line.prefHeight(left) + snappedBottomInset());
    }
}
