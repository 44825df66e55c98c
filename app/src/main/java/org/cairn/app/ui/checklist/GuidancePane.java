package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The tab with what a control is for, what to ask, how to look, and what would show it.
final class GuidancePane {
    private final ItemViewModel model;
    private final Texts texts;
    private final VBox column = new VBox(16);

    GuidancePane(ItemViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Tab tab() {
        column.getStyleClass().add("pane-body");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("item-guidance");
        scroll.setAccessibleText(texts.text("tab.guidance"));
        scroll.setFitToWidth(true);
        Tab tab = new Tab(texts.text("tab.guidance"), scroll);
        tab.setId("tab-guidance");
        model.guidance().subscribe(this::show);
        return tab;
    }

    private void show(Optional<ItemLines.GuidanceLine> shown) {
        column.getChildren().clear();
        if (shown.isEmpty()) {
            column.getChildren()
                    .add(Parts.emptyState(
                            Feather.INBOX, texts.text("guidance.none.title"), texts.text("guidance.none")));
            return;
        }
        ItemLines.GuidanceLine line = shown.get();
        column.getChildren().add(Parts.paragraph(line.facts(), "muted"));
        line.language().ifPresent(words -> column.getChildren().add(Parts.label(words, "hint")));
        section("intent", List.of(line.intent()));
        section("question", List.of(line.question()));
        section("verify", line.verify());
        section("evidence", line.evidence());
    }

    /// Where nothing is said, no heading stands either.
    private void section(String key, List<String> said) {
        List<String> lines = said.stream().filter(words -> !words.isBlank()).toList();
        if (!lines.isEmpty()) {
            column.getChildren().add(words(key, lines));
        }
    }

    private Node words(String key, List<String> lines) {
        VBox box = new VBox(4, Parts.paragraph(texts.text("guidance." + key), "section-title"));
        for (String line : lines) {
            Label words = Parts.paragraph(lines.size() > 1 ? "• " + line : line);
            words.setId("guidance-" + key + "-" + (box.getChildren().size() - 1));
            box.getChildren().add(words);
        }
        return box;
    }
}
