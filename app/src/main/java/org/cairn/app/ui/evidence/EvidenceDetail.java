package org.cairn.app.ui.evidence;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Reasons;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.preview.PreviewView;
import org.cairn.app.ui.redact.RedactionViewModel;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.kordamp.ikonli.feather.Feather;

/// One piece of evidence: its facts, populations, refusals and sources.
final class EvidenceDetail {
    private static final double ROW_HEIGHT = 32;
    private static final int ROWS_SHOWN = 8;

    private final EvidenceViewModel model;
    private final RedactionViewModel redaction;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final PreviewView preview;
    private final SupportView support;
    private final VBox column = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(column);

    EvidenceDetail(EvidenceViewModel model, RedactionViewModel redaction, Texts texts) {
        this.redaction = redaction;
        this.model = model;
        this.texts = texts;
        column.getStyleClass().add("pane-body");
        scroll.setId("evidence-detail");
        scroll.setAccessibleText(texts.text("detail"));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(320);
        preview = new PreviewView(model.preview());
        support = new SupportView(model.support(), model.guide(), texts, kit);
        model.selected().subscribe(this::show);
    }

    Node node() {
        return scroll;
    }

    private void show(Optional<EvidenceViewModel.Line> chosen) {
        column.getChildren().clear();
        if (chosen.isEmpty()) {
            column.getChildren()
                    .add(Parts.emptyState(Feather.INBOX, texts.text("detail.none.title"), texts.text("detail.none")));
            return;
        }
        EvidenceViewModel.Line line = chosen.get();
        Evidence evidence = line.recorded().evidence();
        column.getChildren().add(head(line));
        if (!evidence.refusals().isEmpty()) {
            column.getChildren().add(refusals(evidence));
        }
        column.getChildren().add(section(texts.text("preview"), new VBox(8, preview.node(), redact(line))));
        column.getChildren().add(section(texts.text("support"), support.node()));
        if (!evidence.facts().isEmpty()) {
            column.getChildren().add(facts(evidence));
        }
        int number = 0;
        for (Population population : evidence.populations()) {
            column.getChildren().add(population(population, number++));
        }
        column.getChildren().add(sources(evidence));
    }

    private Node head(EvidenceViewModel.Line line) {
        Label title = Parts.paragraph(line.collector(), "item-title");
        title.setId("evidence-title");
        Label when = Parts.paragraph(
                texts.text(
                        model.byHand(line) ? "detail.hand" : "detail.when",
                        line.observed(),
                        line.host(),
                        line.user(),
                        model.moment(line.recorded())),
                "muted");
        HBox state =
                Parts.row(marks.label(line.freshness()), Parts.label(texts.text("detail.age", line.age()), "muted"));
        VBox head = new VBox(
                6, title, when, state, HashText.node("evidence-hash", line.id().hex(), kit));
        model.superseded(line).ifPresent(words -> {
            Label said = Parts.paragraph(words, "medium");
            said.setId("evidence-superseded");
            head.getChildren().add(3, said);
        });
        return head;
    }

    private Node redact(EvidenceViewModel.Line line) {
        return Panels.link("evidence-redact", texts.text("redact"), () -> redaction.begin(line.recorded()));
    }

    private Node refusals(Evidence evidence) {
        VBox box = new VBox(6);
        for (Refusal refusal : evidence.refusals()) {
            Label words = Parts.paragraph(reasons().of(refusal));
            HBox.setHgrow(words, Priority.ALWAYS);
            box.getChildren().add(words);
        }
        return section(texts.text("refusals", evidence.refusals().size()), box);
    }

    private Reasons reasons() {
        return new Reasons(kit, new Moments(java.time.ZoneOffset.UTC, kit));
    }

    private Node facts(Evidence evidence) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(4);
        int row = 0;
        for (var fact : evidence.facts().entrySet()) {
            Label name = Parts.label(fact.getKey(), "muted");
            name.setMinWidth(120);
            grid.add(name, 0, row);
            grid.add(Parts.paragraph(fact.getValue(), "medium"), 1, row++);
        }
        return section(texts.text("facts"), grid);
    }

    private Node population(Population population, int number) {
        String id = "population-" + number;
        Columns<Item> columns = Columns.of(
                id,
                population.name(),
                Parts.emptyState(Feather.INBOX, texts.text("population.none.title"), texts.text("population.none")));
        population.items().stream()
                .flatMap(item -> item.values().keySet().stream())
                .distinct()
                .sorted()
                .forEach(
                        name -> columns.text(name, 110, item -> item.value(name).orElse("")));
        TableView<Item> table = columns.table();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(FXCollections.observableArrayList(population.items()));
        int rows = Math.clamp(population.items().size(), 3, ROWS_SHOWN);
        table.setPrefHeight((rows + 1) * ROW_HEIGHT + 16);
        String completeness = population.complete()
                ? texts.text("population.complete", population.items().size())
                : texts.text(
                        "population.incomplete",
                        population.items().size(),
                        population.refusals().size());
        VBox box = new VBox(6, Parts.label(completeness, "hint"), table);
        if (!population.complete()) {
            Refusal first = population.refusals().getFirst();
            box.getChildren().add(Parts.paragraph(reasons().of(first), "hint"));
        }
        return section(population.name(), box);
    }

    private Node sources(Evidence evidence) {
        VBox box = new VBox(8);
        int number = 0;
        for (Source source : evidence.sources()) {
            Label where = Parts.paragraph(source.location(), "mono");
            Label size = Parts.label(texts.text("source.size", source.sizeBytes()), "hint");
            box.getChildren()
                    .add(new VBox(
                            2,
                            where,
                            size,
                            HashText.node("source-" + number++, source.sha256().hex(), kit)));
        }
        return section(texts.text("sources", evidence.sources().size()), box);
    }

    private static Node section(String title, Node content) {
        VBox box = new VBox(8, Parts.label(title, "section-title"), content);
        box.getStyleClass().addAll("rule", "detail-section");
        return box;
    }
}
