package org.cairn.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One line of shares that fills its width: always the whole, cut by states. Each part is labelled where it has room,
/// and tells its word and number in any case.
public final class StackedBar {
    private static final double ROOM_FOR_LABEL = 44;
    private static final double NARROWEST = 3;

    private StackedBar() {}

    /// @param open what a click on a part does
    public static Node of(String id, Map<Mark, Long> counts, Texts kit, Consumer<Mark> open) {
        List<Part> parts = new ArrayList<>();
        counts.forEach((mark, count) -> {
            if (count > 0) {
                String words = mark.word(kit) + ": " + count;
                Button button =
                        Parts.button(id + "-" + Texts.keyOf(mark), Long.toString(count), () -> open.accept(mark));
                button.setGraphic(Marks.shape(mark));
                button.setAccessibleText(words);
                button.setTooltip(new Tooltip(words));
                button.setMinWidth(0);
                button.getStyleClass().addAll("bar-segment", Marks.toneClass(mark));
                parts.add(new Part(button, count, Optional.of(button)));
            }
        });
        return new Bar(id, "bar", parts);
    }

    /// A thin line without labels, for rows that say the numbers elsewhere.
    public static Node thin(String id, Map<Mark, Long> counts, Texts kit) {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        counts.forEach((mark, count) -> {
            Region region = new Region();
            region.getStyleClass().addAll("bar-segment", Marks.toneClass(mark));
            parts.add(new Part(region, count, Optional.empty()));
            words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(mark.word(kit));
        });
        Bar bar = new Bar(id, "bar-small", parts);
        bar.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        bar.setAccessibleText(words.toString());
        Tooltip.install(bar, new Tooltip(words.toString()));
        return bar;
    }

    private record Part(Region region, long count, Optional<Button> labelled) {}

    private static final class Bar extends Pane {
        private final List<Part> parts;
        private final long total;

        Bar(String id, String style, List<Part> parts) {
            this.parts = parts;
            this.total = Math.max(1, parts.stream().mapToLong(Part::count).sum());
            setId(id);
            getStyleClass().add(style);
            parts.forEach(part -> getChildren().add(part.region()));
        }

        @Override
        protected void layoutChildren() {
            double room = getWidth() - (parts.size() - 1);
            double x = 0;
            for (Part part : parts) {
                double width = Math.max(NARROWEST, room * part.count() / total);
                part.labelled()
                        .ifPresent(button -> button.setContentDisplay(
                                width < ROOM_FOR_LABEL ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT));
                part.labelled()
                        .ifPresent(button ->
                                button.setText(width < ROOM_FOR_LABEL / 2 ? "" : Long.toString(part.count())));
                part.region().resizeRelocate(x, 0, Math.min(width, getWidth() - x), getHeight());
                x += width + 1;
            }
        }
    }
}
