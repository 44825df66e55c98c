package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.Standing;
import org.kordamp.ikonli.feather.Feather;

/// The middle pane: one control or a requirement that none reaches, its answer, and what evidence shows about it.
final class ItemView {
    private final ItemViewModel model;
    private final Texts texts;
    private final Marks marks = new Marks(Texts.beside(Texts.class));
    private final AnswerView answer;
    private final ScrollPane scroll = new ScrollPane();

    ItemView(ChecklistViewModel checklist, Texts texts) {
        this.model = checklist.item();
        this.texts = texts;
        this.answer = new AnswerView(checklist, texts);
        VBox column = new VBox(16, head(), contradiction(), answer.node(), outcome());
        column.getStyleClass().add("pane-body");
        scroll.setContent(column);
        scroll.setFitToWidth(true);
        scroll.setId("item-scroll");
        scroll.setAccessibleText(texts.text("item"));
        scroll.setMinWidth(360);
        model.asked().subscribe((before, now) -> {
            if (!before.map(Asked::subject).equals(now.map(Asked::subject))) {
                scroll.setVvalue(0);
            }
        });
    }

    Node node() {
        return scroll;
    }

    void focusOwner() {
        answer.focusOwner();
    }

    void focusNote() {
        answer.focusNote();
    }

    private Node head() {
        Label where = Parts.label("", "overline");
        where.setId("item-where");
        Label title = Parts.paragraph("", "item-title");
        title.setId("item-title");
        HBox state = new HBox(32);
        state.setId("item-state");
        model.asked().subscribe(shown -> {
            where.setText(shown.map(this::where).orElse(""));
            title.setText(shown.map(this::title).orElse(texts.text("item.none")));
            shown.ifPresent(asked -> state.getChildren().setAll(states(asked)));
        });
        Label cover = Parts.paragraph("", "medium");
        cover.setId("item-cover");
        model.cover().subscribe(borne -> {
            Parts.show(cover, borne.isPresent());
            cover.setText(borne.orElse(""));
            cover.setAccessibleText(cover.getText());
        });
        VBox head = new VBox(4, where, title, state, cover);
        for (Node below : List.of(state, cover)) {
            VBox.setMargin(below, new javafx.geometry.Insets(8, 0, 0, 0));
        }
        return head;
    }

    private String where(Asked asked) {
        return switch (asked) {
            case Asked.OfControl(ControlPosture p) ->
                p.control().id() + " · " + model.titles().area(p.control());
            case Asked.OfRequirement(RequirementPosture p) ->
                texts.text(
                        "item.alone",
                        p.requirement().id().framework().value(),
                        p.requirement().id().number());
        };
    }

    private String title(Asked asked) {
        return switch (asked) {
            case Asked.OfControl(ControlPosture p) -> model.titles().of(p.control());
            case Asked.OfRequirement(RequirementPosture p) -> model.titles().of(p.requirement());
        };
    }

    private List<Node> states(Asked asked) {
        return switch (asked) {
            case Asked.OfControl(ControlPosture p) ->
                List.of(
                        pair(texts.text("state.answer"), Mark.ofAnswer(p.status())),
                        pair(texts.text("state.evidence"), evidenceMark(p)),
                        pair(texts.text("state.standing"), Mark.of(p.standing())));
            case Asked.OfRequirement(RequirementPosture p) ->
                List.of(
                        pair(
                                texts.text("state.answer"),
                                Mark.ofAnswer(
                                        p.answer().map(answer -> answer.event().status()))),
                        pair(texts.text("state.standing"), Mark.of(p.state())));
        };
    }

    private static Mark evidenceMark(ControlPosture posture) {
        return posture.standing() == Standing.NOT_ASSESSED ? Mark.NOT_ASSESSED : Mark.of(posture.outcome());
    }

    private Node pair(String name, Mark mark) {
        Label word = marks.label(mark);
        word.getStyleClass().add("medium");
        return new VBox(2, Parts.label(name, "overline"), word);
    }

    private Node contradiction() {
        Label words = Parts.paragraph("");
        words.setId("contradiction");
        HBox.setHgrow(words, Priority.ALWAYS);
        Label heading = marks.label(Mark.CONTRADICTED);
        heading.getStyleClass().add("strong");
        VBox box = new VBox(4, heading, words, decision());
        box.getStyleClass().add("contradiction");
        model.contradiction().subscribe(text -> {
            Parts.show(box, text.isPresent());
            words.setText(text.orElse(""));
            words.setAccessibleText(words.getText());
        });
        return box;
    }

    /// One button for each answer in conflict, and the reason that a decision needs.
    private Node decision() {
        TextField reason = new TextField();
        reason.setId("conflict-reason");
        reason.setPromptText(texts.text("conflict.reason"));
        reason.setAccessibleText(texts.text("conflict.reason"));
        FlowPane choices = new FlowPane(8, 8);
        choices.setId("conflict-choices");
        VBox box = new VBox(8, reason, choices);
        model.competing().subscribe(answers -> {
            Parts.show(box, !answers.isEmpty());
            choices.getChildren()
                    .setAll(answers.stream()
                            .map(answer -> choice(answer, reason))
                            .toList());
        });
        return Guarded.node(box, model.readOnly());
    }

    private Node choice(Recorded<ControlAnswered> answer, TextField reason) {
        String log = answer.importedFrom().map(EntryPlace::origin).orElse(texts.text("conflict.own-log"));
        Button button = new Button(texts.text(
                "conflict.choose",
                marks.label(Mark.ofAnswer(answer.event().status())).getText(),
                log));
        button.setId("conflict-choose-" + answer.entry());
        button.setAccessibleText(button.getText());
        button.setOnAction(_ -> model.decide(answer, reason.getText()));
        return button;
    }

    private Node outcome() {
        VBox box = new VBox();
        box.getStyleClass().add("outcome-box");
        box.setId("outcome");
        Runnable update = () -> {
            box.getChildren().setAll(Parts.label(texts.text("outcome.title"), "section-title"));
            if (model.checks().isEmpty()) {
                String none = model.posture().get().isPresent() ? "outcome.no-check" : "outcome.alone";
                box.getChildren().add(Parts.paragraph(texts.text(none), "muted"));
            }
            model.checks().forEach(line -> box.getChildren().add(check(line)));
        };
        model.checks().addListener((ListChangeListener<ItemLines.CheckLine>) _ -> update.run());
        model.asked().subscribe(_ -> update.run());
        return box;
    }

    private Node check(ItemLines.CheckLine line) {
        Label mark = marks.label(line.outcome());
        mark.setMinWidth(116);
        Label title = Parts.paragraph(line.title(), "medium");
        title.setId("check-" + line.id());
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = Parts.row(mark, title);
        VBox reasons = new VBox(2);
        reasons.getStyleClass().add("check-reasons");
        line.reasons().forEach(reason -> reasons.getChildren().add(Parts.paragraph(reason)));
        remedy(line.remedy()).ifPresent(reasons.getChildren()::add);
        VBox box = new VBox(2, head, reasons);
        box.getStyleClass().addAll("rule", "check");
        return box;
    }

    private Optional<Node> remedy(Optional<String> text) {
        return text.map(words -> {
            Label label = Parts.paragraph(texts.text("remedy", words), "muted");
            label.setGraphic(Parts.icon(Feather.TOOL));
            label.getStyleClass().add("remedy");
            return label;
        });
    }
}
