package org.cairn.app.ui.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.Sample;
import org.cairn.app.workspace.SampleKind;
import org.cairn.app.workspace.SampleMethod;
import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.CollectorId;
import org.kordamp.ikonli.feather.Feather;

/// Draws a sample and shows what anyone needs to draw it again.
final class SamplesPane {
    private static final double TABLE_HEIGHT = 260;
    private static final double DAY_WIDTH = 150;
    private static final double CHOICE_WIDTH = 210;
    private static final double SEED_WIDTH = 480;

    private final SamplesViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final ComboBox<SampleKind> of;
    private final ComboBox<Optional<FrameworkId>> framework;
    private final ComboBox<Optional<String>> state;
    private final ComboBox<Optional<CollectorId>> collector;
    private final ComboBox<SampleMethod> method;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TextField size = new TextField("25");
    private final TextField seed = new TextField();

    SamplesPane(SamplesViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.chooser = chooser;
        this.texts = texts;
        of = OneOf.box(
                "sample-of",
                texts.text("sample.of"),
                List.of(SampleKind.values()),
                each -> texts.text("sample.of." + each.code()));
        of.setValue(SampleKind.EVIDENCE);
        framework = OneOf.box("sample-framework", texts.text("framework"), List.of(Optional.empty()), this::framework);
        state = OneOf.box("sample-state", texts.text("sample.state"), List.of(Optional.empty()), this::state);
        collector = OneOf.box(
                "sample-collector",
                texts.text("sample.collector"),
                List.of(Optional.empty()),
                each -> each.map(CollectorId::value).orElseGet(() -> texts.text("sample.every")));
        method = OneOf.box(
                "sample-method",
                texts.text("sample.method"),
                List.of(SampleMethod.values()),
                each -> texts.text("sample.method." + each.code()));
        method.setValue(SampleMethod.RANDOM);
        Stream.of(framework, state, collector).forEach(box -> {
            box.setPrefWidth(CHOICE_WIDTH);
            box.getSelectionModel().selectFirst();
        });
    }

    private String framework(Optional<FrameworkId> id) {
        Map<FrameworkId, String> names = model.frameworks().getValue();
        return id.map(each -> names.getOrDefault(each, each.value())).orElseGet(() -> texts.text("sample.every"));
    }

    private String state(Optional<String> code) {
        return code.map(SamplesViewModel::state).orElseGet(() -> texts.text("sample.every"));
    }

    VBox node() {
        return new VBox(
                Panels.section(texts.text("sample.title"), texts.text("sample.what"), form()),
                new VBox(8, drawn(), keeping()));
    }

    private Node form() {
        day(from, "sample.from");
        day(to, "sample.to");
        VBox frameworks = OneOf.named(texts.text("framework"), framework, framework);
        VBox states = OneOf.named(texts.text("sample.state"), state, state);
        VBox collectors = OneOf.named(texts.text("sample.collector"), collector, collector);
        VBox begins = OneOf.named(texts.text("sample.from"), from, from);
        VBox ends = OneOf.named(texts.text("sample.to"), to, to);
        VBox count = typed(size, "sample-size", "sample.size");
        FlowPane fields = new FlowPane(
                16, 8, OneOf.named(texts.text("sample.of"), of, of), frameworks, states, collectors, begins, ends);
        of.valueProperty().subscribe(kind -> {
            boolean pieces = kind == SampleKind.EVIDENCE;
            Parts.show(frameworks, kind == SampleKind.ANSWERS || kind == SampleKind.REQUIREMENTS);
            Parts.show(states, !pieces);
            List.of(collectors, begins, ends).forEach(field -> Parts.show(field, pieces));
            offer(state, SamplesViewModel.states(kind));
        });
        model.frameworks().subscribe(names -> offer(framework, List.copyOf(names.keySet())));
        model.collectors().subscribe(ids -> offer(collector, ids));
        method.valueProperty().subscribe(chosen -> Parts.show(count, chosen != SampleMethod.ALL));
        seed.setPrefWidth(SEED_WIDTH);
        seed.getStyleClass().add("hash");
        size.setPrefWidth(DAY_WIDTH);
        Button draw = Parts.mainButton("sample-draw", texts.text("sample.draw"), this::draw);
        model.drawing().busy().subscribe(draw::setDisable);
        return new VBox(
                8,
                fields,
                new FlowPane(
                        16,
                        8,
                        OneOf.named(texts.text("sample.method"), method, method),
                        count,
                        typed(seed, "sample-seed", "sample.seed")),
                Parts.paragraph(texts.text("sample.seed.hint"), "hint"),
                new HBox(draw),
                ToldText.node("sample", model.drawing().told(), model.drawing().problem(), kit));
    }

