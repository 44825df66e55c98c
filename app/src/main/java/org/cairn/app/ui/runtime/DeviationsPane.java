package org.cairn.app.ui.runtime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AcceptedDeviation;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted.As;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The deviations of the open record from an approved baseline: one is chosen, looked at, told of, or accepted.
final class DeviationsPane {
    private final RuntimeViewModel runtime;
    private final DeviationsViewModel model;
    private final Runnable showPicture;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final Moments moments;
    private final ComboBox<String> system = new ComboBox<>();
    private final TableView<FoundDeviation> table;
    private final ComboBox<As> as = new ComboBox<>();
    private final DatePicker until = new DatePicker();
    private final TextField reason;
    private final TextField longer;
    private final VBox form = new VBox(6);

    /// @param showPicture brings the picture to the front
    DeviationsPane(RuntimeViewModel runtime, Runnable showPicture) {
        this.runtime = runtime;
        this.model = runtime.deviations();
        this.showPicture = showPicture;
        this.texts = model.texts();
        this.moments = new Moments(runtime.zone(), kit);
        this.table = table();
        this.reason = field("runtime-accept-reason", "accept.reason");
        this.longer = field("runtime-accept-longer", "accept.longer");
    }

    Node node() {
        Label said = Parts.paragraph("", "hint");
        said.setId("runtime-deviations-said");
        model.said().subscribe(words -> {
            said.setText(words);
            said.setAccessibleText(words);
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(6, tools(), said, table, form());
    }

    private Node tools() {
        system.setId("runtime-system");
        system.setAccessibleText(texts.text("deviations.system"));
        system.setPromptText(texts.text("deviations.system"));
        system.setItems(model.systems());
        system.setMinWidth(170);
        system.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.against(chosen);
            }
        });
        TextField filter = field("runtime-deviations-filter", "deviations.filter");
        filter.textProperty().bindBidirectional(model.filter());
        Button picture = Parts.button("runtime-deviation-picture", texts.text("deviations.picture"), this::picture);
        Button accept = Parts.button("runtime-accept", texts.text("accept"), () -> Parts.show(form, true));
        for (Button button : List.of(picture, accept)) {
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.disableProperty()
                    .bind(table.getSelectionModel().selectedItemProperty().isNull());
        }
        HBox tools = Parts.row(system, filter, picture, accept);
        tools.getStyleClass().add("picture-tools");
        return tools;
    }

    private TableView<FoundDeviation> table() {
        VBox empty = Parts.emptyState(Feather.LIST, texts.text("deviations.empty"), texts.text("deviations.hint"));
        Columns<FoundDeviation> columns = Columns.of("runtime-deviations", texts.text("deviations"), empty);
        columns.text(
                        texts.text("deviations.kind"),
                        92,
                        row -> texts.text("deviation." + row.deviation().kind().id()))
                .text(texts.text("deviations.what"), 160, row -> row.deviation().what())
                .text(
                        texts.text("column.time"),
                        162,
                        row -> moments.second(row.edge().at().time()))
                .text(texts.text("deviations.result"), 78, this::result)
                .text(texts.text("deviations.accepted"), 104, row -> accepted(row.accepted()));
        TableView<FoundDeviation> rows = columns.table();
        rows.setItems(model.shown());
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                runtime.choose(row.when() + "\n" + row.deviation().what(), List.of(row.edge()));
            }
        });
        rows.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                picture();
                event.consume();
            }
        });
        return rows;
    }

    private String result(FoundDeviation row) {
        return texts.text("deviations.result." + Texts.keyOf(row.edge().result()));
    }

    private String accepted(Optional<AcceptedDeviation> accepted) {
        return accepted.map(line -> texts.text(
                        "deviations.accepted.until",
                        moments.day(line.until()),
                        String.join(", ", line.approvers()),
                        Long.toString(line.entry())))
                .orElse(texts.text("deviations.accepted.no"));
    }

    private Optional<FoundDeviation> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void picture() {
        chosen().ifPresent(row -> {
            runtime.why(row.edge());
            showPicture.run();
        });
    }

    private Node form() {
        as.setId("runtime-accept-as");
        as.setAccessibleText(texts.text("accept.as"));
        as.getItems().setAll(As.values());
        as.setConverter(new AsWords(texts));
        as.setValue(As.FALSE_POSITIVE);
        until.setId("runtime-accept-until");
        until.setAccessibleText(texts.text("accept.until"));
        until.setPromptText(texts.text("accept.until"));
        until.setConverter(new DayConverter(kit));
        Button propose = Parts.mainButton("runtime-accept-propose", texts.text("accept.propose"), this::propose);
        Button cancel =
                Parts.button("runtime-accept-cancel", texts.text("accept.cancel"), () -> Parts.show(form, false));
        form.setId("runtime-accept-form");
        form.getChildren()
                .setAll(
                        Parts.paragraph(texts.text("accept.lead"), "hint"),
                        Parts.row(as, until, reason),
                        Parts.row(longer, propose, cancel));
        form.getStyleClass().add("pane-body");
        Parts.show(form, false);
        return form;
    }

    private void propose() {
        Optional<LocalDate> day = Optional.ofNullable(until.getValue());
        Optional<String> whose = Optional.ofNullable(system.getValue());
        if (day.isEmpty() || whose.isEmpty() || chosen().isEmpty()) {
            until.requestFocus();
            return;
        }
        model.accept(
                whose.get(),
                chosen().get(),
                new DeviationsViewModel.Wish(as.getValue(), day.get(), reason.getText(), longer.getText()));
        Parts.show(form, false);
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.text(key));
        field.setAccessibleText(texts.text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static final class AsWords extends StringConverter<As> {
        private final Texts texts;

        AsWords(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(@Nullable As as) {
            return as == null ? "" : texts.text("accept.as." + Texts.keyOf(as));
        }

        @Override
        public As fromString(String words) {
            throw new UnsupportedOperationException("this is chosen, not typed: " + words);
        }
    }
}
