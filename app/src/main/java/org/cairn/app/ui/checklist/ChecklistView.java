package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.cairn.app.ui.intake.IntakeViewModel;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Parts;
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

    /// What means the same on the guided walk.
    private static final String ANSWERING = "123456?";

    private final ChecklistViewModel model;
    private final ChecklistTree tree;
    private final ItemView item;
    private final ItemSide side;
    private final GuidedView guided;
    private final KeysOverlay keys;
    private final StackPane root = new StackPane();

    /// @param intake what waits to be recorded beside a control
    public ChecklistView(ChecklistViewModel model, IntakeViewModel intake, Chooser chooser, Guide guide) {
        this.model = model;
        Texts texts = Texts.beside(ChecklistView.class);
        this.tree = new ChecklistTree(model, texts);
        this.item = new ItemView(model, texts);
        this.keys = new KeysOverlay(texts);
        this.guided = new GuidedView(model, texts);
        this.side = new ItemSide(model.item(), intake, chooser, guide, texts);
        Node beside = side.node();
        SplitPane panes = new SplitPane(tree.node(), item.node(), beside);
        panes.setId("checklist-panes");
        panes.setAccessibleText(texts.text("title"));
        panes.setDividerPositions(0.33, 0.74);
        SplitPane.setResizableWithParent(tree.node(), false);
        SplitPane.setResizableWithParent(beside, false);
        root.getChildren().addAll(panes, guided.node(), keys.node());
        model.guided().step().subscribe(_ -> {
            boolean walking = model.guided().open();
            if (walking != guided.node().isVisible() || walking == panes.isVisible()) {
                Parts.show(guided.node(), walking);
                Parts.show(panes, !walking);
                root.requestFocus();
            }
        });
        root.setId("checklist");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.text("title"));
        root.getStyleClass().add("page");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    public Parent root() {
        return root;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.saveAndNext();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            keys.hide();
            leaveField();
        }
    }

    /// Out of a field first, then out of the guided walk.
    private void leaveField() {
        if (!model.guided().open()) {
            tree.focus();
        } else if (writing()) {
            root.requestFocus();
        } else {
            model.guided().leave();
        }
    }

    private boolean writing() {
        return root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    /// Characters rather than keys, so that the commands are where the letters are on any keyboard, and so that a
    /// character that opens a field is not written into it as well.
    private void typed(KeyEvent event) {
        if (!writing() && !event.isShortcutDown() && !event.isAltDown() && command(event.getCharacter())) {
            event.consume();
        }
    }

    private boolean command(String character) {
        if (model.guided().open() && !ANSWERING.contains(character)) {
            return guided.command(character);
        }
        switch (character.toLowerCase(Locale.ROOT)) {
            case "j" -> tree.step(1);
            case "k" -> tree.step(-1);
            case "g" -> model.guided().begin();
            case "u" -> tree.nextUnanswered();
            case "n" -> item.focusNote();
            case "a" -> item.focusOwner();
            case "e" -> side.attach();
            case "/" -> tree.focusFilter();
            case "?" -> keys.toggle();
            case "1", "2", "3", "4", "5", "6" -> model.answer(ANSWERS.get(Integer.parseInt(character) - 1));
            default -> {
                return false;
            }
        }
        return true;
    }
}
