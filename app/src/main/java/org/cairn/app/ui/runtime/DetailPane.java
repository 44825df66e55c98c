package org.cairn.app.ui.runtime;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;

/// What was chosen in the picture or the table: names in full, and the lines of the logs.
final class DetailPane {
    private final RuntimeViewModel model;
    private final Chooser chooser;
    private final Texts texts;

    DetailPane(RuntimeViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        this.texts = model.texts();
    }

    Node node() {
        Label words = Parts.paragraph("");
        words.setId("runtime-detail");
        ScrollPane told = new ScrollPane(words);
        told.setId("runtime-detail-pane");
        told.setAccessibleText(texts.text("detail"));
        told.setFitToWidth(true);
        told.setMinHeight(120);
        ListView<String> raw = new ListView<>();
        raw.setId("runtime-raw");
        raw.setAccessibleText(texts.text("raw"));
        raw.setCellFactory(_ -> new LineCell<>(line -> Parts.paragraph(line, "mono")));
        raw.setPlaceholder(Parts.paragraph(texts.text("raw.none"), "hint"));
        Button why = Parts.button(
                "runtime-why",
                texts.text("why-this"),
                () -> model.why(model.detail().get().edges().getFirst()));
        Button incident = Parts.button(
                "runtime-incident",
                texts.text("incident"),
                () -> chooser.fileToSave(texts.text("incident.title"), "incident.pdf")
                        .ifPresent(model::incident));
        why.setMaxWidth(Double.MAX_VALUE);
        incident.setMaxWidth(Double.MAX_VALUE);
        model.detail().subscribe(now -> {
            words.setText(now.words().isEmpty() ? texts.text("detail.none") : now.words());
            words.setAccessibleText(words.getText());
            raw.getItems().setAll(now.raw());
            why.setDisable(now.edges().isEmpty());
            incident.setDisable(now.edges().isEmpty());
        });
        VBox.setVgrow(told, Priority.ALWAYS);
        VBox.setVgrow(raw, Priority.ALWAYS);
        VBox box = new VBox(
                8,
                Parts.label(texts.text("detail"), "section-title"),
                told,
                new VBox(6, why, incident),
                Parts.label(texts.text("raw"), "section-title"),
                raw);
        box.getStyleClass().add("pane-body");
        box.setMinWidth(220);
        return box;
    }
}
