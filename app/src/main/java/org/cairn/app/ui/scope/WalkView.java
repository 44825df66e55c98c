package org.cairn.app.ui.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.scope.WalkViewModel.Progress;
import org.cairn.app.ui.scope.WalkViewModel.Step;

/// Draws the guided way: one step at a time, beside it what would follow.
final class WalkView {
    private final WalkViewModel model;
    private final Texts texts = Texts.beside(WalkView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final BorderPane root = new BorderPane();
    private final ScrollPane scroll = new ScrollPane();
    private final ProgressBar bar = new ProgressBar();
    private final Label where = Parts.label("", "medium");
    private final Label answered = Parts.label("", "muted");
    private final Label hidden = Parts.paragraph("", "muted");
    private final Button back;
    private final Button next;
    private final Button record;
    private final Node recordBox;
    private final QuestionList questions;
    private final SituationPage situation;
    private final ReviewPage review;

    WalkView(WalkViewModel model) {
        this.model = model;
        this.back = Parts.button("walk-back", texts.text("back"), model::back);
        this.next = Parts.mainButton("walk-next", texts.text("next"), model::next);
        this.record = Parts.mainButton("walk-record", texts.text("record", 0), model::record);
        this.recordBox = Guarded.node(record, model.scope().readOnly());
        this.questions = new QuestionList(model.scope(), texts, this::allow);
        this.situation = new SituationPage(model, texts);
        this.review = new ReviewPage(model.scope(), texts, this::allow);
        root.setId("walk");
        root.getStyleClass().add("page");
        scroll.setId("walk-scroll");
        scroll.setFitToWidth(true);
        root.setTop(new VBox(
                Parts.pageHead(
                        texts.text("walk.title"),
                        texts.text("walk.what"),
                        Parts.button("walk-leave", texts.text("walk.leave"), model::leave)),
                progress()));
        root.setCenter(scroll);
        root.setRight(new ReachPanel(model.scope(), texts, kit).node());
        root.setBottom(foot());
        model.step().subscribe(this::show);
        model.scope().changes().subscribe(_ -> follow());
        model.scope().summary().subscribe(_ -> allow());
    }

    Parent root() {
        return root;
    }

    private Node progress() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("walk-progress");
        where.setId("walk-where");
        answered.setId("walk-answered");
        hidden.setId("walk-hidden");
        VBox box = new VBox(6, new HBox(8, where, Parts.gap(), answered), bar);
        box.getStyleClass().add("walk-progress");
        return box;
    }

    private Node foot() {
        next.setDefaultButton(true);
        HBox bar = Parts.row(back, Parts.gap(), next, recordBox);
        bar.getStyleClass().add("walk-foot");
        return new VBox(ProblemText.node("walk-problem", model.scope().problem(), kit), bar);
    }

    private void show(Step step) {
        VBox body = new VBox(16, Parts.label(title(step), "item-title"));
        body.getStyleClass().add("page-body");
        switch (step) {
            case Step.Situation _ -> body.getChildren().add(situation.node());
            case Step.Questions(String group) -> {
                body.getChildren().addAll(hidden, questions.node());
                ask(group);
            }
            case Step.Review _ -> {
                body.getChildren().add(review.node());
            }
            case Step.Done done -> body.getChildren().add(done(done));
        }
        scroll.setContent(body);
        scroll.setVvalue(0);
        scroll.setAccessibleText(title(step));
        boolean done = step instanceof Step.Done;
        Parts.show(back, !done);
        back.setDisable(step instanceof Step.Situation);
        Parts.show(next, !done && !(step instanceof Step.Review));
        Parts.show(recordBox, step instanceof Step.Review);
        follow();
        focus(body, step);
    }

    /// The keyboard goes on where the step begins.
    private void focus(VBox body, Step step) {
        Optional.ofNullable(body.lookup(step instanceof Step.Done ? "#walk-done-close" : ".radio-button"))
                .or(() -> Optional.of(step instanceof Step.Review ? last() : next))
                .ifPresent(Node::requestFocus);
    }

    /// What is out of use takes no keyboard.
    private Node last() {
        return record.isDisabled() ? back : record;
    }

    private String title(Step step) {
        return switch (step) {
            case Step.Situation _ -> texts.text("walk.situation");
            case Step.Questions(String group) -> model.scope().title(group);
            case Step.Review _ -> texts.text("walk.review");
            case Step.Done _ -> texts.text("walk.done");
        };
    }

    /// What another answer settles is not asked, but counted.
    private void ask(String group) {
        Map<Boolean, List<QuestionRow>> rows =
                model.rows(group).stream().collect(Collectors.partitioningBy(QuestionRow::settled));
        questions.show(rows.getOrDefault(false, List.of()));
        int settled = rows.getOrDefault(true, List.of()).size();
        hidden.setText(texts.text("walk.hidden", settled));
        Parts.show(hidden, settled > 0);
    }

    /// It is in the window now.
    void begin() {
        show(model.step().get());
    }

    /// Whatever was said may answer other questions.
    private void follow() {
        if (model.step().get() instanceof Step.Questions(String group)) {
            ask(group);
        }
        if (model.step().get() instanceof Step.Review) {
            review.show();
        }
        Progress progress = model.progress();
        int steps = model.steps().size();
        where.setText(texts.text("walk.where", model.at() + 1, steps));
        answered.setText(texts.text("walk.answered", progress.answered(), progress.questions()));
        bar.setProgress((model.at() + 1.0) / steps);
        bar.setAccessibleText(where.getText() + ". " + answered.getText());
        allow();
    }

    /// Nothing is recorded without a reason.
    private void allow() {
        record.setText(texts.text("record", model.scope().decisions().size()));
        record.setAccessibleText(record.getText());
        record.setDisable(!model.scope().recordable());
    }

    private Node done(Step.Done done) {
        Label words = Parts.paragraph(texts.text(
                "walk.done.what",
                done.entries().size(),
                done.entries().getFirst(),
                done.entries().getLast()));
        words.setId("walk-done");
        return new VBox(
                12,
                words,
                Parts.paragraph(texts.text("walk.done.later"), "muted"),
                Parts.row(Parts.mainButton("walk-done-close", texts.text("walk.done.close"), model::leave)));
    }
}
