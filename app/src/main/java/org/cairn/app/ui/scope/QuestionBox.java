package org.cairn.app.ui.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ScopeQuestion;

/// One question: what may be answered, why it matters, and the reason for the answer.
final class QuestionBox {
    private static final double REASON_WIDTH = 460;

    private final Texts texts;
    private final Map<String, RadioButton> answers = new LinkedHashMap<>();
    private final TextField reason = new TextField();
    private final Label state = Parts.label("", "muted");
    private final VBox box;

    QuestionBox(ScopeQuestion question, ScopeViewModel model, Texts texts, Runnable said) {
        this.texts = texts;
        String id = "scope-" + question.id().value().replace('.', '-');
        reason.setId(id + "-reason");
        reason.setAccessibleText(texts.text("reason.of", question.question()));
        reason.setPromptText(texts.text("reason"));
        reason.setMaxWidth(REASON_WIDTH);
        reason.textProperty().subscribe((_, typed) -> {
            model.reason(question.id(), typed);
            said.run();
        });
        HBox choices = new HBox(16);
        choices.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (String answer : answers(question)) {
            String word = word(texts, answer);
            RadioButton button = new RadioButton(word);
            button.setId(id + "-" + answer);
            button.setAccessibleText(question.question() + " " + word);
            button.setToggleGroup(group);
            button.setOnAction(_ -> model.draft(question.id(), answer, reason.getText()));
            answers.put(answer, button);
        }
        choices.getChildren().addAll(answers.values());
        choices.getChildren().add(state);
        box = new VBox(
                4,
                Parts.paragraph(question.question(), "medium"),
                Parts.paragraph(texts.text("why", question.help(), question.citation()), "muted"),
                choices,
                reason);
    }

    private static List<String> answers(ScopeQuestion question) {
        return Stream.concat(question.answers().stream(), Stream.of(ScopeQuestion.UNKNOWN))
                .toList();
    }

    /// An answer that is no yes or no has a word of its own.
    static String word(Texts texts, String answer) {
        String key = "answer." + answer;
        return texts.has(key) ? texts.text(key) : Texts.sentence(answer.replace('-', ' '));
    }

    Node node() {
        return box;
    }

    void show(QuestionRow row) {
        answers.forEach((answer, button) ->
                button.setSelected(row.answer().filter(answer::equals).isPresent()));
        if (!reason.getText().equals(row.reason())) {
            reason.setText(row.reason());
        }
        Parts.show(reason, row.drafted());
        state.setText(state(row));
    }

    private String state(QuestionRow row) {
        if (row.drafted()) {
            return texts.text("drafted");
        }
        if (row.settled()) {
            return texts.text("settled");
        }
        return row.recorded().map(entry -> texts.text("recorded", entry)).orElse(texts.text("open"));
    }
}
