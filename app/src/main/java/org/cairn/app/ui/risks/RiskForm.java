package org.cairn.app.ui.risks;

import java.util.ArrayList;
import java.util.List;
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
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;

/// What a person types about one risk.
final class RiskForm {
    private static final List<Treatment> TREATMENTS = List.of(Treatment.values());

    /// Shows the whole question while there is no day.
    private static final double DAY_WIDTH = 204;

    private final RisksViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final TextField title = new TextField();
    private final TextField rows = new TextField();
    private final TextField owner = new TextField();
    private final TextField reason = new TextField();
    private final DatePicker review = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final ComboBox<String> treatment = new ComboBox<>();
    private final List<ComboBox<Integer>> ratings = new ArrayList<>();
    private boolean filling;

    RiskForm(RisksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        field(title, "title");
        field(rows, "rows");
        field(owner, "owner");
        field(reason, "reason");
        day(review, "review");
        review.setOnAction(_ -> edited());
        day(until, "until");
        treatment.setId("risk-treatment");
        treatment.setAccessibleText(texts.text("form.treatment"));
        for (Treatment each : TREATMENTS) {
            treatment.getItems().add(texts.text("treatment." + Texts.keyOf(each)));
        }
        treatment.setOnAction(_ -> edited());
        for (String key : List.of("inherent-likelihood", "inherent-impact", "residual-likelihood", "residual-impact")) {
            ComboBox<Integer> box = new ComboBox<>();
            box.getItems().addAll(1, 2, 3, 4, Rating.MOST);
            box.setId("risk-" + key);
            box.setAccessibleText(texts.text("form." + key));
            box.setOnAction(_ -> edited());
            ratings.add(box);
        }
        model.draft().subscribe(this::fill);
    }

    VBox node() {
        Label head = Parts.label("", "section-title");
        head.setId("risk-form-head");
        model.shown()
                .subscribe(shown -> head.setText(shown.map(risk -> texts.text("form.again", risk.times()))
                        .orElse(texts.text("form.new"))));
        Label grows = Parts.paragraph("", "hint");
        grows.setId("risk-grows");
        model.draft().subscribe(draft -> grows.setText(draft.grows() ? texts.text("form.grows") : ""));
        VBox box = new VBox(
                8,
                head,
                Parts.row(Panels.grow(title), Panels.grow(rows)),
                Parts.row(
                        Parts.label(texts.text("form.before")),
                        ratings.get(0),
                        Parts.label("×"),
                        ratings.get(1),
                        treatment,
                        Parts.label(texts.text("form.after")),
                        ratings.get(2),
                        Parts.label("×"),
                        ratings.get(3),
                        grows),
                Parts.row(Panels.grow(reason), Panels.grow(owner), review),
                buttons());
        box.getStyleClass().add("panel");
        return box;
    }

    private Node buttons() {
        Button record = Parts.mainButton("risk-record", texts.text("form.record"), model::record);
        Button begin = Parts.button("risk-new", texts.text("form.begin"), model::begin);
        Button close = Parts.button("risk-close", texts.text("form.close"), model::close);
        Button retain = Parts.button(
                "risk-retain", texts.text("form.retain"), () -> model.retain(Optional.ofNullable(until.getValue())));
        HBox bearing = Parts.row(until, retain);
        model.shown().subscribe(shown -> {
            Parts.show(close, shown.isPresent());
            Parts.show(begin, shown.isPresent());
            Parts.show(bearing, shown.filter(RisksViewModel::bearable).isPresent());
        });
        model.recording()
                .busy()
                .subscribe(busy -> List.of(record, close, retain).forEach(button -> button.setDisable(busy)));
        return Parts.row(record, begin, close, Parts.gap(), bearing);
    }

    private void field(TextField field, String key) {
        field.setId("risk-" + key);
        field.setPromptText(texts.text("form." + key));
        field.setAccessibleText(texts.text("form." + key));
        field.textProperty().subscribe((_, _) -> edited());
    }

    private void day(DatePicker picker, String key) {
        picker.setId("risk-" + key);
        picker.setAccessibleText(texts.text("form." + key));
        picker.setPromptText(texts.text("form." + key));
        picker.setConverter(new DayConverter(kit));
        picker.setEditable(false);
        picker.setPrefWidth(DAY_WIDTH);
        picker.setMinWidth(DAY_WIDTH);
    }

    private void edited() {
        if (!filling) {
            RiskDraft now = model.draft().get();
            model.draft()
                    .set(new RiskDraft(
                            now.risk(),
                            title.getText(),
                            rows.getText(),
                            now.pieces(),
                            rating(0),
                            TREATMENTS.get(treatment.getSelectionModel().getSelectedIndex()),
                            rating(2),
                            owner.getText(),
                            Optional.ofNullable(review.getValue()),
                            reason.getText()));
        }
    }

    private Rating rating(int first) {
        return new Rating(ratings.get(first).getValue(), ratings.get(first + 1).getValue());
    }

    private void fill(RiskDraft draft) {
        filling = true;
        set(title, draft.title());
        set(rows, draft.rows());
        set(owner, draft.owner());
        set(reason, draft.reason());
        review.setValue(draft.review().orElse(null));
        treatment.getSelectionModel().select(TREATMENTS.indexOf(draft.treatment()));
        ratings.get(0).setValue(draft.inherent().likelihood());
        ratings.get(1).setValue(draft.inherent().impact());
        ratings.get(2).setValue(draft.residual().likelihood());
        ratings.get(3).setValue(draft.residual().impact());
        filling = false;
    }

    private static void set(TextField field, String words) {
        if (!field.getText().equals(words)) {
            field.setText(words);
        }
    }
}
