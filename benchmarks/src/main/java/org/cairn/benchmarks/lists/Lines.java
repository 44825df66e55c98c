package org.cairn.benchmarks.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;

/// A list, table or tree that is too long for its place, whatever it shows.
/// @param id      of the control
/// @param control the list itself
record Lines(String id, Control control) {
    /// Fewer fit on a screen.
    private static final int FEW = 30;

    static List<Lines> of(List<? extends Control> controls) {
        List<Lines> found = new ArrayList<>();
        for (Control control : controls) {
            Lines lines = new Lines(String.valueOf(control.getId()), control);
            if (lines.size() > FEW) {
                found.add(lines);
            }
        }
        return found;
    }

    /// The longest of them, whatever its length: what a filter narrows.
    static Optional<Control> longest(List<? extends Control> controls) {
        return controls.stream()
                .map(control -> new Lines("", control))
                .filter(lines -> lines.size() > 0)
                .max(Comparator.comparingInt(Lines::size))
                .map(Lines::control);
    }

    private int size() {
        return switch (control) {
            case ListView<?> list -> list.getItems().size();
            case TableView<?> table -> table.getItems().size();
            case TreeView<?> tree -> tree.getExpandedItemCount();
            default -> 0;
        };
    }

    void step() {
        switch (control) {
            case ListView<?> list -> list.getSelectionModel().selectNext();
            case TableView<?> table -> table.getSelectionModel().selectNext();
            case TreeView<?> tree -> tree.getSelectionModel().selectNext();
            default -> throw new IllegalStateException(id);
        }
    }

    void end() {
        to(size() - 1);
    }

    void start() {
        to(0);
    }

    private void to(int line) {
        switch (control) {
            case ListView<?> list -> list.scrollTo(line);
            case TableView<?> table -> table.scrollTo(line);
            case TreeView<?> tree -> tree.scrollTo(line);
            default -> throw new IllegalStateException(id);
        }
    }
}
