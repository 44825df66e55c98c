package org.cairn.app.ui.kit;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Columns of a table: words to the left, numbers to the right, marks with their word.
/// @param id of the table; the columns' ids start with it
public record Columns<R>(String id, TableView<R> table) {
    public static <R> Columns<R> of(String id, String accessible, VBox whenEmpty) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(accessible);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(whenEmpty);
        return new Columns<>(id, table);
    }

    /// The table over `rows`, in step with the one that is chosen.
    public TableView<R> choosing(ObservableList<R> rows, ObjectProperty<Optional<R>> chosen, double height) {
        table.setItems(rows);
        table.setPrefHeight(height);
        table.getStyleClass().add("framed");
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                chosen.set(Optional.of(row));
            }
        });
        chosen.subscribe(row -> row.ifPresent(each -> table.getSelectionModel().select(each)));
        return table;
    }

    public Columns<R> text(String name, double width, Function<R, String> value, String... styles) {
        TableColumn<R, String> column = column(name, width, value);
        column.setCellFactory(_ -> new TextCell<>(styles));
        return this;
    }

    public Columns<R> number(String name, double width, Function<R, Long> value) {
        TableColumn<R, Long> column = column(name, width, value);
        column.getStyleClass().add("number");
        column.setCellFactory(_ -> new NumberCell<>());
        return this;
    }

    public Columns<R> mark(String name, double width, Function<R, Mark> value, Marks marks) {
        TableColumn<R, Mark> column = column(name, width, value);
        column.setComparator(Comparator.naturalOrder());
        column.setCellFactory(_ -> new MarkCell<>(marks));
        return this;
    }

    private <V> TableColumn<R, V> column(String name, double width, Function<R, V> value) {
        TableColumn<R, V> column = new TableColumn<>(name);
        column.setId(id + "-column-" + table.getColumns().size());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        table.getColumns().add(column);
        return column;
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        TextCell(String... styles) {
            getStyleClass().addAll(styles);
            Parts.tellWhole(this);
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : value);
        }
    }

    /// A number that is not known is left blank, never zero.
    private static final class NumberCell<R> extends TableCell<R, Long> {
        NumberCell() {
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(@Nullable Long value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null || value < 0 ? null : Long.toString(value));
        }
    }

    private static final class MarkCell<R> extends TableCell<R, Mark> {
        private final Marks marks;

        MarkCell(Marks marks) {
            this.marks = marks;
        }

        @Override
        protected void updateItem(@Nullable Mark mark, boolean empty) {
            super.updateItem(mark, empty);
            Node label = empty || mark == null ? null : marks.label(mark);
            setGraphic(label);
        }
    }
}
