package org.cairn.app.ui.fleet;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.HostState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The table of checks against hosts, the hosts, and the reasons behind the chosen check.
public final class FleetView {
    /// A table has no end to the right; who has more hosts takes `cairn fleet show`.
    private static final int MOST_COLUMNS = 60;

    private final FleetViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(FleetView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final BorderPane root = new BorderPane();

    public FleetView(FleetViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        root.setId("fleet");
        root.getStyleClass().add("page");
        Button take = Parts.mainButton("fleet-take", texts.text("take"), this::choose);
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what"), Guarded.node(take, model.readOnly())), work()));
        VBox side = new VBox(16, new HostsPane(model, texts).node(), reasons());
        side.getStyleClass().add("pane-body");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setId("fleet-side");
        scroll.setAccessibleText(texts.text("hosts"));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(320);
        SplitPane panes = new SplitPane(table(), scroll);
        panes.setId("fleet-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.68);
        SplitPane.setResizableWithParent(scroll, false);
        root.setCenter(panes);
        takeDrops();
        model.open();
    }

    public Parent root() {
        return root;
    }

    private void choose() {
        List<Path> chosen = chooser.filesToOpen(texts.text("take.title"));
        if (!chosen.isEmpty()) {
            model.take(chosen);
        }
    }

    private void takeDrops() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles() && model.readOnly().getValue().isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            model.take(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private Node work() {
        Label told = Parts.paragraph("", "medium");
        told.setId("fleet-told");
        VBox box = new VBox(8, WorkStrip.node("fleet", model.work().map(w -> w), Optional.empty(), kit), told);
        box.getStyleClass().add("work-box");
        Runnable fold = () -> {
            told.setText(model.told().get().orElse(""));
            told.setAccessibleText(told.getText());
            Parts.show(told, model.told().get().isPresent());
            Parts.show(box, model.told().get().isPresent() || !(model.work().get() instanceof LongWork.Idle));
        };
        model.told().subscribe(_ -> fold.run());
        model.work().subscribe(_ -> fold.run());
        return box;
    }

    private Node table() {
        VBox empty = Parts.emptyState(Feather.SERVER, texts.text("empty.title"), texts.text("empty"));
        Columns<FleetViewModel.Row> columns = Columns.of("fleet-table", texts.text("title"), empty);
        columns.text(texts.text("column.check"), 230, FleetViewModel.Row::title, "medium")
                .mark(texts.text("column.worst"), 126, FleetViewModel.Row::worst, marks);
        TableView<FleetViewModel.Row> table = columns.table();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(model.rows());
        table.setMinWidth(420);
        model.fleet().subscribe(read -> {
            List<TableColumn<FleetViewModel.Row, ?>> kept =
                    new ArrayList<>(table.getColumns().subList(0, 2));
            read.map(Fleet::hosts).orElse(List.of()).stream()
                    .limit(MOST_COLUMNS)
                    .forEach(host -> kept.add(column(host)));
            table.getColumns().setAll(kept);
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selected().set(Optional.of(row));
            }
        });
        model.selected()
                .subscribe(
                        row -> row.ifPresent(chosen -> table.getSelectionModel().select(chosen)));
        return table;
    }

    private TableColumn<FleetViewModel.Row, List<FleetViewModel.Field>> column(HostState host) {
        TableColumn<FleetViewModel.Row, List<FleetViewModel.Field>> column =
                new TableColumn<>(host.host().text());
        column.setId("fleet-host-" + host.host().text());
        column.setPrefWidth(176);
        column.setMinWidth(120);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                model.field(row.getValue(), host.host()).stream().toList()));
        column.setCellFactory(_ -> new FieldCell(marks));
        return column;
    }

    private Node reasons() {
        VBox box = new VBox(8);
        model.selected().subscribe(row -> {
            box.getChildren().clear();
            row.ifPresent(chosen -> fill(box, chosen));
        });
        return box;
    }

    private void fill(VBox box, FleetViewModel.Row row) {
        Label title = Parts.paragraph(row.title(), "section-title");
        title.setId("fleet-check");
        box.getChildren().addAll(title, Parts.label(row.id(), "hint"));
        for (FleetViewModel.HostLine host : model.hosts()) {
            model.field(row, host.host()).ifPresent(field -> {
                HBox head = Parts.row(Parts.label(host.name(), "medium"), Parts.gap(), marks.label(field.mark()));
                VBox line = new VBox(2, head);
                field.reasons().forEach(reason -> line.getChildren().add(Parts.paragraph(reason, "hint")));
                line.getStyleClass().add("list-line");
                box.getChildren().add(line);
            });
        }
    }

    /// State and age; nothing where the host was never asked.
    private static final class FieldCell extends TableCell<FleetViewModel.Row, List<FleetViewModel.Field>> {
        private final Marks marks;

        FieldCell(Marks marks) {
            this.marks = marks;
        }

        @Override
        protected void updateItem(@Nullable List<FleetViewModel.Field> fields, boolean empty) {
            super.updateItem(fields, empty);
            HBox row = Parts.row();
            if (!empty && fields != null) {
                for (FleetViewModel.Field field : fields) {
                    row.getChildren().add(marks.label(field.mark()));
                    field.age().ifPresent(age -> row.getChildren().add(Parts.label(age, "hint")));
                }
            }
            setGraphic(row.getChildren().isEmpty() ? null : row);
        }
    }
}
