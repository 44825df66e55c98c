package org.cairn.app.ui.redact;

import java.awt.image.BufferedImage;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.cairn.app.redaction.Cut;

/// A picture on which boxes are drawn with the mouse. Who draws without one types them.
final class PictureBoxes {
    private static final double WIDEST = 560;
    private static final double HIGHEST = 460;
    /// A click is no box.
    private static final double SMALLEST_DRAG = 3;

    private final RedactionViewModel model;
    private final RedactionViewModel.Shown.Picture picture;
    private final double scale;
    private final Pane pane = new Pane();
    private final Rectangle drawing = new Rectangle();
    private double startX;
    private double startY;

    PictureBoxes(RedactionViewModel model, RedactionViewModel.Shown.Picture picture, String accessible) {
        this.model = model;
        this.picture = picture;
        this.scale = Math.min(1, Math.min(WIDEST / picture.width(), HIGHEST / picture.height()));
        ImageView view = view(picture.image(), picture.width() * scale, picture.height() * scale, accessible);
        view.setId("redact-picture");
        drawing.getStyleClass().add("redact-drawing");
        drawing.setVisible(false);
        pane.setMaxSize(view.getFitWidth(), view.getFitHeight());
        pane.setMinSize(view.getFitWidth(), view.getFitHeight());
        pane.getStyleClass().add("preview-frame");
        pane.getChildren().addAll(view, drawing);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::end);
        model.cuts().addListener((ListChangeListener<Cut>) _ -> boxes());
        boxes();
    }

    Pane node() {
        return pane;
    }

    static ImageView view(BufferedImage picture, double width, double height, String accessible) {
        int across = picture.getWidth();
        int down = picture.getHeight();
        WritableImage image = new WritableImage(across, down);
        int[] pixels = picture.getRGB(0, 0, across, down, null, 0, across);
        image.getPixelWriter().setPixels(0, 0, across, down, PixelFormat.getIntArgbInstance(), pixels, 0, across);
        ImageView view = new ImageView(image);
        view.setAccessibleText(accessible);
        view.setFitWidth(width);
        view.setFitHeight(height);
        return view;
    }

    private void begin(MouseEvent event) {
        startX = within(event.getX(), pane.getWidth());
        startY = within(event.getY(), pane.getHeight());
        event.consume();
    }

    private void drag(MouseEvent event) {
        Rectangle2D drawn = drawn(event);
        drawing.setX(drawn.getMinX());
        drawing.setY(drawn.getMinY());
        drawing.setWidth(drawn.getWidth());
        drawing.setHeight(drawn.getHeight());
        drawing.setVisible(true);
        event.consume();
    }

    private Rectangle2D drawn(MouseEvent event) {
        double x = within(event.getX(), pane.getWidth());
        double y = within(event.getY(), pane.getHeight());
        return new Rectangle2D(Math.min(startX, x), Math.min(startY, y), Math.abs(x - startX), Math.abs(y - startY));
    }

    private static double within(double place, double size) {
        return Math.clamp(place, 0, size);
    }

    /// Every pixel that the box touches goes.
    private void end(MouseEvent event) {
        drawing.setVisible(false);
        Rectangle2D drawn = drawn(event);
        if (drawn.getWidth() < SMALLEST_DRAG || drawn.getHeight() < SMALLEST_DRAG) {
            return;
        }
        int left = (int) Math.floor(drawn.getMinX() / scale);
        int top = (int) Math.floor(drawn.getMinY() / scale);
        int right = Math.min(picture.width(), (int) Math.ceil(drawn.getMaxX() / scale));
        int bottom = Math.min(picture.height(), (int) Math.ceil(drawn.getMaxY() / scale));
        model.box(left, top, right - left, bottom - top);
        event.consume();
    }

    private void boxes() {
        List<Rectangle> boxes = model.cuts().stream()
                .filter(Cut.Box.class::isInstance)
                .map(Cut.Box.class::cast)
                .map(this::box)
                .toList();
        pane.getChildren().remove(2, pane.getChildren().size());
        pane.getChildren().addAll(boxes);
    }

    private Rectangle box(Cut.Box box) {
        Rectangle shown = new Rectangle(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
        shown.getStyleClass().add("redact-box");
        shown.setMouseTransparent(true);
        return shown;
    }
}
