package org.cairn.app.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A failure in words with its code, in the place it is about. Takes no room while there is none.
public final class ProblemText {
    private ProblemText() {}

    public static HBox node(String id, ObservableValue<Optional<Problem>> problem, Texts kit) {
        Label words = Parts.paragraph("", "problem-words");
        words.setId(id);
        Label code = Parts.label("", "hint");
        code.setId(id + "-code");
        code.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox box = Parts.row(Parts.icon(Feather.ALERT_TRIANGLE), words, code);
        box.getStyleClass().add("banner-problem");
        problem.subscribe(value -> {
            Parts.show(box, value.isPresent());
            words.setText(value.map(Problem::words).orElse(""));
            words.setAccessibleText(words.getText());
            code.setText(value.map(p -> kit.text("problem.code", p.code())).orElse(""));
            code.setAccessibleText(code.getText());
        });
        return box;
    }
}
