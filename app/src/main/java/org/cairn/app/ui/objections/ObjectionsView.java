package org.cairn.app.ui.objections;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.FrameworkChoice;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.objections.ObjectionsViewModel.Line;
import org.cairn.app.workspace.FollowUp;
import org.kordamp.ikonli.feather.Feather;

/// Draws what an auditor would send back: kinds with what mends them, and below each its rows.
public final class ObjectionsView {
    private static final double ROWS_WIDTH = 260;

    /// What stands below a kind begins where its words do.
    private static final Insets BELOW = new Insets(0, 0, 0, 47);

    private final ObjectionsViewModel model;
    private final Guide guide;
    private final Texts texts = Texts.beside(ObjectionsView.class);
    private final BorderPane root = new BorderPane();

    public ObjectionsView(ObjectionsViewModel model, Guide guide) {
        this.model = model;
        this.guide = guide;
        root.setId("objections");
        root.getStyleClass().add("page");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("objections-problem", model.problem(), Texts.beside(Texts.class))));
        VBox body = new VBox(12, head(), list());
        body.getStyleClass().add("page-body");
        root.setCenter(body);
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private Node head() {
        ComboBox<String> framework = new FrameworkChoice(model.frameworks(), model.framework())
                .box("objections-framework", texts.text("framework"), texts.text("framework.all"));
        Label label = Parts.label(texts.text("framework"));
        label.setLabelFor(framework);
        label.setMinWidth(Label.USE_PREF_SIZE);
        Label sum = Parts.label("");
        sum.setId("objections-sum");
        model.sum()
                .subscribe(read -> sum.setText(read.map(all -> texts.text("sum", all.objections(), all.kinds()))
                        .orElseGet(() -> texts.text("reading"))));
        return Parts.row(label, framework, sum);
    }

    private Node list() {
        ListView<Line> list = new ListView<>(model.lines());
        list.setId("objections-list");
        list.setAccessibleText(texts.text("title"));
        list.setPlaceholder(Parts.emptyState(Feather.CHECK, texts.text("none.title"), texts.text("none")));
        list.setCellFactory(_ -> new LineCell<>(this::line));
        list.getStyleClass().add("dense-lines");
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node line(Line line) {
        return switch (line) {
            case Line.Head head -> head(head);
            case Line.Item item -> item(item);
            case Line.AuditorHead head -> head(head);
            case Line.Asked asked -> asked(asked);
        };
    }

    private Node head(Line.Head head) {
        String words = texts.text(head.folded() ? "show" : "hide", head.title());
        Button toggle = Parts.iconButton(
                "objections-" + head.kind().code(),
                head.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN,
                words,
                () -> model.toggle(head));
        Label title = Parts.label(head.title(), "section-title");
        Label count = Parts.label(Integer.toString(head.count()), "number-text");
        Label mend = Parts.paragraph(head.mend(), "hint");
        VBox.setMargin(mend, BELOW);
        return new VBox(Parts.row(toggle, title, count), mend);
    }

    private Node head(Line.AuditorHead head) {
        Button toggle = Parts.iconButton(
                "objections-auditor",
                head.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN,
                texts.text(head.folded() ? "show" : "hide", texts.text("auditor.title")),
                model::toggleAuditor);
        Label title = Parts.label(texts.text("auditor.title"), "section-title");
        Label count = Parts.label(Integer.toString(head.count()), "number-text");
        Label counts = Parts.paragraph(texts.text("auditor.mend", head.counts()), "hint");
        VBox.setMargin(counts, BELOW);
        return new VBox(Parts.row(toggle, title, count), counts);
    }

    private Node asked(Line.Asked line) {
        Button item = rows("asked-" + line.asked().entry(), line.item(), () -> guide.go(line.leads()));
        item.setAccessibleText(texts.text("line", line.item(), line.stands()));
        Feather shape = switch (line.asked().state()) {
            case FollowUp.Open _ -> line.overdue() ? Feather.ALERT_TRIANGLE : Feather.CLOCK;
            case FollowUp.Answered _ -> Feather.CORNER_UP_LEFT;
            case FollowUp.Accepted _ -> Feather.CHECK;
        };
        VBox said = new VBox(Parts.paragraph(line.stands(), "hint"), Parts.paragraph(line.remark()));
        HBox row = Parts.row(item, Parts.icon(shape), Panels.grow(said));
        row.setPadding(BELOW);
        return row;
    }

    private static Button rows(String id, String words, Runnable leads) {
        Button rows = Panels.link(id, words, leads);
        rows.setMinWidth(0);
        rows.setPrefWidth(ROWS_WIDTH);
        rows.setAlignment(Pos.CENTER_LEFT);
        return rows;
    }

    private Node item(Line.Item item) {
        Button rows = rows("objection-" + item.number(), item.rows(), () -> guide.go(item.leads()));
        rows.setAccessibleText(texts.text("line", item.rows(), item.said()));
        Label said = Parts.paragraph(item.said());
        HBox row = Parts.row(rows, Panels.grow(said));
        row.setPadding(BELOW);
        item.evidence()
                .ifPresent(piece -> row.getChildren()
                        .add(Panels.link(
                                "objection-evidence-" + item.number(),
                                piece.shortForm(),
                                () -> guide.go(new Place.EvidenceItem(piece)))));
        return row;
    }
}
