package org.cairn.app.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small parts that look the same everywhere. Each control gets its id and accessible text here, so none is forgotten.
public final class Parts {
    private static final double TOLD_WIDTH = 480;

    private Parts() {}

    public static FontIcon icon(Feather glyph) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// Its words are never cut short.
    public static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(id);
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one button of a page that leads on.
    public static Button mainButton(String id, String words, Runnable action) {
        Button button = button(id, words, action);
        button.getStyleClass().add("accent");
        return button;
    }

    /// Icon only: the words become accessible text and tooltip.
    public static Button iconButton(String id, Feather glyph, String words, Runnable action) {
        Button button = button(id, words, action);
        button.setGraphic(icon(glyph));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(new Tooltip(words));
        button.getStyleClass().addAll("flat", "icon-button");
        return button;
    }

    public static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        tellWhole(label);
        return label;
    }

    /// Words that had to be cut short are told where the mouse rests, unless something is told there already.
    public static void tellWhole(Labeled labeled) {
        labeled.textTruncatedProperty().subscribe((_, cut) -> {
            if (cut && labeled.getTooltip() == null) {
                labeled.setTooltip(new WholeWords(labeled));
            } else if (!cut && labeled.getTooltip() instanceof WholeWords) {
                labeled.setTooltip(null);
            }
        });
    }

    /// Made only where words are cut: a list has hundreds of labels and few of them are.
    private static final class WholeWords extends Tooltip {
        WholeWords(Labeled labeled) {
            textProperty().bind(labeled.textProperty());
            setWrapText(true);
            setMaxWidth(TOLD_WIDTH);
        }
    }

    /// Text that may run over several lines.
    public static Label paragraph(String words, String... styles) {
        Label label = label(words, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static HBox row(Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add("column");
        return column;
    }

    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// A page's head: title, one sentence on what the page shows, and what can be done there.
    public static HBox pageHead(String title, String what, Node... actions) {
        Label heading = label(title, "page-title");
        heading.setAccessibleRole(AccessibleRole.TEXT);
        VBox words = new VBox(heading, label(what, "muted"));
        words.getStyleClass().add("page-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = row(words);
        head.getChildren().addAll(actions);
        head.getStyleClass().add("page-head");
        return head;
    }

    /// What a page will show once there is something, and the one button that gets there.
    public static VBox emptyState(Feather glyph, String title, String teaches, Node... way) {
        FontIcon icon = icon(glyph);
        icon.getStyleClass().add("empty-icon");
        Label words = paragraph(teaches, "muted", "empty-words");
        VBox box = new VBox(icon, label(title, "empty-title"), words);
        box.getChildren().addAll(way);
        box.getStyleClass().add("empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
