package org.cairn.app.ui.checklist;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.posture.RequirementState;

/// The same checklist by framework, chapter and requirement.
final class FrameworkTree {
    private final TreeView<Row> tree = new TreeView<>();
    private final TreeItem<Row> top = new TreeItem<>();
    private final Set<String> open = new HashSet<>();
    private boolean rebuilding;

    FrameworkTree(ChecklistViewModel model, Texts texts) {
        Texts kit = Texts.beside(Texts.class);
        tree.setId("framework-tree");
        tree.setAccessibleText(texts.text("by.framework"));
        tree.getStyleClass().add("checklist-tree");
        tree.setShowRoot(false);
        tree.setRoot(top);
        tree.setFixedCellSize(32);
        Marks marks = new Marks(kit);
        tree.setCellFactory(_ -> new ChecklistCell(marks, model.item().titles(), texts, kit));
        tree.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!rebuilding && chosen != null) {
                choose(model, chosen.getValue());
            }
        });
        model.frameworks().subscribe(this::rebuild);
    }

    Node node() {
        return tree;
    }

    void focus() {
        tree.requestFocus();
    }

    /// To the next line that stands for something to answer.
    void step(int by) {
        int at = tree.getSelectionModel().getSelectedIndex();
        for (int to = at + by; to >= 0 && to < tree.getExpandedItemCount(); to += by) {
            if (answerable(tree.getTreeItem(to).getValue())) {
                choose(to);
                return;
            }
        }
    }

    /// To the next line that applies and has no answer among those that are opened, from the chosen one on and round.
    void nextUnanswered() {
        int lines = tree.getExpandedItemCount();
        int from = tree.getSelectionModel().getSelectedIndex() + 1;
        for (int i = 0; i < lines; i++) {
            int at = (from + i) % lines;
            if (unanswered(tree.getTreeItem(at).getValue())) {
                choose(at);
                return;
            }
        }
    }

    private void choose(int line) {
        tree.getSelectionModel().clearAndSelect(line);
        double lines = tree.getHeight() / tree.getFixedCellSize();
        tree.scrollTo(Math.max(0, line - (int) (lines / 2)));
    }

    private static boolean answerable(Row row) {
        return row instanceof Row.Demand || row instanceof Row.Item;
    }

    private static boolean unanswered(Row row) {
        return switch (row) {
            case Row.Item item -> item.posture().status().isEmpty();
            case Row.Demand demand ->
                demand.controls().isEmpty()
                        && demand.posture().answer().isEmpty()
                        && demand.posture().state() != RequirementState.OUT_OF_SCOPE;
            case Row.Group _, Row.Category _ -> false;
        };
    }

    /// What a line shows in the middle: itself, or the first control that reaches the requirement.
    private static void choose(ChecklistViewModel model, Row row) {
        switch (row) {
            case Row.Item item -> model.select(item.id());
            case Row.Demand demand
            when demand.controls().isEmpty() ->
                model.select(demand.posture().requirement().id());
            case Row.Demand demand -> model.select(demand.controls().getFirst().id());
            case Row.Group _, Row.Category _ -> {}
        }
    }

    private void rebuild(List<Row.Group> frameworks) {
        rebuilding = true;
        TreeItem<Row> before = tree.getSelectionModel().getSelectedItem();
        tree.getSelectionModel().clearSelection();
        top.getChildren().setAll(frameworks.stream().map(row -> branch(row)).toList());
        if (before != null) {
            same(before).ifPresent(now -> tree.getSelectionModel().clearAndSelect(tree.getRow(now)));
        }
        rebuilding = false;
    }

    /// The line that stands now where this one stood, as far as it is in sight.
    private Optional<TreeItem<Row>> same(TreeItem<Row> before) {
        TreeItem<Row> above = before.getParent();
        Optional<TreeItem<Row>> in = above == null || above.getValue() == null ? Optional.of(top) : same(above);
        return in.filter(line -> line.equals(top) || line.isExpanded())
                .flatMap(line -> line.getChildren().stream()
                        .filter(each -> name(each.getValue()).equals(name(before.getValue())))
                        .findFirst());
    }

    private static String name(Row row) {
        return row instanceof Row.Item item ? item.id().value() : key(row).orElse("");
    }

    private TreeItem<Row> branch(Row row) {
        Branch branch = new Branch(row);
        key(row).ifPresent(key -> {
            branch.setExpanded(open.contains(key));
            branch.expandedProperty().subscribe((_, now) -> {
                if (now) {
                    open.add(key);
                } else {
                    open.remove(key);
                }
            });
        });
        return branch;
    }

    private static Optional<String> key(Row row) {
        return switch (row) {
            case Row.Group group -> Optional.of(group.key());
            case Row.Demand demand ->
                Optional.of(demand.posture().requirement().id().text());
            case Row.Item _, Row.Category _ -> Optional.empty();
        };
    }

    /// Makes its lines when somebody looks at them: a framework may have thousands.
    private final class Branch extends TreeItem<Row> {
        private boolean filled;

        Branch(Row row) {
            super(row);
        }

        @Override
        public boolean isLeaf() {
            return below(getValue()).isEmpty();
        }

        @Override
        public ObservableList<TreeItem<Row>> getChildren() {
            if (!filled) {
                filled = true;
                super.getChildren().setAll(lines());
            }
            return super.getChildren();
        }

        private List<TreeItem<Row>> lines() {
            return switch (getValue()) {
                case Row.Group group ->
                    group.below().get().stream().map(FrameworkTree.this::branch).toList();
                case Row.Demand demand ->
                    demand.controls().stream().map(item -> branch(item)).toList();
                case Row.Item _, Row.Category _ -> List.of();
            };
        }

        private static Optional<Row> below(Row row) {
            return switch (row) {
                case Row.Group group -> Optional.of(group);
                case Row.Demand demand -> demand.controls().stream().findFirst().map(item -> item);
                case Row.Item _, Row.Category _ -> Optional.empty();
            };
        }
    }
}
