package org.cairn.app.ui.evidence;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;

/// What a piece supports: each control as it stands, and how it would stand without the piece.
final class SupportView {
    private static final int SHOWN = 40;

    private final Guide guide;
    private final Texts texts;
    private final Marks marks;
    private final VBox root = new VBox(8);

    SupportView(SupportViewModel model, Guide guide, Texts texts, Texts kit) {
        this.guide = guide;
        this.texts = texts;
        this.marks = new Marks(kit);
        VBox content = new VBox(8);
        root.getChildren().addAll(content, ProblemText.node("support-problem", model.problem(), kit));
        model.support().subscribe(read -> {
            content.getChildren().clear();
            Label reading = Parts.label(texts.text("support.reading"), "hint");
            read.ifPresentOrElse(
                    support -> show(support, content),
                    () -> content.getChildren().add(reading));
        });
    }

    Node node() {
        return root;
    }

    private void show(SupportViewModel.Support support, VBox content) {
        long losing =
                support.controls().stream().filter(SupportViewModel.Line::loses).count()
                        + support.requirements().stream()
                                .filter(SupportViewModel.Line::loses)
                                .count();
        Label summary = Parts.paragraph(
                texts.text("support.summary", support.controls().size(), support.reached(), losing), "muted");
        summary.setId("support-summary");
        content.getChildren().add(summary);
        lines(support.controls(), content);
        lines(support.requirements(), content);
    }

    private void lines(List<SupportViewModel.Line> lines, VBox content) {
        lines.stream().limit(SHOWN).forEach(line -> content.getChildren().add(line(line)));
        if (lines.size() > SHOWN) {
            content.getChildren().add(Parts.label(texts.text("support.more", lines.size() - SHOWN), "hint"));
        }
    }

    private Node line(SupportViewModel.Line line) {
        Node title = line.control()
                .<Node>map(control -> {
                    Button open = Parts.button(
                            "support-" + control.value(),
                            line.title(),
                            () -> guide.go(new Place.ChecklistItem(control)));
                    open.getStyleClass().add("link");
                    open.setWrapText(true);
                    open.setMinWidth(0);
                    return open;
                })
                .orElseGet(() -> Parts.paragraph(line.title()));
        HBox states = Parts.row(marks.label(line.now()));
        if (line.loses()) {
            states.getChildren()
                    .addAll(Parts.label(texts.text("support.without"), "hint"), marks.label(line.without()));
        }
        VBox box = new VBox(2, title, states);
        if (!line.how().isEmpty()) {
            box.getChildren().add(Parts.paragraph(line.how(), "hint"));
        }
        box.getStyleClass().add("list-line");
        return box;
    }
}
