package org.cairn.app.ui.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ScopeFact;

/// Questions below each other, each drawn once and followed then, so that the keyboard stays where it is.
final class QuestionList {
    private final ScopeViewModel model;
    private final Texts texts;
    private final Runnable said;
    private final Map<ScopeFact, QuestionBox> boxes = new HashMap<>();
    private final VBox list = new VBox();

    /// @param said told of each reason that is typed
    QuestionList(ScopeViewModel model, Texts texts, Runnable said) {
        this.model = model;
        this.texts = texts;
        this.said = said;
        list.getStyleClass().add("questions");
        list.setId("scope-questions");
    }

    VBox node() {
        return list;
    }

    void show(List<QuestionRow> rows) {
        List<Node> wanted = rows.stream().map(this::drawn).toList();
        list.getChildren().removeIf(node -> !wanted.contains(node));
        for (int at = 0; at < wanted.size(); at++) {
            if (at >= list.getChildren().size() || !list.getChildren().get(at).equals(wanted.get(at))) {
                list.getChildren().add(at, wanted.get(at));
            }
        }
    }

    private Node drawn(QuestionRow row) {
        QuestionBox box =
                boxes.computeIfAbsent(row.question().id(), _ -> new QuestionBox(row.question(), model, texts, said));
        box.show(row);
        return box.node();
    }
}
