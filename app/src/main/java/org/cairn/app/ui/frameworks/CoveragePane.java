package org.cairn.app.ui.frameworks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frameworks.FrameworkLines.CoverageLine;
import org.cairn.app.ui.frameworks.FrameworkLines.RequirementLine;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.frameworks.crosswalk.Band;
import org.kordamp.ikonli.feather.Feather;

/// How far the checklist reaches into each framework, and every assessable requirement of the chosen one.
final class CoveragePane {
    private static final double COVERAGE_HEIGHT = 210;

    private final FrameworksViewModel model;
    private final Texts texts;

    CoveragePane(FrameworksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        VBox left = new VBox(coverage(), tools(), requirements());
        left.setMinWidth(420);
        Node detail = new RequirementDetail(model, texts).node();
        SplitPane panes = new SplitPane(left, detail);
        panes.setId("coverage-panes");
        panes.setAccessibleText(texts.text("tab.coverage"));
        panes.setDividerPositions(0.62);
        SplitPane.setResizableWithParent(detail, false);
        return panes;
    }

    private Node coverage() {
        Columns<CoverageLine> columns = Columns.of(
                "coverage-table",
                texts.text("tab.coverage"),
                Parts.emptyState(Feather.GRID, texts.text("none.title"), texts.text("none")));
        columns.text(texts.text("column.framework"), 190, CoverageLine::title, "medium")
                .number(texts.text("column.assessable"), 80, line -> (long) line.assessable());
        for (Band band : Band.values()) {
            columns.number(texts.text("band.short." + Texts.keyOf(band)), 80, line ->
                    (long) line.counts().getOrDefault(band, 0));
        }
        TableView<CoverageLine> table = columns.table();
        table.setItems(model.coverage());
        table.setMinHeight(COVERAGE_HEIGHT);
        table.setPrefHeight(COVERAGE_HEIGHT);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.framework().set(Optional.of(line.framework()));
            }
        });
        model.framework()
                .subscribe(chosen -> model.coverage().stream()
                        .filter(line -> chosen.equals(Optional.of(line.framework())))
                        .findFirst()
                        .ifPresent(line -> table.getSelectionModel().select(line)));
        return table;
    }

    private Node tools() {
        List<Choice<Band>> choices = new ArrayList<>();
        choices.add(new Choice<>(Optional.empty(), texts.text("band.all")));
        for (Band band : Band.values()) {
            choices.add(new Choice<>(Optional.of(band), texts.text("band." + Texts.keyOf(band))));
        }
        ComboBox<Choice<Band>> bands = Choice.box("coverage-band", texts.text("band.help"), choices, model.band());
        TextField filter = new TextField();
        filter.setId("coverage-filter");
        filter.setPromptText(texts.text("filter"));
        filter.setAccessibleText(texts.text("filter.help"));
        filter.textProperty().bindBidirectional(model.typed());
        HBox tools = Parts.row(bands, filter);
        tools.getStyleClass().add("side-tools");
        return tools;
    }

    private Node requirements() {
        Columns<RequirementLine> columns = Columns.of(
                "coverage-requirements",
                texts.text("requirements"),
                Parts.emptyState(Feather.INBOX, texts.text("none.title"), texts.text("none")));
        columns.text(texts.text("column.requirement"), 150, RequirementLine::number, "medium")
                .text(texts.text("column.reach"), 150, RequirementLine::reach)
                .text(texts.text("column.title"), 240, RequirementLine::title);
        TableView<RequirementLine> table = columns.table();
        table.setItems(model.requirements());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.choose(line);
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }
}
