package org.cairn.app.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What came of the last thing that was done on a page: a sentence, a problem, or nothing.
public final class OutcomeLine {
    private OutcomeLine() {}

    /// @param id what the ids of both lines begin with
    public static Node node(
            String id, ObservableValue<Optional<String>> told, ObservableValue<Optional<Problem>> problem, Texts kit) {
        Label words = Parts.paragraph("");
        words.setId(id + "-told");
        told.subscribe(now -> {
            words.setText(now.orElse(""));
            words.setAccessibleText(words.getText());
            Parts.show(words, now.isPresent());
        });
        return new VBox(4, words, ProblemText.node(id + "-problem", problem, kit));
    }
}
