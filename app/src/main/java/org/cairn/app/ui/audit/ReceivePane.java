package org.cairn.app.ui.audit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.ReceivedReview;
import org.kordamp.ikonli.feather.Feather;

/// A review that came back: every mark of it is seen, and the key compared, before anything is recorded.
final class ReceivePane {
    private static final double TABLE_HEIGHT = 230;
    private static final double DIGITS_WIDTH = 460;

    private final AuditViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    ReceivePane(AuditViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.chooser = chooser;
        this.texts = texts;
    }

    VBox node() {
        Button choose = Parts.button(
                "audit-receive",
                texts.text("receive.choose"),
                () -> chooser.fileToOpen(texts.text("receive.choose")).ifPresent(model::receive));
        choose.setGraphic(Parts.icon(Feather.INBOX));
        model.receiving().busy().subscribe(choose::setDisable);
        VBox shown = new VBox(8);
        model.received().subscribe(review -> {
            shown.getChildren().clear();
            review.ifPresent(each -> fill(shown, each));
            Parts.show(shown, review.isPresent());
        });
        return Panels.section(
                texts.text("receive.title"),
                texts.text("receive.what"),
                new HBox(choose),
                shown,
                ToldText.node(
                        "audit-receive",
                        model.receiving().told(),
                        model.receiving().problem(),
                        kit));
    }

    private void fill(VBox shown, ReceivedReview review) {
        Label head = Parts.paragraph(model.head(review), "medium");
        head.setId("audit-head");
        Label counts = Parts.paragraph(model.sum(review));
        counts.setId("audit-counts");
        shown.getChildren().addAll(head, counts);
        review.notices().forEach(notice -> shown.getChildren().add(notice(notice)));
        shown.getChildren().addAll(marks(review), key(review));
    }

    private static Node notice(String words) {
        Label label = Parts.paragraph(words);
        HBox row = Parts.row(Parts.icon(Feather.ALERT_TRIANGLE), Panels.grow(label));
        row.getStyleClass().add("banner-problem");
        return row;
    }

    private Node marks(ReceivedReview review) {
        TableView<MarkLine> table = Columns.<MarkLine>of(
                        "audit-marks",
                        texts.text("marks"),
                        Parts.emptyState(Feather.INBOX, texts.text("marks"), texts.text("receive.what")))
                .text(texts.text("column.item"), 110, MarkLine::item, "medium")
                .text(texts.text("column.mark"), 120, MarkLine::mark)
                .text(texts.text("column.due"), 100, MarkLine::due)
                .text(texts.text("column.remark"), 320, MarkLine::remark)
                .text(texts.text("column.about"), 250, MarkLine::about)
                .table();
        table.getItems().setAll(model.marks(review));
        table.setPrefHeight(TABLE_HEIGHT);
        table.getStyleClass().add("framed");
        return table;
    }

    private Node key(ReceivedReview review) {
        Label stands = Parts.paragraph(model.key(review), "medium");
        stands.setId("audit-key-stands");
        TextField told = new TextField();
        told.setId("audit-key-told");
        told.setAccessibleText(texts.text("key.told"));
        told.setMaxWidth(DIGITS_WIDTH);
        told.getStyleClass().add("hash");
        Button record =
                Parts.mainButton("audit-record", texts.text("receive.record"), () -> model.record(told.getText()));
        model.receiving().busy().subscribe(record::setDisable);
        Button leave = Parts.button("audit-leave", texts.text("receive.leave"), model::leave);
        VBox box = new VBox(
                8,
                stands,
                HashText.node("audit-key", review.review().key().keyId().hex(), kit),
                Parts.paragraph(texts.text("key.compare"), "hint"),
                OneOf.named(texts.text("key.told"), told, told));
        boolean unknown = model.unknown(review);
        box.getChildren().subList(2, 4).forEach(node -> Parts.show(node, unknown));
        box.getStyleClass().add("outcome-box");
        HBox deeds = Parts.row(record);
        return new VBox(8, box, Parts.row(Guarded.node(deeds, model.readOnly()), leave));
    }
}
