package org.cairn.app.ui.intake;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.FolderScan;
import org.cairn.app.workspace.FolderScan.Found;
import org.kordamp.ikonli.feather.Feather;

/// What a folder holds, with a box to tick beside all that can be taken.
final class FolderView {
    private final IntakeViewModel model;
    private final FolderTicks folder;
    private final String id;
    private final Texts texts;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ListView<Found> list = new ListView<>(found);
    private final VBox box = new VBox();

    FolderView(IntakeViewModel model, String id, Texts texts) {
        this.model = model;
        this.folder = model.folder();
        this.id = id;
        this.texts = texts;
        list.setId(id + "-found");
        list.setAccessibleText(texts.text("found"));
        list.setCellFactory(_ -> new LineCell<>(this::line));
        list.setPlaceholder(Parts.emptyState(Feather.FOLDER, texts.text("found.none.title"), texts.text("found.none")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::toggle);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label limited = Parts.paragraph("", "hint");
        limited.setId(id + "-limited");
        Label title = Parts.paragraph("", "section-title");
        title.setId(id + "-folder-title");
        VBox head = new VBox(4, title, Parts.paragraph(texts.text("found.what"), "hint"), limited);
        head.getStyleClass().add("side-tools");
        box.getChildren().addAll(head, list, foot());
        folder.scan().subscribe(scan -> {
            found.setAll(scan.map(FolderScan::found).orElse(java.util.List.of()));
            title.setText(scan.map(each ->
                            texts.text("found.in", each.folder(), each.found().size()))
                    .orElse(""));
            limited.setText(scan.map(each -> String.join("\n", each.limited())).orElse(""));
            Parts.show(limited, !limited.getText().isEmpty());
        });
    }

    Node node() {
        return box;
    }

    private Node foot() {
        Button take = Parts.mainButton(id + "-take", texts.text("take", 0), model::takeTicked);
        folder.count().subscribe(many -> {
            take.setDisable(many.intValue() == 0);
            take.setText(texts.text("take", many.intValue()));
            take.setAccessibleText(take.getText());
        });
        Button all = Parts.button(id + "-tick-new", texts.text("tick-new"), () -> {
            folder.tickNew();
            list.refresh();
        });
        Button back = Parts.button(id + "-found-close", texts.text("found.close"), folder::close);
        HBox foot = Parts.row(take, all, Parts.gap(), back);
        foot.getStyleClass().addAll("side-tools", "rule");
        return foot;
    }

    private void toggle(KeyEvent event) {
        Found chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && chosen != null) {
            folder.tick(chosen, !folder.ticked(chosen));
            list.refresh();
            event.consume();
        }
    }

    private Node line(Found each) {
        CheckBox tick = new CheckBox(each.path().toString());
        tick.setId(id + "-tick-" + found.indexOf(each));
        tick.setAccessibleText(each.path().toString());
        tick.setSelected(folder.ticked(each));
        tick.setDisable(!each.takeable());
        tick.setMinWidth(0);
        tick.setOnAction(_ -> folder.tick(each, tick.isSelected()));
        VBox line = new VBox(2, tick, Parts.paragraph(said(each), "hint", "choice-words"));
        line.setMinWidth(0);
        return line;
    }

    private String said(Found each) {
        String kind = texts.text("kind." + Texts.keyOf(each.kind()));
        if (each.sha256().isEmpty()) {
            return each.detail().isEmpty() ? kind : kind + " (" + each.detail() + ")";
        }
        String facts = texts.text(
                "found.facts",
                Sizes.words(each.sizeBytes(), texts),
                each.modifiedAt().map(model.moments()::minute).orElse(""),
                each.sha256().get().hex().substring(0, HashText.GROUP));
        String known = each.recorded()
                .map(piece -> texts.text("found.known", piece.hex().substring(0, HashText.GROUP)))
                .orElse(texts.text("found.new"));
        return (each.kind() == FolderScan.Kind.HIDDEN ? kind + " · " : "") + facts + " · " + known;
    }
}
