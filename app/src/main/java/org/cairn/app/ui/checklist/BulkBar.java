package org.cairn.app.ui.checklist;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.AnswerStatus;
import org.kordamp.ikonli.feather.Feather;

/// Stands above the list while several controls are marked, and until what came of it was read.
final class BulkBar {
    private final BulkViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final ComboBox<String> answer = new ComboBox<>();
    private final TextField owner = new TextField();
    private final TextField note = new TextField();
    private final DatePicker due = new DatePicker();
    private boolean filling;

    BulkBar(BulkViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        answer.getItems().add(texts.text("bulk.answer.keep"));
        BulkEdit.ANSWERS.forEach(
                status -> answer.getItems().add(Mark.ofAnswer(status).word(kit)));
        answer.setId("bulk-answer");
        answer.setAccessibleText(texts.text("bulk.answer"));
        answer.setMaxWidth(Double.MAX_VALUE);
        answer.setOnAction(_ -> edited());
        due.setId("bulk-due");
        due.setAccessibleText(texts.text("bulk.due"));
        due.setPromptText(texts.text("bulk.due"));
        due.setConverter(new DayConverter(kit));
        due.setEditable(false);
        due.setPrefWidth(128);
        due.setOnAction(_ -> edited());
        field(owner, "owner");
        field(note, "note");
        model.edit().subscribe(this::fill);
    }

    Node node() {
        VBox box = new VBox(6, outcome(), Guarded.node(form(), model.readOnly()));
        box.setId("bulk");
        box.getStyleClass().add("bulk-bar");
        Runnable fold = () -> Parts.show(
                box,
                model.several()
                        || model.recording().told().get().isPresent()
                        || model.recording().problem().get().isPresent());
        model.chosen().subscribe(_ -> fold.run());
        model.recording().told().subscribe(_ -> fold.run());
        model.recording().problem().subscribe(_ -> fold.run());
        return box;
    }

    private VBox form() {
        Label count = Parts.label("", "medium");
        count.setId("bulk-count");
        Label first = Parts.paragraph("", "hint");
        first.setId("bulk-first");
        Button apply = Parts.mainButton("bulk-apply", "", model::apply);
        apply.disableProperty().bind(model.recording().busy());
        VBox form = new VBox(
                6,
                count,
                Parts.row(Panels.grow(answer), due),
                Parts.row(Panels.grow(owner), Panels.grow(note)),
                first,
                apply);
        model.chosen().subscribe(chosen -> {
            Parts.show(form, model.several());
            count.setText(texts.text("bulk.count", chosen.size()));
            apply.setText(texts.text("bulk.apply", chosen.size()));
            apply.setAccessibleText(apply.getText());
            long unanswered = model.unanswered();
            first.setText(texts.text("bulk.first", unanswered));
            Parts.show(first, unanswered > 0);
        });
        return form;
    }

    /// Above the form, which folds once the rows are read anew: what is pressed here stays where it is.
    private Node outcome() {
        Label words = Parts.paragraph("");
        words.setId("bulk-told");
        Button undo = Parts.button("bulk-undo", texts.text("bulk.undo"), model::undo);
        undo.setGraphic(Parts.icon(Feather.CORNER_UP_LEFT));
        undo.disableProperty().bind(model.recording().busy());
        Button close = Parts.iconButton("bulk-close", Feather.X, texts.text("bulk.close"), model::dismiss);
        HBox row = Parts.row(Panels.grow(words), undo, close);
        model.recording().told().subscribe(told -> {
            words.setText(told.orElse(""));
            words.setAccessibleText(words.getText());
            Parts.show(row, told.isPresent());
        });
        model.undoable().subscribe(last -> Parts.show(undo, last.isPresent()));
        return new VBox(
                6, row, ProblemText.node("bulk-problem", model.recording().problem(), kit));
    }

    private void field(TextField field, String key) {
        field.setId("bulk-" + key);
        field.setPromptText(texts.text("bulk." + key));
        field.setAccessibleText(texts.text("bulk." + key));
        field.textProperty().subscribe((_, _) -> edited());
    }

    private void edited() {
        if (!filling) {
            int at = answer.getSelectionModel().getSelectedIndex();
            Optional<LocalDate> day = Optional.ofNullable(due.getValue());
            Optional<AnswerStatus> status = at <= 0 ? Optional.empty() : Optional.of(BulkEdit.ANSWERS.get(at - 1));
            model.edit().set(new BulkEdit(status, owner.getText(), day, note.getText()));
        }
    }

    private void fill(BulkEdit edit) {
        filling = true;
        answer.getSelectionModel()
                .select(edit.status().map(BulkEdit.ANSWERS::indexOf).orElse(-1) + 1);
        due.setValue(edit.due().orElse(null));
        if (!owner.getText().equals(edit.owner())) {
            owner.setText(edit.owner());
        }
        if (!note.getText().equals(edit.note())) {
            note.setText(edit.note());
        }
        filling = false;
    }
}
