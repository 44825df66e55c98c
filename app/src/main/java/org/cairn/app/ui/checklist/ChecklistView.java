package org.cairn.app.ui.checklist;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.AnswerStatus;

/// Three panes and one keyboard loop.
public final class ChecklistView {
    /// The digits 1 to 6 answer in this order.
    static final List<AnswerStatus> ANSWERS = List.of(
            AnswerStatus.MET,
            AnswerStatus.PARTLY_MET,
            AnswerStatus.NOT_MET,
            AnswerStatus.NOT_APPLICABLE,
            AnswerStatus.ALTERNATIVE_DOCUMENTED,
            AnswerStatus.NOT_YET_APPLICABLE);

    private final ChecklistViewModel model;
    private final ChecklistTree tree;
    private final ItemView item;
    private final KeysOverlay keys;
    private final StackPane root = new StackPane();

    public ChecklistView(ChecklistViewModel model, Chooser chooser, Guide guide) {
        this.model = model;
        Texts texts = Texts.beside(ChecklistView.class);
        this.tree = new ChecklistTree(model, texts);
        this.item = new ItemView(model, texts);
        this.keys = new KeysOverlay(texts);
        Node side = new ItemSide(model.item(), chooser, guide, texts).node();
        SplitPane panes = new SplitPane(tree.node(), item.node(), side);
        panes.setId("checklist-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.30, 0.71);
        SplitPane.setResizableWithParent(tree.node(), false);
        SplitPane.setResizableWithParent(side, false);
        root.getChildren().addAll(panes, keys.node());
        root.setId("checklist");
        root.getStyleClass().add("page");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public Parent root() {
        return root;
    }

    private void pressed(KeyEvent event) {
        boolean typing = root.getScene().getFocusOwner() instanceof TextInputControl;
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.saveAndNext();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            keys.hide();
            tree.focus();
        } else if (!typing && command(event)) {
            event.consume();
        }
    }

    private boolean command(KeyEvent event) {
        if (event.getText().equals("?")) {
            keys.toggle();
            return true;
        }
        if (event.getText().equals("/")) {
            tree.focusFilter();
            return true;
        }
        switch (event.getCode()) {
            case J -> model.next();
            case K -> model.previous();
            case U -> model.nextUnanswered();
            case N -> item.focusNote();
            case DIGIT1 -> model.answer(ANSWERS.get(0));
            case DIGIT2 -> model.answer(ANSWERS.get(1));
            case DIGIT3 -> model.answer(ANSWERS.get(2));
            case DIGIT4 -> model.answer(ANSWERS.get(3));
            case DIGIT5 -> model.answer(ANSWERS.get(4));
            case DIGIT6 -> model.answer(ANSWERS.get(5));
            default -> {
                return false;
            }
        }
        return true;
    }
}
