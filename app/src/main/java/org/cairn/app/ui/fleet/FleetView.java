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
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.fleet.FleetViewModel.By;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.HostState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The table of checks against hosts, the hosts, and the reasons behind the chosen check.
public final class FleetView {
    /// A table has no end to the right; who has more hosts takes `cairn fleet show`.
    private static final int MOST_COLUMNS = 60;

    private static final double REASONS = 360;

    private final FleetViewModel model;
    private final Chooser chooser;
    private final Guide guide;
    private final Texts texts = Texts.beside(FleetView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final BorderPane root = new BorderPane();

    public FleetView(FleetViewModel model, Chooser chooser, Guide guide) {
        this.model = model;
        this.chooser = chooser;
        this.guide = guide;
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
        SplitPane panes = new SplitPane(lines(), scroll);
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

    /// The same hosts by check or by control.
    private Node lines() {
        ToggleGroup group = new ToggleGroup();
        HBox choice = Parts.row();
        for (By by : By.values()) {
            String key = "by." + Texts.keyOf(by);
            ToggleButton button = new ToggleButton(texts.text(key));
            button.setId("fleet-by-" + Texts.keyOf(by));
            button.setAccessibleText(texts.text(key));
            button.getStyleClass().addAll("flat", "life-choice");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.by().set(by);
            });
            model.by().subscribe(now -> button.setSelected(now == by));
            choice.getChildren().add(button);
        }
        choice.getStyleClass().add("list-head");
        Node table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox lines = new VBox(choice, table);
        lines.setMinWidth(420);
        return lines;
    }

    private Node table() {
        VBox empty = Parts.emptyState(Feather.SERVER, texts.text("empty.title"), texts.text("empty"));
        Columns<FleetViewModel.Row> columns = Columns.of("fleet-table", texts.text("title"), empty);
        columns.text(texts.text("column.check"), 230, FleetViewModel.Row::title, "medium")
                .mark(texts.text("column.answer"), 150, FleetViewModel.Row::answer, marks)
                .mark(texts.text("column.worst"), 126, FleetViewModel.Row::worst, marks);
        TableView<FleetViewModel.Row> table = columns.table();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(model.rows());
        List<TableColumn<FleetViewModel.Row, ?>> fixed = List.copyOf(table.getColumns());
        Runnable arrange = () -> {
            boolean controls = model.by().get() == By.CONTROL;
            List<TableColumn<FleetViewModel.Row, ?>> kept = new ArrayList<>(fixed);
            if (!controls) {
                kept.remove(1); // a check has no answer
            }
            fixed.getFirst().setText(texts.text(controls ? "column.control" : "column.check"));
            model.fleet().get().map(Fleet::hosts).orElse(List.of()).stream()
                    .limit(MOST_COLUMNS)
                    .forEach(host -> kept.add(column(host)));
            table.getColumns().setAll(kept);
        };
        model.fleet().subscribe(_ -> arrange.run());
        model.by().subscribe(_ -> arrange.run());
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
        VBox head = new VBox(2);
        ListView<FleetViewModel.Reason> lines = new ListView<>();
        lines.setId("fleet-reasons");
        lines.setAccessibleText(texts.text("reasons"));
        lines.setCellFactory(_ -> new LineCell<>(this::reason));
        lines.setPlaceholder(Parts.label(texts.text("reasons.none"), "muted"));
        lines.setPrefHeight(REASONS);
        lines.getStyleClass().add("dense-lines");
        model.selected().subscribe(row -> {
            head.getChildren().clear();
            row.ifPresent(chosen -> head(head, chosen));
            lines.getItems().setAll(row.map(model::reasons).orElse(List.of()));
        });
        return new VBox(8, head, lines);
    }

    private void head(VBox box, FleetViewModel.Row row) {
        Label title = Parts.paragraph(row.title(), "section-title");
        title.setId("fleet-check");
        box.getChildren().add(title);
        if (model.by().get() == By.CONTROL) {
            box.getChildren().add(Parts.paragraph(texts.text("reasons.one-answer"), "hint"));
            box.getChildren()
                    .add(Panels.link(
                            "fleet-open-control",
                            texts.text("open", row.id()),
                            () -> guide.go(new Place.ChecklistItem(new ControlId(row.id())))));
        } else {
            box.getChildren().add(Parts.label(row.id(), "hint"));
        }
    }

    private Node reason(FleetViewModel.Reason reason) {
        Label name = Parts.paragraph(reason.heading(), reason.field().isPresent() ? "medium" : "section-title");
        HBox head = Parts.row(Panels.grow(name));
        VBox line = new VBox(2, head);
        reason.field().ifPresent(field -> {
            head.getChildren().add(marks.label(field.mark()));
            field.reasons().forEach(words -> line.getChildren().add(Parts.paragraph(words, "hint")));
        });
        return line;
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
