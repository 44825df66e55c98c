package org.cairn.app.ui.posture;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.posture.RisksViewModel.Accepted;

/// Risk acceptances by the day they end.
final class RisksPane {
    private static final double HEIGHT = 200;

    private final RisksViewModel model;
    private final PostureViewModel guide;
    private final Texts texts = Texts.beside(RisksPane.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);

    RisksPane(RisksViewModel model, PostureViewModel guide) {
        this.model = model;
        this.guide = guide;
    }

    Node node() {
        ListView<Accepted> lines = new ListView<>();
        lines.setId("risks");
        lines.setAccessibleText(texts.text("risks"));
        lines.setPrefHeight(HEIGHT);
        lines.setCellFactory(_ -> new LineCell<>(this::line));
        lines.getStyleClass().add("dense-lines");
        Label none = Parts.label(texts.text("risks.none"), "muted");
        model.accepted().subscribe(read -> {
            lines.getItems().setAll(read.orElse(List.of()));
            Parts.show(lines, read.filter(all -> !all.isEmpty()).isPresent());
            Parts.show(none, read.filter(List::isEmpty).isPresent());
        });
        return Panels.section(
                texts.text("risks"),
                texts.text("risks.what"),
                ProblemText.node("risks-problem", model.problem(), kit),
                none,
                lines);
    }

    private Node line(Accepted line) {
        Label state = marks.label(line.state());
        state.setMinWidth(116);
        Button open = Panels.link("risk-" + line.entry(), line.covers(), () -> guide.go(line.leads()));
        Label who = Parts.paragraph(line.who(), "hint");
        return new VBox(Parts.row(state, Panels.grow(open), Parts.label(line.until(), "muted")), who);
    }
}
