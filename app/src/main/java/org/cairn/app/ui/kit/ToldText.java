package org.cairn.app.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What came of a deed, in the place where it was asked for: words, or why it failed.
public final class ToldText {
    private ToldText() {}

    /// @param id of the words with `-told` behind it, of the failure with `-problem`
    public static VBox node(
            String id, ObservableValue<Optional<String>> told, ObservableValue<Optional<Problem>> problem, Texts kit) {
        Label words = Parts.paragraph("", "medium");
        words.setId(id + "-told");
        VBox box = new VBox(4, words, ProblemText.node(id + "-problem", problem, kit));
        Runnable update = () -> {
            words.setText(told.getValue().orElse(""));
            words.setAccessibleText(words.getText());
            Parts.show(words, told.getValue().isPresent());
            Parts.show(box, told.getValue().isPresent() || problem.getValue().isPresent());
        };
        told.subscribe(_ -> update.run());
        problem.subscribe(_ -> update.run());
        return box;
    }
}
