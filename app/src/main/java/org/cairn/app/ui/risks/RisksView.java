package org.cairn.app.ui.risks;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.RegisteredRisk;
import org.kordamp.ikonli.feather.Feather;

/// Draws the register, a map of what is left, and the form of one risk.
public final class RisksView {
    private final RisksViewModel model;
    private final Guide guide;
    private final Texts texts = Texts.beside(RisksView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final BorderPane root = new BorderPane();

    public RisksView(RisksViewModel model, Guide guide) {
        this.model = model;
        this.guide = guide;
        root.setId("risks");
        root.getStyleClass().add("page");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("risks-unreadable", model.unreadable(), kit)));
        TableView<RegisteredRisk> table = table();
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox top = new HBox(16, table, new RiskMap(model, texts).node());
        VBox.setVgrow(top, Priority.ALWAYS);
        VBox body = new VBox(12, top, Guarded.node(new RiskForm(model, texts).node(), model.readOnly()), outcome());
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body); // in a low window the form would push the frame out of it
        scroll.setId("risks-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root.setCenter(scroll);
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private TableView<RegisteredRisk> table() {
        TableView<RegisteredRisk> table = Columns.<RegisteredRisk>of(
                        "risks-table",
                        texts.text("title"),
                        Parts.emptyState(Feather.ALERT_TRIANGLE, texts.text("none.title"), texts.text("none")))
                .text(texts.text("column.risk"), 162, risk -> risk.title().orElse(texts.text("erased")), "medium")
                .text(texts.text("column.before"), 84, risk -> model.score(risk.inherent()))
                .text(texts.text("column.after"), 84, risk -> model.score(risk.residual()))
                .text(texts.text("column.treatment"), 94, model::treatment)
                .text(texts.text("column.borne"), 138, model::borne)
                .text(texts.text("column.review"), 106, model::review)
                .text(texts.text("column.rows"), 60, RisksViewModel::rows)
                .text(texts.text("column.owner"), 98, risk -> risk.owner().orElse(texts.text("erased")))
                .table();
        table.setItems(model.risks());
        table.getSelectionModel().selectedItemProperty().subscribe(risk -> {
            if (risk != null) {
                model.choose(risk);
            }
        });
        model.shown().subscribe(shown -> {
            if (shown.isEmpty()) { // so that the same row can be chosen again
                table.getSelectionModel().clearSelection();
            }
        });
        model.recording().told().subscribe((_, told) -> {
            if (told.isPresent()) { // the button that was pressed is gone, and its focus would go to the frame
                table.requestFocus();
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.shown().get().flatMap(RisksViewModel::leads).ifPresent(guide::go);
                event.consume();
            }
        });
        return table;
    }

    private Node outcome() {
        return ToldText.node(
                "risks", model.recording().told(), model.recording().problem(), kit);
    }
}
