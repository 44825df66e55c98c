package org.cairn.app.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A digest in groups of eight characters, and a button that copies it whole.
public final class HashText {
    /// Characters that stand together.
    public static final int GROUP = 8;

    private HashText() {}

    public static String grouped(String hex) {
        StringBuilder text = new StringBuilder(hex.length() + hex.length() / GROUP);
        for (int i = 0; i < hex.length(); i += GROUP) {
            text.append(i == 0 ? "" : " ").append(hex, i, Math.min(hex.length(), i + GROUP));
        }
        return text.toString();
    }

    /// The first two groups, for tables.
    public static String shortened(String hex) {
        return grouped(hex.substring(0, Math.min(hex.length(), 2 * GROUP)));
    }

    public static HBox node(String id, String hex, Texts kit) {
        Label text = Parts.label(grouped(hex), "hash");
        text.setId(id);
        text.setAccessibleText(hex);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return Parts.row(text, copyButton(id + "-copy", hex, kit));
    }

    public static Button copyButton(String id, String content, Texts kit) {
        Button button = Parts.iconButton(id, Feather.COPY, kit.text("copy"), () -> copy(content));
        button.getStyleClass().add("small");
        return button;
    }

    public static void copy(String content) {
        ClipboardContent clip = new ClipboardContent();
        clip.putString(content);
        Clipboard.getSystemClipboard().setContent(clip);
    }

    /// A block of text as it is, in fixed width, e.g. a checkpoint.
    public static Node block(String id, Label text, Texts kit) {
        text.setId(id);
        text.getStyleClass().add("text-block");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button copy = Parts.iconButton(id + "-copy", Feather.COPY, kit.text("copy"), () -> copy(text.getText()));
        copy.getStyleClass().add("small");
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        HBox row = Parts.row(text, copy);
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return row;
    }
}
