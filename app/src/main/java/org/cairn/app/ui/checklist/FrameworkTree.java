package org.cairn.app.ui.checklist;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;

/// The same checklist by framework, chapter and requirement.
final class FrameworkTree {
    private final TreeView<Row> tree = new TreeView<>();
    private final Label alone = Parts.paragraph("", "hint");
    private final VBox box = new VBox();
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
                control(chosen.getValue()).ifPresent(row -> model.select(row.id()));
            }
            tell(texts, Optional.ofNullable(chosen).map(TreeItem::getValue));
        });
        alone.setId("framework-alone");
        alone.getStyleClass().add("tree-alone");
        VBox.setVgrow(tree, Priority.ALWAYS);
        box.getChildren().addAll(tree, alone);
        tell(texts, Optional.empty());
        model.frameworks().subscribe(this::rebuild);
    }

    Node node() {
        return box;
    }

    /// What is shown in the middle is not about a requirement that no control reaches.
    private void tell(Texts texts, Optional<Row> chosen) {
        String words = chosen.filter(Row.Demand.class::isInstance)
                .map(Row.Demand.class::cast)
                .filter(demand -> demand.controls().isEmpty())
                .map(demand -> texts.text(
                        "by.framework.alone",
                        demand.posture().requirement().id().number(),
                        demand.title(),
                        demand.posture().requirement().id().text()))
                .orElse("");
        alone.setText(words);
        alone.setAccessibleText(words);
        Parts.show(alone, !words.isEmpty());
    }

    void focus() {
        tree.requestFocus();
    }

    /// To the next line that stands for something to answer.
    void step(int by) {
        int at = tree.getSelectionModel().getSelectedIndex();
        for (int to = at + by; to >= 0 && to < tree.getExpandedItemCount(); to += by) {
            Row row = tree.getTreeItem(to).getValue();
            if (row instanceof Row.Demand || row instanceof Row.Item) {
                tree.getSelectionModel().clearAndSelect(to);
                double lines = tree.getHeight() / tree.getFixedCellSize();
                tree.scrollTo(Math.max(0, to - (int) (lines / 2)));
                return;
            }
        }
    }

    /// What a line shows in the middle: itself, or the first control that reaches the requirement.
    private static Optional<Row.Item> control(Row row) {
        return switch (row) {
            case Row.Item item -> Optional.of(item);
            case Row.Demand demand -> demand.controls().stream().findFirst();
            case Row.Group _, Row.Category _ -> Optional.empty();
        };
    }

    private void rebuild(List<Row.Group> frameworks) {
        rebuilding = true;
        int at = tree.getSelectionModel().getSelectedIndex();
        top.getChildren().setAll(frameworks.stream().map(row -> branch(row)).toList());
        if (at >= 0 && at < tree.getExpandedItemCount()) {
            tree.getSelectionModel().clearAndSelect(at);
        }
        rebuilding = false;
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
