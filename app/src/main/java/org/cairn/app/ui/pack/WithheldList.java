package org.cairn.app.ui.pack;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// Which pieces of evidence stay here, their commitments alone going out.
final class WithheldList {
    private static final double LIST_HEIGHT = 140;

    private final PacksViewModel model;
    private final Texts texts;

    WithheldList(PacksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        CheckBox originals = new CheckBox(texts.text("withhold.redacted"));
        originals.setId("pack-withhold-redacted");
        originals.setAccessibleText(texts.text("withhold.redacted"));
        originals.setWrapText(true);
        originals.selectedProperty().bindBidirectional(model.withholdsRedacted());
        ListView<PacksViewModel.Piece> list = new ListView<>(model.pieces());
        list.setId("pack-pieces");
        list.setAccessibleText(texts.text("withhold.list"));
        list.setCellFactory(_ -> new LineCell<>(this::piece));
        list.setPlaceholder(
                Parts.emptyState(Feather.INBOX, texts.text("withhold.none.title"), texts.text("withhold.none")));
        list.setPrefHeight(LIST_HEIGHT);
        VBox folded = new VBox(
                4,
                Parts.paragraph(texts.text("withhold.what"), "hint"),
                ProblemText.node("pack-pieces-unreadable", model.piecesUnreadable(), Texts.beside(Texts.class)),
                list);
        Label count = Parts.label("", "medium");
        count.setId("pack-withheld");
        model.withheldCount().subscribe(n -> count.setText(texts.text("withhold.count", n)));
        Button open = Panels.link("pack-withhold", texts.text("withhold.choose"), () -> {
            boolean shown = !folded.isVisible();
            Parts.show(folded, shown);
            model.showPieces(shown);
        });
        Parts.show(folded, false);
        return new VBox(8, originals, Parts.row(count, open), folded);
    }

    private Node piece(PacksViewModel.Piece piece) {
        CheckBox box = new CheckBox(piece.words());
        box.setId("withhold-" + piece.id().shortForm());
        box.setAccessibleText(texts.text("withhold.one", piece.words()));
        box.setWrapText(true);
        box.setSelected(model.isWithheld(piece));
        box.setOnAction(_ -> model.withhold(piece, box.isSelected()));
        return box;
    }
}
