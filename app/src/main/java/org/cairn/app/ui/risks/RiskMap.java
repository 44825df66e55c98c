package org.cairn.app.ui.risks;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.RegisteredRisk;
import org.cairn.checklist.event.RegisterEvent.Rating;

/// Open risks after treatment, likelihood against impact: the number in each field, its level as a colour and a word.
final class RiskMap {
    private static final double FIELD = 38;

    private final RisksViewModel model;
    private final Texts texts;

    RiskMap(RisksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        GridPane grid = new GridPane();
        grid.setHgap(2);
        grid.setVgap(2);
        grid.setId("risks-map");
        model.risks().addListener((ListChangeListener<RegisteredRisk>) _ -> fill(grid));
        fill(grid);
        VBox box = new VBox(
                6,
                Parts.label(texts.text("map"), "section-title"),
                Parts.label(texts.text("map.up"), "hint"),
                grid,
                Parts.label(texts.text("map.right"), "hint"),
                Parts.label(texts.text("map.levels"), "hint"));
        box.getStyleClass().add("panel");
        box.setMinWidth(VBox.USE_PREF_SIZE);
        return box;
    }

    private void fill(GridPane grid) {
        grid.getChildren().clear();
        for (int likelihood = Rating.MOST; likelihood >= 1; likelihood--) {
            grid.add(Parts.label(Integer.toString(likelihood), "hint"), 0, Rating.MOST - likelihood);
            for (int impact = 1; impact <= Rating.MOST; impact++) {
                grid.add(field(new Rating(likelihood, impact)), impact, Rating.MOST - likelihood);
            }
        }
        for (int impact = 1; impact <= Rating.MOST; impact++) {
            Label number = Parts.label(Integer.toString(impact), "hint");
            number.setMinWidth(FIELD);
            number.setAlignment(Pos.CENTER);
            grid.add(number, impact, Rating.MOST);
        }
    }

    private Label field(Rating rating) {
        long count = model.count(rating);
        Label field = Parts.label(count == 0 ? "" : Long.toString(count), "risk-field", "risk-" + level(rating));
        field.setMinSize(FIELD, FIELD);
        field.setMaxSize(FIELD, FIELD);
        field.setAlignment(Pos.CENTER);
        field.setAccessibleText(texts.text(
                "map.field", count, rating.likelihood(), rating.impact(), texts.text("level." + level(rating))));
        return field;
    }

    /// The scale is ours: ISO/IEC 27005:2022 leaves it to the organisation.
    static String level(Rating rating) {
        int score = rating.score();
        if (score >= 15) {
            return "high";
        }
        return score >= 6 ? "medium" : "low";
    }
}
