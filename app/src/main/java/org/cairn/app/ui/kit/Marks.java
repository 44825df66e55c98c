package org.cairn.app.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// Draws marks. The word is always there: beside the shape, or as accessible text and tooltip where there is no room.
public final class Marks {
    private final Texts texts;

    public Marks(Texts texts) {
        this.texts = texts;
    }

    /// Shape and word.
    public Label label(Mark mark) {
        Label label = new Label(mark.word(texts), shape(mark));
        label.getStyleClass().addAll("mark", toneClass(mark));
        label.setAccessibleText(mark.word(texts));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// The shape alone, its word as accessible text and tooltip. For rows whose columns repeat the word elsewhere.
    public Label sign(Mark mark, String word) {
        Label label = new Label();
        label.setGraphic(shape(mark));
        label.getStyleClass().addAll("mark", "mark-sign", toneClass(mark));
        label.setAccessibleText(word);
        label.setTooltip(new Tooltip(word));
        return label;
    }

    public Label sign(Mark mark) {
        return sign(mark, mark.word(texts));
    }

    public String word(Mark mark) {
        return mark.word(texts);
    }

    public static String toneClass(Mark mark) {
        return "tone-" + Texts.keyOf(mark.tone());
    }

    static Node shape(Mark mark) {
        SVGPath path = new SVGPath();
        path.setContent(mark.path());
        path.setFillRule(FillRule.EVEN_ODD);
        path.getStyleClass().add("mark-shape");
        StackPane field = new StackPane(path);
        field.getStyleClass().add("mark-field");
        return field;
    }
}
