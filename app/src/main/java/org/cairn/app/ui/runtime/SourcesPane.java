package org.cairn.app.ui.runtime;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;
import org.cairn.causality.picture.NodeWords;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;

/// What was read, what it is silent about, and the places outside that were addressed.
final class SourcesPane {
    private final RuntimeViewModel model;
    private final Texts texts;
    private final VBox box = new VBox(8);

    SourcesPane(RuntimeViewModel model) {
        this.model = model;
        this.texts = model.texts();
    }

    Node node() {
        box.getStyleClass().add("pane-body");
        box.setMinWidth(210);
        ListView<RuntimeViewModel.LogLine> logs = list("runtime-logs", texts.text("logs"));
        logs.setItems(model.logs());
        logs.setCellFactory(_ -> new LineCell<>(this::log));
        logs.setPrefHeight(132);
        logs.setMinHeight(72);
        ListView<Coverage.Gap> gaps = list("runtime-gaps", texts.text("gaps"));
        gaps.setCellFactory(_ -> new LineCell<>(this::gap));
        gaps.setPrefHeight(132);
        gaps.setMinHeight(72);
        gaps.setPlaceholder(Parts.label(texts.text("gaps.none"), "hint"));
        Label covered = Parts.paragraph("", "hint");
        covered.setId("runtime-covered");
        model.read()
                .subscribe(read -> read.ifPresent(now -> {
                    gaps.getItems().setAll(now.record().gaps(Window.ALWAYS));
                    covered.setText(covered(now.record()));
                }));
        box.getChildren()
                .addAll(
                        Parts.label(texts.text("logs"), "section-title"),
                        logs,
                        covered,
                        Parts.label(texts.text("gaps"), "section-title"),
                        gaps,
                        Parts.label(texts.text("destinations"), "section-title"),
                        destinations());
        return box;
    }

    private Node destinations() {
        ListView<Destination> places = list("runtime-destinations", texts.text("destinations"));
        places.setItems(model.destinations());
        places.setCellFactory(_ -> new LineCell<>(this::place));
        places.setPlaceholder(Parts.label(texts.text("destinations.none"), "hint"));
        places.setMinHeight(100);
        VBox.setVgrow(places, Priority.ALWAYS);
        places.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.why(chosen.edge());
            }
        });
        return places;
    }

    private static <T> ListView<T> list(String id, String name) {
        ListView<T> list = new ListView<>();
        list.setId(id);
        list.setAccessibleText(name);
        return list;
    }

    private Node log(RuntimeViewModel.LogLine log) {
        return new VBox(2, Parts.paragraph(log.file(), "medium"), Parts.paragraph(log.said(), "hint"));
    }

    private String covered(RuntimeRecord record) {
        return texts.text(
                "covered",
                record.first().map(SourcesPane::time).orElse("-"),
                record.last().map(SourcesPane::time).orElse("-"),
                record.graph().edges().size());
    }

    private Node gap(Coverage.Gap gap) {
        String span = texts.text(
                "gap.span",
                gap.from().map(SourcesPane::time).orElse(texts.text("brush.beginning")),
                gap.until().map(SourcesPane::time).orElse(texts.text("brush.end")));
        return new VBox(
                2,
                Parts.paragraph(texts.text("gap." + Texts.keyOf(gap.kind())), "medium"),
                Parts.paragraph(span, "hint"),
                Parts.paragraph(gap.detail(), "hint"));
    }

    private Node place(Destination place) {
        PictureWords words = ShownWords.in(texts);
        String result = words.result(place.edge().result());
        String program = model.read()
                .get()
                .map(read -> new NodeWords(read.record().graph(), words).name(place.process()))
                .orElse("");
        return new VBox(
                2,
                Parts.paragraph(place.endpoint().text() + (result.isEmpty() ? "" : " · " + result), "medium"),
                Parts.paragraph(program + " · " + time(place.edge().at()), "hint"));
    }

    private static String time(Moment moment) {
        return moment.time().toString();
    }
}