    private static <T> void offer(ComboBox<Optional<T>> box, List<T> values) {
        Optional<T> before = box.getValue();
        box.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                        .toList());
        if (before != null && box.getItems().contains(before)) {
            box.setValue(before);
        } else {
            box.getSelectionModel().selectFirst();
        }
    }

    private VBox typed(TextField field, String id, String key) {
        field.setId(id);
        field.setAccessibleText(texts.text(key));
        return OneOf.named(texts.text(key), field, field);
    }

    private void day(DatePicker picker, String key) {
        picker.setId(key.replace('.', '-'));
        picker.setAccessibleText(texts.text(key));
        picker.setConverter(new DayConverter(kit));
        picker.setEditable(false);
        picker.setPrefWidth(DAY_WIDTH);
    }

    private void draw() {
        boolean pieces = of.getValue() == SampleKind.EVIDENCE;
        boolean rows = of.getValue() == SampleKind.ANSWERS || of.getValue() == SampleKind.REQUIREMENTS;
        model.draw(new SamplesViewModel.Draft(
                of.getValue(),
                rows ? framework.getValue() : Optional.empty(),
                pieces ? Optional.empty() : state.getValue(),
                pieces ? collector.getValue() : Optional.empty(),
                pieces ? Optional.<LocalDate>ofNullable(from.getValue()) : Optional.empty(),
                pieces ? Optional.<LocalDate>ofNullable(to.getValue()) : Optional.empty(),
                size.getText(),
                method.getValue(),
                seed.getText()));
    }

    private Node drawn() {
        TableView<Integer> table = Columns.<Integer>of(
                        "sample-table",
                        texts.text("sample.drawn"),
                        Parts.emptyState(Feather.SHUFFLE, texts.text("sample.none.title"), texts.text("sample.none")))
                .number(texts.text("sample.index"), 90, index -> (long) index)
                .text(texts.text("sample.item"), 560, this::item, "mono")
                .table();
        table.setPrefHeight(TABLE_HEIGHT);
        table.getStyleClass().add("framed");
        Label sum = Parts.paragraph("", "medium");
        sum.setId("sample-sum");
        VBox again = new VBox(4);
        model.drawn().subscribe(now -> {
            table.getItems().setAll(now.map(Sample::drawn).orElse(List.of()));
            sum.setText(now.map(sample -> texts.text(
                            "sample.sum",
                            sample.drawn().size(),
                            sample.population().size()))
                    .orElse(""));
            again.getChildren().clear();
            now.ifPresent(sample -> again.getChildren()
                    .addAll(
                            Parts.label(texts.text("sample.seed"), "field-label"),
                            HashText.node("sample-drawn-seed", sample.seed().hex(), kit),
                            Parts.label(texts.text("sample.population"), "field-label"),
                            HashText.node("sample-population", sample.digest().hex(), kit),
                            Parts.paragraph(texts.text(sample.named() ? "sample.named" : "sample.here"), "hint")));
        });
        return new VBox(8, Parts.label(texts.text("sample.drawn"), "section-title"), sum, table, again);
    }

    private String item(int index) {
        return model.drawn().get().map(sample -> sample.item(index)).orElse("");
    }

    private Node keeping() {
        Button write = Parts.button(
                "sample-write",
                texts.text("sample.write"),
                () -> chooser.fileToSave(texts.text("sample.write"), "sample.json")
                        .ifPresent(model::write));
        TextField row = new TextField();
        row.setPrefWidth(DAY_WIDTH);
        VBox named = typed(row, "sample-row", "sample.row");
        Button record = Parts.button(
                "sample-record",
                texts.text("sample.record"),
                () -> chooser.fileToSave(texts.text("sample.record"), "sample.json")
                        .ifPresent(file -> model.record(file, row.getText())));
        VBox recording = new VBox(8, named, new HBox(record));
        VBox box = new VBox(
                8,
                new HBox(write),
                Guarded.node(recording, model.readOnly()),
                ToldText.node(
                        "sample-kept", model.keeping().told(), model.keeping().problem(), kit));
        model.drawn().subscribe(now -> Parts.show(box, now.isPresent()));
        return box;
    }
}
