package org.cairn.app.ui.frameworks;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frameworks.FrameworkLines.Detail;
import org.cairn.app.ui.frameworks.FrameworkLines.Explanation;
import org.cairn.app.ui.frameworks.FrameworkLines.Part;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.kordamp.ikonli.feather.Feather;

/// One requirement: in plain words, what would show it, what auditors object to, and what it is related to.
final class RequirementDetail {
    private final Texts texts;
    private final VBox column = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(column);
    private Node ways;

    RequirementDetail(FrameworksViewModel model, Texts texts) {
        this.texts = texts;
        this.ways = ways(model, model.frameworks().get());
        model.frameworks().subscribe((_, now) -> ways = ways(model, now));
        column.getStyleClass().add("pane-body");
        scroll.setId("requirement-detail");
        scroll.setAccessibleText(texts.text("detail"));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(320);
        model.detail().subscribe(this::show);
    }

    private Node ways(FrameworksViewModel model, List<Framework> frameworks) {
        List<Choice<FrameworkId>> choices = frameworks.stream()
                .map(framework -> new Choice<>(Optional.of(framework.id()), framework.title()))
                .toList();
        return new WaysPane(model.ways(), choices, texts).node();
    }

    Node node() {
        return scroll;
    }

    private void show(Optional<Detail> chosen) {
        column.getChildren().clear();
        scroll.setVvalue(0);
        if (chosen.isEmpty()) {
            column.getChildren()
                    .add(Parts.emptyState(Feather.INBOX, texts.text("detail.none.title"), texts.text("detail.none")));
            return;
        }
        Detail detail = chosen.get();
        column.getChildren().add(head(detail));
        detail.parts().forEach(part -> column.getChildren().add(part(part)));
        if (!detail.controls().isEmpty() || !detail.links().isEmpty()) {
            detail.language().ifPresent(words -> column.getChildren().add(Parts.paragraph(words, "hint")));
        }
        explanations("controls", detail.controls());
        explanations("links", detail.links());
        column.getChildren().add(ways);
    }

    private static VBox head(Detail detail) {
        Label title = Parts.paragraph(detail.title(), "item-title");
        title.setId("requirement-title");
        VBox head = new VBox(4, Parts.paragraph(detail.heading(), "overline"), title);
        detail.facts().forEach(fact -> head.getChildren().add(Parts.paragraph(fact, "muted")));
        return head;
    }

    private static VBox part(Part part) {
        VBox box = new VBox(4, Parts.paragraph(part.heading(), "section-title"));
        for (String line : part.lines()) {
            Label words = Parts.paragraph(part.lines().size() > 1 ? "• " + line : line);
            words.setId("requirement-" + part.key() + "-" + (box.getChildren().size() - 1));
            box.getChildren().add(words);
        }
        return box;
    }

    /// Where there are none, that is said: it is an answer.
    private void explanations(String key, List<Explanation> rows) {
        VBox box = new VBox(12, Parts.paragraph(texts.text(key), "section-title"));
        if (rows.isEmpty()) {
            box.getChildren().add(Parts.paragraph(texts.text(key + ".none"), "muted"));
        }
        rows.forEach(row -> box.getChildren().add(FrameworksView.explanation(row)));
        column.getChildren().add(box);
    }
}
