package org.cairn.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// One upright line of shares, always the whole, cut by states: the first state of a bar stands at the foot. The column
/// is one button, whose words tell every state and number; each part that has room carries its shape too.
public final class StackedColumn {
    private static final double ROOM_FOR_SHAPE = 16;
    private static final double WIDTH = 56;
    private static final double HEIGHT = 120;

    private StackedColumn() {}

    /// @param name what the column is about; stands below it
    public static Node of(String id, String name, Map<Mark, Long> counts, Texts kit, Runnable open) {
        List<Mark> marks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        counts.forEach((mark, count) -> {
            if (count > 0) {
                marks.add(mark);
                words.add(mark.word(kit) + ": " + count);
            }
        });
        String all = name + ". " + String.join(", ", words);
        Button button = new Button();
        button.setId(id);
        button.setAccessibleText(all);
        button.setTooltip(new Tooltip(name + "\n" + String.join("\n", words)));
        button.setGraphic(new Stack(marks, counts, button));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setOnAction(_ -> open.run());
        button.getStyleClass().add("column-button");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setMinSize(0, 0);
        button.setPrefSize(WIDTH, HEIGHT); // what is drawn in it follows its size, and must not ask for more
        VBox.setVgrow(button, Priority.ALWAYS);
        Label below = Parts.label(lines(name), "column-name");
        below.setMinSize(0, Region.USE_PREF_SIZE);
        below.setTextAlignment(TextAlignment.CENTER);
        VBox box = new VBox(4, button, below);
        box.setAlignment(Pos.TOP_CENTER);
        box.setMinWidth(0);
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(96);
        return box;
    }

    /// A line for each word, and for each number of a day: a column is narrow.
    private static String lines(String name) {
        return name.replace(' ', '\n').replaceAll("\\.(?=\\d)", ".\n");
    }

    private static final class Stack extends Pane {
        private final List<Mark> marks;
        private final Map<Mark, Long> counts;
        private final double total;

        Stack(List<Mark> marks, Map<Mark, Long> counts, Button around) {
            this.marks = marks;
            this.counts = counts;
            this.total = Math.max(1, marks.stream().mapToLong(counts::get).sum());
            for (Mark mark : marks) {
                StackPane part = new StackPane(Marks.shape(mark));
                part.getStyleClass().addAll("bar-segment", "column-part", Marks.toneClass(mark));
                getChildren().add(part);
            }
            prefWidthProperty().bind(around.widthProperty());
            prefHeightProperty().bind(around.heightProperty());
        }

        @Override
        protected void layoutChildren() {
            double room = getHeight() - marks.size() + 1;
            double foot = getHeight();
            for (int i = 0; i < marks.size(); i++) {
                double height = Math.max(1, room * counts.getOrDefault(marks.get(i), 0L) / total);
                StackPane part = (StackPane) getChildren().get(i);
                part.getChildren().getFirst().setVisible(height >= ROOM_FOR_SHAPE);
                part.resizeRelocate(0, Math.max(0, foot - height), getWidth(), height);
                foot -= height + 1;
            }
        }
    }
}
