package org.cairn.app.ui.workbook;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.FrameworkChoice;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.ui.workbook.WorkbookViewModel.Line;
import org.cairn.app.workbook.CellFault;
import org.cairn.frameworks.Language;
import org.kordamp.ikonli.feather.Feather;

/// Draws what goes out and what came back: every changed cell from three sides, and what becomes of it.
public final class WorkbookPane {
    private static final double TABLE_HEIGHT = 240;
    private static final double SIDE_WIDTH = 240;
    private static final int FAULTS = 20;

    private final WorkbookViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(WorkbookPane.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final CellWords words = new CellWords(texts, kit);
    private final TableView<Line> table;

    public WorkbookPane(WorkbookViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        this.table = table();
    }

    public VBox node() {
        return new VBox(
                Panels.section(texts.text("out.title"), texts.text("out.what"), out()),
                Panels.section(texts.text("back.title"), texts.text("back.what"), back()));
    }

    private Node out() {
        ComboBox<String> framework = new FrameworkChoice(model.frameworks(), model.framework())
                .box("workbook-framework", texts.text("framework"), texts.text("framework.all"));
        ComboBox<Language> language =
                OneOf.box("workbook-language", texts.text("language"), List.of(Language.values()), Language::ownName);
        language.valueProperty().bindBidirectional(model.language());
        Button export = Parts.button(
                "workbook-export",
                texts.text("export"),
                () -> chooser.fileToSave(texts.text("export.file"), "answers.xlsx")
                        .ifPresent(model::export));
        model.exporting().busy().subscribe(export::setDisable);
        return new VBox(
                8,
                new FlowPane(
                        16,
                        8,
                        OneOf.named(texts.text("framework"), framework, framework),
                        OneOf.named(texts.text("language"), language, language)),
                new HBox(export),
                ToldText.node(
                        "workbook-out",
                        model.exporting().told(),
                        model.exporting().problem(),
                        kit));
    }

    private Node back() {
        Button bring = Parts.button(
                "workbook-bring",
                texts.text("bring"),
                () -> chooser.fileToOpen(texts.text("bring.file")).ifPresent(model::bring));
        model.bringing().busy().subscribe(bring::setDisable);
        VBox cells = new VBox(8, sum(), faults(), table, decisions(), detail(), record());
        model.brought().subscribe(now -> Parts.show(cells, now.isPresent()));
        return new VBox(
                8,
                new HBox(bring),
                cells,
                ToldText.node(
                        "workbook", model.bringing().told(), model.bringing().problem(), kit));
    }

    private Label sum() {
        Label sum = Parts.paragraph("", "medium");
        sum.setId("workbook-sum");
        model.brought()
                .subscribe(now -> sum.setText(now.map(each -> texts.text(
                                "sum",
                                each.name(),
                                each.diff().rows().size(),
                                each.diff().unchanged(),
                                each.diff().origin().entries()))
                        .orElse("")));
        return sum;
    }

    private VBox faults() {
        VBox box = new VBox(4);
        box.setId("workbook-faults");
        model.brought().subscribe(now -> {
            List<CellFault> all = now.map(each -> each.diff().faults()).orElse(List.of());
            Parts.show(box, !all.isEmpty());
            Panels.fill(box, all.stream().limit(FAULTS).toList(), "", this::fault);
            if (all.size() > FAULTS) {
                box.getChildren().add(Parts.label(texts.text("faults.more", all.size() - FAULTS), "hint"));
            }
        });
        return box;
    }

    private Node fault(CellFault fault) {
        return Parts.row(Parts.icon(Feather.ALERT_TRIANGLE), Panels.grow(Parts.paragraph(words.of(fault))));
    }

    private TableView<Line> table() {
        TableView<Line> cells = Columns.<Line>of(
                        "workbook-table",
                        texts.text("cells"),
                        Parts.emptyState(Feather.CHECK, texts.text("none.title"), texts.text("none")))
                .text(texts.text("column.row"), 130, line -> line.subject().text(), "mono")
                .text(texts.text("column.column"), 110, line -> words.column(line.cell()))
                .text(
                        texts.text("column.exported"),
                        150,
                        line -> words.line(line.cell(), line.cell().base()))
                .text(
                        texts.text("column.here"),
                        150,
                        line -> words.line(line.cell(), line.cell().here()))
                .text(
                        texts.text("column.workbook"),
                        150,
                        line -> words.line(line.cell(), line.cell().file()))
                .text(texts.text("column.fate"), 240, line -> words.fate(line.fate()), "medium")
                .table();
        cells.setItems(model.lines());
        cells.setPrefHeight(TABLE_HEIGHT);
        cells.getStyleClass().add("framed");
        cells.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        cells.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        return cells;
    }

    /// T takes and K keeps what is marked.
    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case T -> decide(model::take);
            case K -> decide(model::keep);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Of what is marked, and it stays marked.
    private void decide(Consumer<List<Line>> what) {
        int[] marked = table.getSelectionModel().getSelectedIndices().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        what.accept(IntStream.of(marked).mapToObj(model.lines()::get).toList());
        table.getSelectionModel().clearSelection();
        if (marked.length > 0) {
            table.getSelectionModel().selectIndices(marked[0], marked);
        }
    }

    private Node decisions() {
        Button take = Parts.button("workbook-take", texts.text("take"), () -> decide(model::take));
        Button keep = Parts.button("workbook-keep", texts.text("keep"), () -> decide(model::keep));
        table.getSelectionModel().getSelectedIndices().subscribe(() -> {
            boolean none = table.getSelectionModel().getSelectedIndices().isEmpty();
            take.setDisable(none);
            keep.setDisable(none);
        });
        take.setDisable(true);
        keep.setDisable(true);
        return new VBox(6, Parts.row(take, keep), Parts.paragraph(texts.text("keys"), "hint"));
    }

    /// The cell that was marked last, with all of its words.
    private Node detail() {
        VBox box = new VBox(4);
        box.setId("workbook-cell");
        box.getStyleClass().add("panel");
        Parts.show(box, false);
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            int at = index.intValue();
            boolean there = at >= 0 && at < model.lines().size();
            Parts.show(box, there);
            box.getChildren().clear();
            if (there) {
                Line line = model.lines().get(at);
                box.getChildren()
                        .setAll(
                                Parts.label(
                                        texts.text("cell", line.subject().text(), words.column(line.cell())), "medium"),
                                new HBox(
                                        16,
                                        side(
                                                "column.exported",
                                                words.of(
                                                        line.cell(), line.cell().base())),
                                        side(
                                                "column.here",
                                                words.of(
                                                        line.cell(), line.cell().here())),
                                        side(
                                                "column.workbook",
                                                words.of(
                                                        line.cell(), line.cell().file()))));
            }
        });
        return box;
    }

    private Node side(String key, String said) {
        VBox side = new VBox(0, Parts.label(texts.text(key), "field-label"), Parts.paragraph(said));
        side.setPrefWidth(SIDE_WIDTH);
        return Panels.grow(side);
    }

    private Node record() {
        Button record = Parts.mainButton("workbook-record", texts.text("record", 0), model::record);
        Button close = Parts.button("workbook-close", texts.text("close"), model::close);
        Label why = Parts.paragraph("", "hint");
        why.setId("workbook-why");
        Runnable update = () -> {
            record.setText(texts.text("record", model.answers()));
            record.setAccessibleText(record.getText());
            why.setText(model.hindrance().get().orElse(""));
            Parts.show(why, model.hindrance().get().isPresent());
        };
        model.hindrance().subscribe(_ -> update.run());
        model.lines().subscribe(update);
        return new VBox(6, Parts.row(Guarded.node(record, model.hindrance()), close), why);
    }
}
