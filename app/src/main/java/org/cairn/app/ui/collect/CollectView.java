package org.cairn.app.ui.collect;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.cairn.evidence.CollectorId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The list of collectors with the run's progress, and the refusals of the chosen one.
public final class CollectView {
    private final CollectViewModel model;
    private final Texts texts = Texts.beside(CollectView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final ListView<CollectViewModel.Line> list = new ListView<>();
    private final BorderPane root = new BorderPane();
    private boolean refreshing;

    public CollectView(CollectViewModel model) {
        this.model = model;
        root.setId("collect");
        root.getStyleClass().add("page");
        Button start = Parts.mainButton("collect-start", texts.text("start"), model::start);
        model.work().subscribe(work -> start.setDisable(work.running()));
        Node guarded = Guarded.node(start, model.readOnly());
        root.setTop(new VBox(Parts.pageHead(texts.text("title"), texts.text("what"), guarded), progress()));
        ScrollPane detail = detail();
        SplitPane panes = new SplitPane(collectors(), detail);
        panes.setId("collect-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(detail, false);
        root.setCenter(panes);
    }

    public Parent root() {
        return root;
    }

    private Node progress() {
        Label summary = Parts.paragraph("", "medium");
        summary.setId("collect-summary");
        model.summary().subscribe(said -> {
            Parts.show(summary, said.isPresent());
            summary.setText(said.orElse(""));
            summary.setAccessibleText(summary.getText());
        });
        VBox box = new VBox(
                8, WorkStrip.node("collect", model.work().map(w -> w), Optional.of(model::cancel), kit), summary);
        box.getStyleClass().add("work-box");
        Runnable fold = () -> Parts.show(
                box,
                model.summary().get().isPresent()
                        || !(model.work().get() instanceof org.cairn.app.ui.kit.LongWork.Idle));
        model.summary().subscribe(_ -> fold.run());
        model.work().subscribe(_ -> fold.run());
        return box;
    }

    private Node collectors() {
        CheckBox all = new CheckBox(texts.text("all"));
        all.setId("collect-all");
        all.setAccessibleText(texts.text("all"));
        all.setSelected(true);
        all.setOnAction(_ -> model.chooseAll(all.isSelected()));
        Runnable mirror = () -> {
            long chosen =
                    model.lines().stream().filter(CollectViewModel.Line::chosen).count();
            all.setIndeterminate(chosen > 0 && chosen < model.lines().size());
            all.setSelected(chosen == model.lines().size());
            all.setText(texts.text("all.count", chosen, model.lines().size()));
        };
        model.lines().addListener((ListChangeListener<CollectViewModel.Line>) _ -> mirror.run());
        mirror.run();
        HBox head = Parts.row(all);
        head.getStyleClass().add("list-head");
        list.setId("collect-list");
        list.setAccessibleText(texts.text("title"));
        list.setItems(model.lines());
        list.setFixedCellSize(52);
        list.setCellFactory(_ -> new CollectorCell());
        list.setPlaceholder(Parts.emptyState(Feather.DOWNLOAD, texts.text("none.title"), texts.text("none")));
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && !refreshing) {
                model.selected().set(Optional.of(line.id()));
            }
        });
        model.lines().addListener((ListChangeListener<CollectViewModel.Line>) _ -> Platform.runLater(this::reselect));
        list.getSelectionModel().selectFirst();
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(head, list);
        box.setMinWidth(420);
        return box;
    }

    /// Lines are replaced as the run goes on; the chosen collector stays chosen.
    private void reselect() {
        refreshing = true;
        model.selected().get().flatMap(this::line).ifPresent(list.getSelectionModel()::select);
        refreshing = false;
    }

    private ScrollPane detail() {
        VBox column = new VBox(12);
        column.getStyleClass().add("pane-body");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("collect-detail");
        scroll.setAccessibleText(texts.text("detail"));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(300);
        Runnable update = () -> {
            Optional<CollectViewModel.Line> chosen = model.selected().get().flatMap(this::line);
            column.getChildren()
                    .setAll(chosen.map(this::detail)
                            .orElseGet(() -> List.of(Parts.emptyState(
                                    Feather.SHIELD, texts.text("detail.none.title"), texts.text("detail.none")))));
        };
        model.selected().subscribe(_ -> update.run());
        model.lines().addListener((ListChangeListener<CollectViewModel.Line>) _ -> update.run());
        return scroll;
    }

    private Optional<CollectViewModel.Line> line(CollectorId id) {
        return model.lines().stream().filter(line -> line.id().equals(id)).findFirst();
    }

    private List<Node> detail(CollectViewModel.Line line) {
        VBox words = new VBox(8);
        List<String> refusals = model.refusals(line.id());
        refusals.forEach(text -> words.getChildren().add(Parts.paragraph(text)));
        if (refusals.isEmpty()) {
            words.getChildren().add(Parts.paragraph(texts.text("detail.no-refusal"), "muted"));
        }
        Label title = Parts.paragraph(line.card().title(), "item-title");
        title.setId("collect-title");
        List<Node> nodes = new java.util.ArrayList<>(List.of(
                Parts.label(line.id().value(), "overline"),
                title,
                Parts.paragraph(texts.text("controls", line.controls()), "muted"),
                marks.label(line.state().mark()),
                Parts.label(texts.text("refusals", refusals.size()), "section-title"),
                words));
        model.changes(line.id()).ifPresent(changes -> {
            Label head = Parts.label(texts.text("changes", changes.size()), "section-title");
            head.setId("collect-changes");
            nodes.add(head);
            changes.forEach(change -> nodes.add(Parts.paragraph(change)));
            if (changes.isEmpty()) {
                nodes.add(Parts.paragraph(texts.text("changes.none"), "muted"));
            }
        });
        if (!line.root().isEmpty()) {
            nodes.add(Parts.label(texts.text("root.title"), "section-title"));
            line.root().forEach(advice -> nodes.add(Parts.paragraph(advice, "muted")));
        }
        return nodes;
    }

    private final class CollectorCell extends ListCell<CollectViewModel.Line> {
        CollectorCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(CollectViewModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : row(line));
        }

        private Node row(CollectViewModel.Line line) {
            CheckBox chosen = new CheckBox();
            chosen.setId("collect-choose-" + line.id().value().replace('.', '-'));
            chosen.setAccessibleText(texts.text("choose", line.card().title()));
            chosen.setSelected(line.chosen());
            chosen.setOnAction(_ -> model.choose(line.id(), chosen.isSelected()));
            chosen.setMinWidth(24);
            Label title = Parts.label(line.card().title(), "medium");
            title.setMinWidth(0);
            VBox words = new VBox(0, title, Parts.label(line.id().value(), "hint"));
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label mark = marks.label(line.state().mark());
            mark.setMinWidth(132);
            Label said = Parts.label(line.said(), "muted");
            said.setPrefWidth(230);
            said.setMinWidth(120);
            setAccessibleText(
                    line.card().title() + ". " + marks.word(line.state().mark()) + ". " + line.said());
            return Parts.row(chosen, words, mark, said);
        }
    }
}
