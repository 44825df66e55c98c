package org.cairn.app.ui.checklist;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.AnswerStatus;

/// The form of an answer.
final class AnswerView {
    private static final int HIGHEST_MATURITY = 5;

    private final ChecklistViewModel checklist;
    private final ItemViewModel model;
    private final AnswerForm form;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final TextArea note = new TextArea();
    private final TextField owner = new TextField();
    private final Node guarded;

    AnswerView(ChecklistViewModel checklist, Texts texts) {
        this.checklist = checklist;
        this.model = checklist.item();
        this.form = model.form();
        this.texts = texts;
        VBox box = new VBox(
                12,
                choices(),
                appliesFrom(),
                note(),
                details(),
                ProblemText.node("answer-problem", model.problem(), kit),
                save());
        guarded = Guarded.node(box, model.readOnly());
    }

    Node node() {
        return guarded;
    }

    void focusOwner() {
        owner.requestFocus();
        owner.selectAll();
    }

    void focusNote() {
        note.requestFocus();
        note.end();
    }

    private Node choices() {
        FlowPane row = new FlowPane(6, 6);
        ToggleGroup group = new ToggleGroup();
        int digit = 1;
        for (AnswerStatus status : ChecklistView.ANSWERS) {
            row.getChildren().add(choice(status, digit++, group));
        }
        return named("answer", texts.text("answer"), row);
    }

    private ToggleButton choice(AnswerStatus status, int digit, ToggleGroup group) {
        Mark mark = Mark.ofAnswer(status);
        ToggleButton button = new ToggleButton(marks.word(mark));
        Label sign = marks.sign(mark);
        button.setGraphic(sign);
        button.setId("answer-" + Texts.keyOf(status));
        button.setAccessibleText(marks.word(mark));
        button.setAccessibleHelp(texts.text("answer.key", digit));
        button.setTooltip(new Tooltip(texts.text("answer.key", digit)));
        button.getStyleClass().add("answer-choice");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.choose(status);
        });
        form.status().subscribe(chosen -> button.setSelected(chosen.equals(Optional.of(status))));
        return button;
    }

    private Node appliesFrom() {
        Node field = named("applies-from", texts.text("applies-from"), day("applies-from", form.appliesFrom()));
        form.status()
                .subscribe(chosen -> Parts.show(field, chosen.equals(Optional.of(AnswerStatus.NOT_YET_APPLICABLE))));
        return field;
    }

    private Node note() {
        note.setId("note");
        note.setAccessibleText(texts.text("note"));
        note.setPromptText(texts.text("note.prompt"));
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.textProperty().bindBidirectional(form.note());
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveNote);
        return named("note", texts.text("note"), note);
    }

    /// Tab leads on from here too, as from every other field: nobody indents a note.
    private void leaveNote(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            note.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private Node details() {
        owner.setId("owner");
        owner.setAccessibleText(texts.text("owner"));
        owner.textProperty().bindBidirectional(form.owner());
        FlowPane row = new FlowPane(
                12,
                12,
                named("owner", texts.text("owner"), owner),
                named("due", texts.text("due"), day("due", form.due())),
                named("documentation", texts.text("documentation"), level("documentation", form.documentation())),
                named("implementation", texts.text("implementation"), level("implementation", form.implementation())));
        owner.setPrefWidth(150);
        return row;
    }

    private DatePicker day(String id, ObjectProperty<Optional<LocalDate>> value) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setAccessibleText(texts.text(id));
        picker.setConverter(new DayConverter(kit));
        picker.setEditable(false);
        picker.setPrefWidth(140);
        picker.setOnAction(_ -> value.set(Optional.ofNullable(picker.getValue())));
        value.subscribe(day -> picker.setValue(day.orElse(null)));
        return picker;
    }

    private ComboBox<String> level(String id, ObjectProperty<Optional<Integer>> value) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(texts.text(id));
        String none = texts.text("level.none");
        box.getItems().add(none);
        for (int level = 0; level <= HIGHEST_MATURITY; level++) {
            box.getItems().add(texts.text("level." + level));
        }
        box.setPrefWidth(140);
        box.setOnAction(_ -> {
            int at = box.getSelectionModel().getSelectedIndex();
            value.set(at <= 0 ? Optional.empty() : Optional.of(at - 1));
        });
        value.subscribe(
                level -> box.getSelectionModel().select(level.map(l -> l + 1).orElse(0)));
        return box;
    }

    private Node save() {
        Button save = Parts.mainButton("save-next", texts.text("save-next"), checklist::saveAndNext);
        save.setTooltip(new Tooltip(texts.text("save-next.key")));
        Label state = Parts.label("", "hint");
        state.setId("saving");
        model.saving().subscribe(saving -> {
            state.setText(texts.text(
                    switch (saving) {
                        case ItemViewModel.Saving.Unchanged _ -> "saving.unchanged";
                        case ItemViewModel.Saving.Unsaved _ -> "saving.unsaved";
                        case ItemViewModel.Saving.UnderWay _ -> "saving.under-way";
                        case ItemViewModel.Saving.Saved _ -> "saving.saved";
                    }));
            state.setAccessibleText(state.getText());
        });
        return Parts.row(save, Parts.button("save", texts.text("save"), model::save), state);
    }

    private VBox named(String id, String name, Node field) {
        Label label = Parts.label(name, "field-label");
        label.setId(id + "-label");
        label.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        return new VBox(4, label, field);
    }
}
