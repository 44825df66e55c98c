package org.cairn.app.ui.frameworks;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.cairn.app.ui.frameworks.FrameworkLines.Explanation;
import org.cairn.app.ui.frameworks.FrameworkLines.MatrixLine;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.kordamp.ikonli.feather.Feather;

/// Controls against frameworks; beside them, why the chosen field stands as it does.
final class MatrixPane {
    /// Control and title stand before the frameworks.
    private static final int FIRST_FRAMEWORK = 2;

    private final FrameworksViewModel model;
    private final Texts texts;

    MatrixPane(FrameworksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        ListView<Explanation> why = FrameworksView.lines(
                "matrix-why", texts.text("why"), model.explanations(), FrameworksView::explanation, texts);
        why.setMinWidth(280);
        SplitPane panes = new SplitPane(table(), why);
        panes.setId("matrix-panes");
        panes.setAccessibleText(texts.text("tab.matrix"));
        panes.setDividerPositions(0.72);
        SplitPane.setResizableWithParent(why, false);
        return panes;
    }

    private Node table() {
        Columns<MatrixLine> columns = Columns.of(
                "matrix-table",
                texts.text("tab.matrix"),
                Parts.emptyState(Feather.GRID, texts.text("none.title"), texts.text("none")));
        columns.text(texts.text("column.control"), 72, MatrixLine::control, "medium")
                .text(texts.text("column.title"), 220, MatrixLine::title);
        TableView<MatrixLine> table = columns.table();
        model.frameworks().subscribe(all -> {
            table.getColumns()
                    .subList(FIRST_FRAMEWORK, table.getColumns().size())
                    .clear();
            for (Framework framework : all) {
                columns.text(framework.id().value(), 112, line -> line.words(framework.id()));
            }
        });
        table.setItems(model.matrix());
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getFocusModel().focusedCellProperty().subscribe(position -> explain(table, position));
        table.setMinWidth(420);
        return table;
    }

    @SuppressWarnings("rawtypes") // the focus model says TablePosition without its types
    private void explain(TableView<MatrixLine> table, TablePosition position) {
        int row = position.getRow();
        if (row >= 0 && row < table.getItems().size()) {
            model.explain(table.getItems().get(row), column(position.getColumn()));
        }
    }

    /// Control and title stand for all frameworks.
    private Optional<FrameworkId> column(int column) {
        List<Framework> frameworks = model.frameworks().get();
        int framework = column - FIRST_FRAMEWORK;
        return framework >= 0 && framework < frameworks.size()
                ? Optional.of(frameworks.get(framework).id())
                : Optional.empty();
    }
}
