package org.cairn.app.ui.frameworks;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frameworks.FrameworkLines.Detail;
import org.cairn.app.ui.frameworks.FrameworkLines.Explanation;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// One requirement: in plain words, what would show it, what auditors object to, and what it is related to.
final class RequirementDetail {
    private final Texts texts;
    private final VBox column = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(column);

    RequirementDetail(FrameworksViewModel model, Texts texts) {
        this.texts = texts;
        column.getStyleClass().add("pane-body");
        scroll.setId("requirement-detail");
        scroll.setAccessibleText(texts.text("detail"));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(320);
        model.detail().subscribe(this::show);
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
        Label title = Parts.paragraph(detail.title(), "item-title");
        title.setId("requirement-title");
        column.getChildren()
                .add(new VBox(
                        4,
                        Parts.paragraph(detail.heading(), "overline"),
                        title,
                        Parts.paragraph(detail.facts(), "muted")));
        detail.language().ifPresent(words -> column.getChildren().add(Parts.paragraph(words, "hint")));
        detail.plain().ifPresent(words -> section("plain", words));
        detail.owner().ifPresent(words -> section("owner", words));
        bullets("evidence", detail.evidence());
        bullets("objections", detail.objections());
        explanations("controls", detail.controls());
        explanations("links", detail.links());
    }

    private void section(String key, String words) {
        Label text = Parts.paragraph(words);
        text.setId("requirement-" + key);
        column.getChildren().add(new VBox(4, Parts.label(texts.text(key), "section-title"), text));
    }

    private void bullets(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            column.getChildren()
                    .add(new VBox(4, Parts.label(texts.text(key), "section-title"), FrameworksView.bullets(lines)));
        }
    }

    private void explanations(String key, List<Explanation> rows) {
        if (!rows.isEmpty()) {
            VBox box = new VBox(12, Parts.label(texts.text(key), "section-title"));
            rows.forEach(row -> box.getChildren().add(FrameworksView.explanation(row)));
            column.getChildren().add(box);
        }
    }
}
