package org.cairn.app.ui.checklist;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;
import org.kordamp.ikonli.feather.Feather;

/// The list on the left: filter, what it is narrowed to, and the tree itself.
final class ChecklistTree {
    private final ChecklistViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final TextField filter = new TextField();
    private final TreeView<Row> tree = new TreeView<>();
    private final TreeItem<Row> top = new TreeItem<>();
    private final Set<String> folded = new HashSet<>();
    private final VBox box;
    private boolean rebuilding;

    ChecklistTree(ChecklistViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        filter.setId("checklist-filter");
        filter.setPromptText(texts.text("filter"));
        filter.setAccessibleText(texts.text("filter.help"));
        filter.textProperty().bindBidirectional(model.typed());
        HBox.setHgrow(filter, Priority.ALWAYS);
        Button clear = Parts.iconButton(
                "checklist-filter-clear",
                Feather.X,
                texts.text("filter.clear"),
                () -> model.typed().set(""));
        clear.visibleProperty().bind(model.typed().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        HBox tools = Parts.row(filter, clear, narrow());
        tools.getStyleClass().add("tree-tools");
        tree.setId("checklist-tree");
        tree.setAccessibleText(texts.text("title"));
        tree.getStyleClass().add("checklist-tree");
        tree.setShowRoot(false);
        tree.setRoot(top);
        tree.setFixedCellSize(32);
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Marks marks = new Marks(kit);
        tree.setCellFactory(_ -> new ChecklistCell(marks, model.item().titles(), texts, kit));
        StackPane list = new StackPane(tree, nothing());
        VBox.setVgrow(list, Priority.ALWAYS);
        box = new VBox(tools, narrowed(), new BulkBar(model.bulk(), texts).node(), list);
        box.setMinWidth(280);
        follow();
    }

    Node node() {
        return box;
    }

    void focus() {
        tree.requestFocus();
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
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

    private MenuButton narrow() {
        MenuButton menu = new MenuButton(texts.text("narrow"), Parts.icon(Feather.FILTER));
        menu.setId("checklist-narrow");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.setAccessibleText(texts.text("narrow.help"));
        menu.getItems().add(choice(texts.text("narrow.all"), new Narrowing.Everything()));
        menu.getItems().add(choice(texts.text("narrowed.unanswered"), new Narrowing.Unanswered()));
        for (Mark mark : new Mark[] {
            Mark.CONTRADICTED,
            Mark.NOT_MET,
            Mark.STALE,
            Mark.INDETERMINATE,
            Mark.PARTLY,
            Mark.CLAIMED,
            Mark.DEMONSTRATED,
            Mark.NOT_APPLICABLE
        }) {
            menu.getItems().add(choice(mark.word(kit), new Narrowing.Standing(mark)));
        }
        return menu;
    }

    private MenuItem choice(String words, Narrowing narrowing) {
        MenuItem choice = new MenuItem(words);
        choice.setOnAction(_ -> model.narrowing().set(narrowing));
        return choice;
    }

    private Node narrowed() {
        Label words = Parts.label("", "small", "medium");
        words.setId("checklist-narrowed");
        Button all = Parts.iconButton(
                "checklist-show-all",
                Feather.X,
                texts.text("narrow.all"),
                () -> model.narrowing().set(new Narrowing.Everything()));
        HBox row = Parts.row(words, Parts.gap(), all);
        row.getStyleClass().add("tree-narrowed");
        model.narrowing().subscribe(_ -> {
            Parts.show(row, model.narrowedTo().isPresent());
            words.setText(model.narrowedTo().map(n -> texts.text("narrowed", n)).orElse(""));
            words.setAccessibleText(words.getText());
        });
        return row;
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
        Runnable update = () -> Parts.show(empty, model.categories().isEmpty());
        model.categories().addListener((ListChangeListener<Row.Category>) _ -> update.run());
        update.run();
        return empty;
    }
}
