package org.cairn.app.ui.posture;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.FrameworkChoice;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.StackedColumn;
import org.cairn.app.ui.kit.Texts;

/// One column for each day, and the framework they are about.
final class TrendPane {
    private static final double HEIGHT = 190;

    private final TrendViewModel model;
    private final Texts texts = Texts.beside(TrendPane.class);
    private final Texts kit = Texts.beside(Texts.class);

    TrendPane(TrendViewModel model) {
        this.model = model;
    }

    Node node() {
        HBox columns = new HBox(8);
        columns.setId("trend");
        columns.setMinHeight(HEIGHT);
        model.columns().subscribe(days -> show(columns, days));
        return Panels.section(
                texts.text("trend"),
                texts.text("trend.what"),
                new FrameworkChoice(model.frameworks(), model.framework())
                        .box("trend-framework", texts.text("trend.framework"), texts.text("trend.all")),
                ProblemText.node("trend-problem", model.problem(), kit),
                columns);
    }

    private void show(HBox columns, Optional<List<TrendViewModel.Column>> days) {
        columns.getChildren().clear();
        if (days.isEmpty()) {
            columns.getChildren().add(Parts.label(texts.text("trend.reading"), "muted"));
            return;
        }
        for (TrendViewModel.Column day : days.get()) {
            Node column = StackedColumn.of(
                    "trend-" + day.day(), day.words(), day.counts(), kit, () -> model.lookAt(day.day()));
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.getChildren().add(column);
        }
        if (days.get().size() == 1) {
            VBox begins = new VBox(Parts.label(texts.text("trend.begins"), "muted"));
            HBox.setHgrow(begins, Priority.ALWAYS);
            columns.getChildren().add(begins);
        }
    }
}
