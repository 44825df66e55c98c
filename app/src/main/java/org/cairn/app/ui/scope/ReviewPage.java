package org.cairn.app.ui.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ScopeFact;
import org.kordamp.ikonli.feather.Feather;

/// The last step: every entry that will be recorded, with its reason.
final class ReviewPage {
    private final ScopeViewModel model;
    private final Texts texts;
    private final Runnable said;
    private final VBox box = new VBox(12);
    private final VBox list = new VBox();
    private final Map<ScopeFact, TextField> reasons = new HashMap<>();
    private final Label lacking = Parts.paragraph("", "field-problem");
    private final Label first = Parts.paragraph("", "muted");
    private final TextField rest = new TextField();
    private final VBox forRest;

    /// @param said told of each reason that is typed
    ReviewPage(ScopeViewModel model, Texts texts, Runnable said) {
        this.model = model;
        this.texts = texts;
        this.said = said;
        list.setId("walk-decisions");
        lacking.setId("walk-lacking");
        first.setId("walk-first");
        forRest = forRest();
        box.getChildren()
                .addAll(Parts.paragraph(texts.text("walk.review.what"), "muted"), first, lacking, forRest, list);
    }

    Node node() {
        return box;
    }

    private VBox forRest() {
        rest.setId("walk-rest-reason");
        rest.setAccessibleText(texts.text("walk.rest"));
        rest.setPromptText(texts.text("reason"));
        HBox.setHgrow(rest, Priority.ALWAYS);
        Label label = Parts.label(texts.text("walk.rest"), "field-label");
        label.setLabelFor(rest);
        return new VBox(4, label, Parts.row(rest, Parts.button("walk-rest-use", texts.text("walk.rest.use"), () -> {
            if (!rest.getText().isBlank()) {
                model.reasonForRest(rest.getText().strip());
            }
        })));
    }

    void show() {
        List<Decision> decisions = model.decisions();
        list.getChildren().setAll(decisions.stream().map(this::decision).toList());
        if (decisions.isEmpty()) {
            list.getChildren().add(Parts.paragraph(texts.text("walk.nothing"), "muted"));
        }
        StringBuilder before = new StringBuilder();
        model.profile().ifPresent(profile -> before.append(texts.text("walk.first.profile", profile.title())));
        model.newSystem()
                .ifPresent(system -> before.append(before.isEmpty() ? "" : " ")
                        .append(texts.text(
                                "walk.first.system", model.system().get().strip())));
        first.setText(before.toString());
        Parts.show(first, !before.isEmpty() && !decisions.isEmpty());
        judge();
    }

    private void judge() {
        long without = model.decisions().stream()
                .filter(decision -> decision.reason().isBlank())
                .count();
        boolean nameless = model.systemMissing();
        lacking.setText(nameless ? texts.text("walk.lacking.system") : texts.text("walk.lacking", without));
        Parts.show(lacking, nameless || without > 0);
        Parts.show(forRest, without > 0);
    }

    private Node decision(Decision decision) {
        ScopeFact fact = decision.question().id();
        String id = fact.value().replace('.', '-');
        TextField reason = reasons.computeIfAbsent(fact, _ -> field(decision, id));
        if (!reason.getText().equals(decision.reason())) {
            reason.setText(decision.reason());
        }
        Label answer = Parts.label(QuestionBox.word(texts, decision.answer()), "medium");
        answer.setMinWidth(Label.USE_PREF_SIZE);
        answer.setId("walk-answer-" + id);
        Label question = Parts.paragraph(decision.question().question());
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox head = Parts.row(
                question,
                answer,
                Parts.iconButton(
                        "walk-drop-" + id,
                        Feather.X,
                        texts.text("walk.drop", decision.question().question()),
                        () -> model.withdraw(fact)));
        VBox line = new VBox(4, head, reason);
        line.getStyleClass().add("list-line");
        return line;
    }

    private TextField field(Decision decision, String id) {
        TextField reason = new TextField(decision.reason());
        reason.setId("walk-reason-" + id);
        reason.setAccessibleText(texts.text("reason.of", decision.question().question()));
        reason.setPromptText(texts.text("reason"));
        reason.textProperty().subscribe((_, typed) -> {
            model.reason(decision.question().id(), typed);
            judge();
            said.run();
        });
        return reason;
    }
}
