package org.cairn.app.ui.redact;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.redaction.Cut;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.ui.redact.RedactionViewModel.Shown;

/// What is to be taken out, the copy as it would be, and its recording.
final class RedactionForm {
    private static final double WIDTH = 460;
    private static final double COPY_HEIGHT = 220;

    private final RedactionViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    RedactionForm(RedactionViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    VBox node() {
        VBox words = typed("words", model::words);
        VBox lines = typed("line", model::lines);
        VBox box = typed("box", model::box);
        VBox cuts = new VBox();
        model.cuts().addListener((ListChangeListener<Cut>) _ -> fill(cuts));
        fill(cuts);
        VBox out = Panels.section(texts.text("title"), texts.text("what"), words, lines, box, cuts);
        VBox all = new VBox(12, out, copy(), recording());
        all.setPrefWidth(WIDTH);
        all.setMinWidth(WIDTH);
        model.read().subscribe(read -> {
            Shown shown = read.map(RedactionViewModel.Read::shown).orElseGet(() -> new Shown.Nothing(""));
            Parts.show(all, !(shown instanceof Shown.Nothing));
            Parts.show(words, shown instanceof Shown.Lines);
            Parts.show(lines, shown instanceof Shown.Lines);
            Parts.show(box, shown instanceof Shown.Picture);
        });
        return all;
    }

    private VBox typed(String key, java.util.function.Consumer<String> add) {
        TextField field = new TextField();
        field.setId("redact-" + key);
        field.setAccessibleText(texts.text(key));
        Runnable take = () -> {
            add.accept(field.getText());
            if (model.doing().problem().get().isEmpty()) {
                field.clear();
            }
        };
        field.setOnAction(_ -> take.run());
        Button button = Parts.button("redact-add-" + key, texts.text("add"), take);
        button.setAccessibleText(texts.text("add.for", texts.text(key)));
        return OneOf.named(texts.text(key), field, Parts.row(Panels.grow(field), button));
    }

    private void fill(VBox cuts) {
        List<Cut> all = List.copyOf(model.cuts());
        Panels.fill(cuts, all, texts.text("cuts.none"), cut -> cut(all.indexOf(cut), cut));
    }

    private Node cut(int number, Cut cut) {
        Button remove = Parts.button("redact-remove-" + number, texts.text("cut.remove"), () -> model.remove(cut));
        remove.setAccessibleText(texts.text("cut.remove.for", model.name(cut)));
        return Parts.row(Panels.grow(Parts.paragraph(model.name(cut))), remove);
    }

    private Node copy() {
        Button look = Parts.button("redact-look", texts.text("look"), model::look);
        Runnable update = () ->
                look.setDisable(model.cuts().isEmpty() || model.doing().busy().get());
        model.cuts().addListener((ListChangeListener<Cut>) _ -> update.run());
        model.doing().busy().subscribe(_ -> update.run());
        VBox shown = new VBox(8);
        model.copy().subscribe(copy -> {
            shown.getChildren().clear();
            copy.ifPresent(each -> shown.getChildren()
                    .addAll(
                            Parts.paragraph(texts.text("copy.removed", each.removed()), "medium"),
                            drawn(each.shown())));
        });
        return Panels.section(texts.text("copy"), texts.text("copy.what"), new HBox(look), shown);
    }

    private Node drawn(Shown shown) {
        return switch (shown) {
            case Shown.Lines lines -> {
                var list = RedactionView.lines("redact-copy", texts.text("copy"), lines.lines());
                list.setPrefHeight(Math.min(COPY_HEIGHT, list.getPrefHeight()));
                yield list;
            }
            case Shown.Picture picture -> {
                double scale = Math.min(1, (WIDTH - 40) / picture.width());
                ImageView view = PictureBoxes.view(
                        picture.image(), picture.width() * scale, picture.height() * scale, texts.text("copy"));
                view.setId("redact-copy");
                HBox frame = new HBox(view);
                frame.getStyleClass().add("preview-frame");
                frame.setMaxWidth(HBox.USE_PREF_SIZE);
                yield frame;
            }
            case Shown.Nothing nothing -> RedactionView.nothing(nothing);
        };
    }

    private Node recording() {
        TextField reason = new TextField();
        reason.setId("redact-reason");
        reason.setAccessibleText(texts.text("reason"));
        TextField rows = new TextField();
        rows.setId("redact-rows");
        rows.setAccessibleText(texts.text("rows"));
        model.read()
                .subscribe(read ->
                        rows.setText(read.map(RedactionViewModel.Read::rows).orElse("")));
        model.of().subscribe(_ -> reason.clear());
        Button record = Parts.mainButton(
                "redact-record", texts.text("record"), () -> model.record(reason.getText(), rows.getText()));
        Runnable update = () -> record.setDisable(
                model.copy().get().isEmpty() || model.doing().busy().get());
        model.copy().subscribe(_ -> update.run());
        model.doing().busy().subscribe(_ -> update.run());
        VBox form = new VBox(
                8,
                OneOf.named(texts.text("reason"), reason, reason),
                OneOf.named(texts.text("rows"), rows, rows),
                Parts.paragraph(texts.text("record.what"), "hint"),
                new HBox(record));
        return new VBox(
                8,
                Guarded.node(form, model.readOnly()),
                ToldText.node("redact", model.doing().told(), model.doing().problem(), kit));
    }
}
