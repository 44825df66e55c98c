package org.cairn.app.ui.log;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.VerdictText;
import org.cairn.app.ui.kit.WorkStrip;
import org.kordamp.ikonli.feather.Feather;

/// The table of entries with the signed state beside it.
public final class LedgerView {
    private final LedgerViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(LedgerView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final BorderPane root = new BorderPane();

    public LedgerView(LedgerViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        root.setId("ledger");
        root.getStyleClass().add("page");
        TextField filter = new TextField();
        filter.setId("ledger-filter");
        filter.setPromptText(texts.text("filter"));
        filter.setAccessibleText(texts.text("filter.help"));
        filter.textProperty().bindBidirectional(model.entries().typed());
        filter.setPrefWidth(220);
        filter.setMinWidth(96);
        root.setTop(Parts.pageHead(texts.text("title"), texts.text("what"), filter));
        Node side = side();
        SplitPane panes = new SplitPane(table(), side);
        panes.setId("ledger-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(side, false);
        root.setCenter(panes);
        root.sceneProperty().subscribe(scene -> model.entries().show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private Node table() {
        VBox empty = Parts.emptyState(Feather.BOOK, texts.text("empty.title"), texts.text("empty"));
        TableView<EntryLine> table = Columns.<EntryLine>of("ledger-table", texts.text("title"), empty)
                .number(texts.text("column.entry"), 64, EntryLine::entry)
                .text(texts.text("column.recorded"), 164, EntryLine::recorded)
                .text(texts.text("column.kind"), 176, EntryLine::kind, "medium")
                .text(texts.text("column.actor"), 120, EntryLine::actor)
                .text(texts.text("column.summary"), 240, EntryLine::summary)
                .table();
        // the order is that of the ledger; to sort by anything else all of it would have to be read
        table.getColumns().forEach(column -> column.setSortable(false));
        model.entries().lines().subscribe(table::setItems);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> model.selected().set(Optional.ofNullable(line)));
        Label count = Parts.label("", "hint");
        count.setId("ledger-count");
        count.textProperty().bind(model.entries().count());
        HBox head = Parts.row(
                count,
                WorkStrip.node(
                        "ledger-search",
                        model.entries().search().map(w -> w),
                        Optional.of(model.entries()::stop),
                        kit));
        head.getStyleClass().add("list-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(head, table);
        box.setMinWidth(420);
        return box;
    }

    private Node side() {
        VBox column = new VBox(16, state(), verification(), proof(), keys());
        column.getStyleClass().add("pane-body");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("ledger-side");
        scroll.setAccessibleText(texts.text("checkpoint"));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(320);
        return scroll;
    }

    private Node state() {
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(model.checkpoint());
        text.accessibleTextProperty().bind(text.textProperty());
        Label index = Parts.paragraph("", "hint");
        index.setId("ledger-index");
        model.index().subscribe(words -> index.setText(texts.text("index", texts.told("index.", words))));
        return section(
                texts.text("checkpoint"),
                Parts.paragraph(texts.text("checkpoint.what"), "hint"),
                HashText.block("checkpoint", text, kit),
                witnesses(),
                index);
    }

    private Node witnesses() {
        Label said = Parts.paragraph("", "medium");
        said.setId("ledger-witnesses");
        said.textProperty().bind(model.witnesses());
        said.accessibleTextProperty().bind(said.textProperty());
        model.neverAnchored().subscribe(never -> {
            said.getStyleClass().remove("never-anchored");
            if (never) {
                said.getStyleClass().add("never-anchored");
            }
        });
        return said;
    }

    private Node verification() {
        Button verify = Parts.button("ledger-verify", texts.text("verify"), model::verify);
        verify.setGraphic(Parts.icon(Feather.SHIELD));
        model.work().subscribe(work -> verify.setDisable(work.running()));
        VBox verdict = new VBox(8);
        model.verified().subscribe(result -> {
            verdict.getChildren().clear();
            result.ifPresent(r -> verdict.getChildren().add(VerdictText.node("ledger-verdict", r, kit)));
        });
        return section(
                texts.text("verify.title"),
                Parts.paragraph(texts.text("verify.what"), "hint"),
                Parts.row(verify),
                WorkStrip.node("ledger", model.work().map(w -> w), Optional.empty(), kit),
                verdict);
    }

    private Node proof() {
        Button export = Parts.button(
                "ledger-proof",
                texts.text("proof"),
                () -> model.suggestedProofName()
                        .flatMap(name -> chooser.fileToSave(texts.text("proof.file"), name))
                        .ifPresent(model::export));
        export.setGraphic(Parts.icon(Feather.SHARE));
        Label chosen = Parts.paragraph("", "hint");
        chosen.setId("ledger-chosen");
        model.selected().subscribe(line -> {
            export.setDisable(line.isEmpty());
            chosen.setText(line.map(l -> texts.text(
                            l.read() ? "proof.chosen" : "proof.chosen-unread", l.entry(), l.kind(), l.summary()))
                    .orElse(texts.text("proof.choose")));
        });
        Label said = Parts.paragraph("", "medium");
        said.setId("ledger-proof-written");
        model.exported().subscribe(words -> {
            Parts.show(said, words.isPresent());
            said.setText(words.orElse(""));
        });
        return section(texts.text("proof.title"), chosen, Parts.row(export), said);
    }

    private Node keys() {
        VBox box = new VBox(4);
        model.about().subscribe(about -> {
            box.getChildren().clear();
            about.person()
                    .ifPresent(person -> box.getChildren()
                            .addAll(
                                    Parts.label(texts.text("keys.person", person.name()), "hint"),
                                    HashText.node("ledger-person", person.key().hex(), kit)));
            box.getChildren()
                    .addAll(
                            Parts.label(texts.text("keys.root"), "hint"),
                            HashText.node("ledger-root", about.rootFingerprint().hex(), kit));
        });
        return section(texts.text("keys"), box);
    }

    private static Node section(String title, Node... content) {
        VBox box = new VBox(8, Parts.label(title, "section-title"));
        box.getChildren().addAll(content);
        box.getStyleClass().add("ledger-section");
        return box;
    }
}
