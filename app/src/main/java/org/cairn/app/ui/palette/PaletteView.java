package org.cairn.app.ui.palette;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// Lays the palette over everything when Ctrl+K is pressed: type, choose with the arrows, Enter.
public final class PaletteView {
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private final PaletteViewModel model;
    private final Texts texts = Texts.beside(PaletteView.class);
    private final TextField field = new TextField();
    private final ListView<Found> list = new ListView<>();
    private final StackPane overlay = new StackPane();
    private final StackPane root;
    private Optional<Node> before = Optional.empty();

    /// @param below what the palette is laid over
    public PaletteView(PaletteViewModel model, Parent below) {
        this.model = model;
        field.setId("palette-field");
        field.setPromptText(texts.text("prompt"));
        field.setAccessibleText(texts.text("prompt"));
        field.textProperty().bindBidirectional(model.typed());
        list.setId("palette-list");
        list.setAccessibleText(texts.text("found"));
        list.setCellFactory(_ -> new LineCell<>(this::line));
        list.setPlaceholder(Parts.label(texts.text("nothing"), "muted"));
        list.setOnMouseClicked(_ -> choose());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label count = Parts.label("", "hint");
        count.setId("palette-count");
        model.result().subscribe(result -> {
            list.getItems().setAll(result.lines());
            list.getSelectionModel().selectFirst();
            count.setText(texts.text("count", result.all(), result.lines().size()));
        });
        VBox card = new VBox(
                8, field, ProblemText.node("palette-problem", model.problem(), Texts.beside(Texts.class)), list, count);
        card.getStyleClass().addAll("keys-card", "palette-card");
        overlay.getChildren().add(card);
        overlay.setAlignment(Pos.TOP_CENTER);
        overlay.setId("palette");
        overlay.getStyleClass().add("keys-overlay");
        overlay.setOnMouseClicked(event -> {
            if (overlay.equals(event.getTarget())) {
                hide();
            }
        });
        overlay.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Parts.show(overlay, false);
        root = new StackPane(below, overlay);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (OPEN.match(event)) {
                event.consume();
                toggle();
            }
        });
    }

    public Parent root() {
        return root;
    }

    private void toggle() {
        if (overlay.isVisible()) {
            hide();
        } else {
            before = Optional.ofNullable(root.getScene().getFocusOwner());
            Parts.show(overlay, true);
            model.open();
            field.requestFocus();
        }
    }

    private void hide() {
        Parts.show(overlay, false);
        model.close();
        before.ifPresent(Node::requestFocus);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                event.consume();
                hide();
            }
            case ENTER -> {
                event.consume();
                choose();
            }
            case DOWN -> step(event, 1);
            case UP -> step(event, -1);
            default -> {}
        }
    }

    private void step(KeyEvent event, int by) {
        event.consume();
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < list.getItems().size()) {
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(Math.max(0, to - 3));
        }
    }

    private void choose() {
        Found chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            hide();
            chosen.open().run();
        }
    }

    private Node line(Found found) {
        Label kind = Parts.label(texts.text("kind." + Texts.keyOf(found.kind())), "hint");
        kind.setGraphic(Parts.icon(
                switch (found.kind()) {
                    case PAGE -> Feather.CORNER_DOWN_RIGHT;
                    case COMMAND -> Feather.COMMAND;
                    case CONTROL -> Feather.CHECK_SQUARE;
                    case REQUIREMENT -> Feather.BOOKMARK;
                    case EVIDENCE -> Feather.FILE_TEXT;
                    case NOTE -> Feather.EDIT_3;
                }));
        kind.setMinWidth(116);
        Label where = Parts.label(found.where(), "muted", "small");
        where.setMaxWidth(260);
        return Parts.row(kind, Panels.grow(Parts.label(found.title())), where);
    }
}
