package org.cairn.app.ui.frame;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;

/// The choice of the state that every page shows: the day it is about, and what was known by a day or with an entry.
final class TimeTools {
    /// More entries than that no ledger holds; a number beyond is no `long`.
    private static final int MOST_DIGITS = 15;

    private static final double ENTRY_WIDTH = 76;

    private final FrameViewModel model;
    private final Texts texts;
    private final DatePicker valid;
    private final DatePicker known;
    private final TextField entry = new TextField();
    private final HBox box;
    private boolean showing;

    TimeTools(FrameViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.valid = dayPicker("as-of", model::validOn);
        this.known = dayPicker("known", model::knownOn);
        name(entry, "entry");
        entry.setId("known-entry");
        entry.setPromptText(texts.text("entry"));
        entry.setPrefWidth(ENTRY_WIDTH);
        entry.setMinWidth(ENTRY_WIDTH);
        entry.getStyleClass().add("entry-field");
        entry.setTextFormatter(new TextFormatter<>(change -> {
            boolean fits = change.getControlNewText().matches("[0-9]{0," + MOST_DIGITS + "}");
            change.setText(fits ? change.getText() : "");
            return change;
        }));
        entry.setOnAction(_ -> model.knownWith(entry.getText()));
        model.chosen().subscribe(this::show);
        box = Parts.row(label("as-of", valid), valid, label("known", known), known, entry);
    }

    Node node() {
        return box;
    }

    private void show(FrameViewModel.Chosen chosen) {
        showing = true;
        valid.setValue(chosen.valid());
        known.setValue(chosen.known());
        entry.setText(chosen.entry().map(String::valueOf).orElse(""));
        showing = false;
    }

    private Label label(String key, Node field) {
        Label label = Parts.label(texts.text(key), "fact");
        label.setLabelFor(field);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private void name(Control control, String key) {
        control.setAccessibleText(texts.text(key + ".help"));
        control.setTooltip(new Tooltip(texts.text(key + ".help")));
    }

    private DatePicker dayPicker(String key, Consumer<LocalDate> chosen) {
        DatePicker picker = new DatePicker();
        picker.setId(key);
        name(picker, key);
        picker.getStyleClass().add("day-picker");
        picker.setEditable(false);
        picker.setConverter(new DayConverter(Texts.beside(Texts.class)));
        picker.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isAfter(model.today()));
            }
        });
        picker.setOnAction(_ -> {
            if (!showing) {
                chosen.accept(Optional.ofNullable(picker.getValue()).orElseGet(model::today));
            }
        });
        return picker;
    }
}
