package org.cairn.app.ui.checklist;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.kordamp.ikonli.feather.Feather;

/// The list on the left: filter, what it is narrowed to, and the tree itself.
final class ChecklistTree {
    private final ChecklistViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final FilterTools filters;
    private final FrameworkTree frameworks;
    private final TreeView<Row> tree = new TreeView<>();
    private final TreeItem<Row> top = new TreeItem<>();
    private final Set<String> folded = new HashSet<>();
    private final VBox box;
    private boolean rebuilding;

    ChecklistTree(ChecklistViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.filters = new FilterTools(model, texts);
        tree.setId("checklist-tree");
        tree.setAccessibleText(texts.text("title"));
        tree.getStyleClass().add("checklist-tree");
        tree.setShowRoot(false);
        tree.setRoot(top);
        tree.setFixedCellSize(32);
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Marks marks = new Marks(kit);
        tree.setCellFactory(_ -> new ChecklistCell(marks, model.item().titles(), texts, kit));
        frameworks = new FrameworkTree(model, texts);
        StackPane list = new StackPane(tree, frameworks.node(), nothing());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox together = new VBox(new BulkBar(model.bulk(), texts).node());
        box = new VBox(filters.node(), arrangement(), waiting(), together, list);
        box.setMinWidth(280);
        model.onward(() -> step(1));
        model.arrangement().subscribe(chosen -> {
            Parts.show(tree, chosen == Arrangement.CATEGORY);
            Parts.show(together, chosen == Arrangement.CATEGORY);
            Parts.show(frameworks.node(), chosen == Arrangement.FRAMEWORK);
        });
        follow();
    }

    Node node() {
        return box;
    }

    void focus() {
        if (byFramework()) {
            frameworks.focus();
        } else {
            tree.requestFocus();
        }
    }

    void focusFilter() {
        filters.focus();
    }

    /// To the next line, or the one before.
    void step(int by) {
        if (byFramework()) {
            frameworks.step(by);
        } else if (by > 0) {
            model.next();
        } else {
            model.previous();
        }
    }

    void nextUnanswered() {
        if (byFramework()) {
            frameworks.nextUnanswered();
        } else {
            model.nextUnanswered();
        }
    }

    private boolean byFramework() {
        return model.arrangement().get() == Arrangement.FRAMEWORK;
    }

    private Node arrangement() {
        ToggleGroup group = new ToggleGroup();
        HBox row = Parts.row();
        for (Arrangement each : Arrangement.values()) {
            String key = "by." + Texts.keyOf(each);
            ToggleButton button = new ToggleButton(texts.text(key));
            button.setId("by-" + Texts.keyOf(each));
            button.setAccessibleText(texts.text(key));
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.getStyleClass().addAll("flat", "life-choice");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.arrangement().set(each);
            });
            model.arrangement().subscribe(now -> button.setSelected(now == each));
            row.getChildren().add(button);
        }
        Button walk = Parts.button("guided-begin", texts.text("guided.begin"), model.guided()::begin);
        walk.setGraphic(Parts.icon(Feather.PLAY));
        walk.getStyleClass().addAll("flat", "life-choice");
        row.getChildren().addAll(Parts.gap(), walk);
        row.getStyleClass().add("tree-narrowed");
        return row;
    }

    /// What was typed and not recorded, here or before the program ended, and the way to it.
    private Node waiting() {
        Button to = Parts.button("drafts-waiting", "", model::nextDraft);
        to.setGraphic(Parts.icon(Feather.EDIT_3));
        to.getStyleClass().add("flat");
        to.setMaxWidth(Double.MAX_VALUE);
        to.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(to, Priority.ALWAYS);
        HBox row = Parts.row(to);
        row.getStyleClass().add("tree-narrowed");
        ObservableMap<Subject, AnswerForm.Values> drafts = model.item().drafts();
        Runnable update = () -> {
            Parts.show(row, !drafts.isEmpty());
            String ids = drafts.keySet().stream().map(Subject::text).collect(Collectors.joining(", "));
            to.setText(texts.text("drafts.waiting", drafts.size(), ids));
            to.setAccessibleText(to.getText());
        };
        drafts.addListener((MapChangeListener<Subject, AnswerForm.Values>) _ -> update.run());
        update.run();
        return row;
    }

    private void follow() {
        model.categories().addListener((ListChangeListener<Row.Category>) _ -> rebuild());
        model.selected().subscribe(this::reveal);
        tree.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!rebuilding && chosen != null && chosen.getValue() instanceof Row.Item row) {
                model.select(row.id());
            }
        });
        tree.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<Row>>) _ -> {
            if (!rebuilding) {
                mark();
            }
        });
        rebuild();
    }

    /// Tells which controls are marked.
    private void mark() {
        List<ControlId> marked = tree.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(TreeItem::getValue)
                .filter(Row.Item.class::isInstance)
                .map(row -> ((Row.Item) row).id())
                .toList();
        model.bulk().chosen().set(marked);
    }

    private void rebuild() {
        rebuilding = true;
        // Else JavaFX goes on marking the line that has the number of the one before.
        tree.getSelectionModel().clearSelection();
        top.getChildren().setAll(model.categories().stream().map(this::branch).toList());
        rebuilding = false;
        reveal(model.selected().get());
        mark();
    }

    private TreeItem<Row> branch(Row.Category category) {
        TreeItem<Row> branch = new TreeItem<>(category);
        category.items().forEach(row -> branch.getChildren().add(new TreeItem<>(row)));
        branch.setExpanded(!folded.contains(category.name()));
        branch.expandedProperty().subscribe((_, open) -> {
            if (open) {
                folded.remove(category.name());
            } else {
                folded.add(category.name());
            }
        });
        return branch;
    }

    private void reveal(Optional<ControlId> control) {
        if (control.isEmpty()) {
            return;
        }
        for (TreeItem<Row> branch : top.getChildren()) {
            for (TreeItem<Row> leaf : branch.getChildren()) {
                if (leaf.getValue() instanceof Row.Item row && row.id().equals(control.get())) {
                    show(branch, leaf);
                }
            }
        }
    }

    private void show(TreeItem<Row> branch, TreeItem<Row> leaf) {
        branch.setExpanded(true);
        int at = tree.getRow(leaf);
        if (!leaf.equals(tree.getSelectionModel().getSelectedItem())) {
            rebuilding = true;
            tree.getSelectionModel().clearAndSelect(at);
            // From here Shift extends, not from where the mouse was last; JavaFX keeps the place there.
            tree.getProperties().put("anchor", at);
            rebuilding = false;
            mark();
        }
        double height = tree.getHeight() / tree.getFixedCellSize();
        if (height > 0) {
            tree.scrollTo(Math.max(0, at - (int) (height / 2)));
        }
    }

    private Node nothing() {
        VBox empty = Parts.emptyState(
                Feather.SEARCH,
                texts.text("nothing.title"),
                texts.text("nothing"),
                Parts.button("checklist-clear", texts.text("narrow.all"), () -> {
                    model.typed().set("");
                    model.narrowing().set(new Narrowing.Everything());
                }));
        Runnable update = () -> Parts.show(empty, model.nothingFits());
        model.categories().addListener((ListChangeListener<Row.Category>) _ -> update.run());
        model.frameworks().subscribe(_ -> update.run());
        model.arrangement().subscribe(_ -> update.run());
        return empty;
    }
}
