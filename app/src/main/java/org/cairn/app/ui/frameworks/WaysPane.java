package org.cairn.app.ui.frameworks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frameworks.FrameworkLines.Way;
import org.cairn.app.ui.frameworks.FrameworkLines.Ways;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.FrameworkId;

/// Where the chosen requirement leads over rows of others: each way with its rows, and which of them is the weakest.
final class WaysPane {
    private final WaysViewModel model;
    private final List<Choice<FrameworkId>> frameworks;
    private final Texts texts;
    private final VBox list = new VBox(12);

    /// @param frameworks that may be chosen
    WaysPane(WaysViewModel model, List<Choice<FrameworkId>> frameworks, Texts texts) {
        this.model = model;
        this.frameworks = frameworks;
        this.texts = texts;
        model.ways().subscribe(this::show);
    }

    Node node() {
        List<Choice<FrameworkId>> choices = new ArrayList<>();
        choices.add(new Choice<>(Optional.empty(), texts.text("ways.choose")));
        choices.addAll(frameworks);
        ComboBox<Choice<FrameworkId>> to = Choice.box("ways-to", texts.text("ways.help"), choices, model.to());
        to.setMaxWidth(Double.MAX_VALUE);
        return new VBox(
                8,
                Parts.label(texts.text("ways"), "section-title"),
                Parts.paragraph(texts.text("ways.what"), "muted"),
                to,
                list);
    }

    private void show(Optional<Ways> found) {
        list.getChildren().clear();
        found.ifPresent(ways -> {
            String more = ways.total() > ways.best().size()
                    ? " " + texts.text("ways.best", ways.best().size())
                    : "";
            Label count = Parts.paragraph(texts.text("ways.count", ways.total()) + more, "hint");
            count.setId("ways-count");
            list.getChildren().add(count);
            ways.best()
                    .forEach(way ->
                            list.getChildren().add(way(way, list.getChildren().size())));
        });
    }

    private Node way(Way way, int number) {
        VBox rows = new VBox(12);
        way.hops().forEach(hop -> rows.getChildren().add(FrameworksView.explanation(hop)));
        TitledPane fold = new TitledPane(texts.text("way.rows", way.hops().size()), rows);
        fold.setId("way-" + number);
        fold.setAccessibleText(texts.text("way.rows.help", way.heading()));
        fold.setExpanded(number == 1);
        fold.setAnimated(false);
        fold.getStyleClass().add("dense");
        return new VBox(
                2,
                Parts.paragraph(way.heading(), "small", "medium"),
                Parts.paragraph(way.title()),
                Parts.paragraph(way.strength(), "muted"),
                fold);
    }
}
