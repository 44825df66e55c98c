package org.cairn.app.ui.intake;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.HandedIn;
import org.kordamp.ikonli.feather.Feather;

/// The ways in: a button for files, for the clipboard and for a folder; and dropping on a place, or Ctrl+V in it.
public final class IntakeTools {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    private final IntakeViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(IntakeTools.class);
    /// A key that is held down repeats itself, and is one wish.
    private boolean held;

    public IntakeTools(IntakeViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
    }

    /// @param id begins the ids of the buttons
    /// @param words whether the buttons carry words; where there is little room only the first does
    public Node buttons(String id, boolean words) {
        Button files = Parts.button(id, texts.text("files"), this::chooseFiles);
        files.setGraphic(Parts.icon(Feather.PAPERCLIP));
        Button paste = small(id + "-paste", Feather.CLIPBOARD, "paste", words, this::paste);
        Button folder = small(id + "-folder", Feather.FOLDER, "folder", words, this::chooseFolder);
        HBox row = Parts.row(files, paste, folder);
        row.setMinWidth(HBox.USE_PREF_SIZE);
        return Guarded.node(row, model.readOnly());
    }

    private Button small(String id, Feather glyph, String key, boolean words, Runnable action) {
        if (!words) {
            Button button = Parts.iconButton(id, glyph, texts.text(key), action);
            button.setTooltip(new Tooltip(texts.text(key + ".help")));
            button.setAccessibleHelp(texts.text(key + ".help"));
            return button;
        }
        Button button = Parts.button(id, texts.text(key), action);
        button.setGraphic(Parts.icon(glyph));
        button.setTooltip(new Tooltip(texts.text(key + ".help")));
        button.setAccessibleHelp(texts.text(key + ".help"));
        return button;
    }

    /// From now on `place` takes what is dropped on it, or pasted in it where nobody writes.
    public void openUp(Node place) {
        place.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (Arrivals.any(event.getDragboard())
                    && model.readOnly().getValue().isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        place.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            event.setDropCompleted(take(event.getDragboard()));
            event.consume();
        });
        place.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean writing = event.getTarget() instanceof TextInputControl;
            if (PASTE.match(event) && !writing && model.readOnly().getValue().isEmpty()) {
                if (!held) {
                    paste();
                }
                held = true;
                event.consume();
            }
        });
        place.addEventFilter(KeyEvent.KEY_RELEASED, _ -> held = false);
    }

    /// Asks for files, unless nothing can be recorded.
    public void chooseFiles() {
        if (model.readOnly().getValue().isPresent()) {
            return;
        }
        List<HandedIn.Content> chosen = chooser.filesToOpen(texts.text("files.title")).stream()
                .<HandedIn.Content>map(file -> new HandedIn.OfFile(file, Optional.empty()))
                .toList();
        if (!chosen.isEmpty()) {
            model.bring(() -> chosen);
        }
    }

    private void chooseFolder() {
        chooser.folder(texts.text("folder.title")).ifPresent(model::look);
    }

    private void paste() {
        if (!take(Clipboard.getSystemClipboard())) {
            model.nothingToPaste();
        }
    }

    private boolean take(Clipboard board) {
        Instant now = model.desk().clock().instant();
        String stamp = STAMP.format(now.atZone(model.desk().zone()));
        var came = Arrivals.of(board, stamp);
        came.ifPresent(model::bring);
        return came.isPresent();
    }
}
