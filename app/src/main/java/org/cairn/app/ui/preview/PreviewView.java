package org.cairn.app.ui.preview;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.preview.Preview;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.kordamp.ikonli.feather.Feather;

/// Shows a preview: pixels, plain text or cells, and never anything that acts.
public final class PreviewView {
    private static final double HEIGHT = 300;
    private static final double LINE = 22;
    private static final double SMALLEST = 120;

    private final PreviewViewModel model;
    private final Texts texts = Texts.beside(PreviewView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final VBox root = new VBox(8);

    public PreviewView(PreviewViewModel model) {
        this.model = model;
        VBox content = new VBox(8);
        root.getChildren()
                .addAll(WorkStrip.node("preview", model.work().map(w -> w), Optional.of(model::cancel), kit), content);
        root.setMinWidth(0);
        model.shown().subscribe(shown -> {
            content.getChildren().clear();
            shown.ifPresent(each -> content.getChildren().add(node(each)));
        });
    }

    public Node node() {
        return root;
    }

    private Node node(PreviewViewModel.Shown shown) {
        return switch (shown.preview()) {
            case Preview.Picture picture ->
                new VBox(
                        4,
                        image(
                                picture.image(),
                                texts.text("picture.help", shown.name(), picture.width(), picture.height())),
                        Parts.label(texts.text("picture", picture.width(), picture.height()), "hint"));
            case Preview.PageOf page -> page(shown, page);
            case Preview.Text text -> text(shown, text);
            case Preview.Grid grid -> grid(shown, grid);
            case Preview.Nothing nothing -> nothing(nothing);
        };
    }

    private Node image(BufferedImage picture, String accessible) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        WritableImage image = new WritableImage(width, height);
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ImageView view = new ImageView(image);
        view.setId("preview-image");
        view.setAccessibleText(accessible);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty()
                .bind(root.widthProperty().map(room -> Math.min(width, Math.max(SMALLEST, room.doubleValue() - 2))));
        HBox frame = new HBox(view);
        frame.getStyleClass().add("preview-frame");
        frame.setMinWidth(0);
        frame.setMaxWidth(HBox.USE_PREF_SIZE);
        return frame;
    }

    private Node page(PreviewViewModel.Shown shown, Preview.PageOf page) {
        Label where = Parts.label(texts.text("page", page.number(), page.count()), "hint");
        where.setId("preview-page");
        Button back = Parts.iconButton(
                "preview-back", Feather.CHEVRON_LEFT, texts.text("back"), () -> model.page(page.number() - 2));
        back.setDisable(page.number() == 1);
        Button on = Parts.iconButton(
                "preview-on", Feather.CHEVRON_RIGHT, texts.text("on"), () -> model.page(page.number()));
        on.setDisable(page.number() == page.count());
        String said = texts.text("page.help", shown.name(), page.number(), page.count());
        return new VBox(4, Parts.row(back, where, on), image(page.image(), said));
    }

    private Node text(PreviewViewModel.Shown shown, Preview.Text text) {
        TextArea area = new TextArea(text.content());
        area.setId("preview-text");
        area.setAccessibleText(texts.text("text.help", shown.name()));
        area.setEditable(false);
        area.getStyleClass().add("mono");
        area.setPrefHeight(Math.min(HEIGHT, (text.content().lines().count() + 1) * LINE));
        return new VBox(4, area, Parts.label(texts.text(text.cut() ? "text.cut" : "text", text.encoding()), "hint"));
    }

    private Node grid(PreviewViewModel.Shown shown, Preview.Grid grid) {
        Columns<List<String>> columns = Columns.of(
                "preview-grid",
                texts.text("grid.help", shown.name()),
                Parts.emptyState(Feather.GRID, texts.text("grid.none.title"), texts.text("grid.none")));
        for (int i = 0; i < grid.columns(); i++) {
            int column = i;
            columns.text(letters(i), 90, row -> column < row.size() ? row.get(column) : "");
        }
        TableView<List<String>> table = columns.table();
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(FXCollections.observableArrayList(grid.rows()));
        table.setPrefHeight(HEIGHT);
        table.getStyleClass().add("framed");
        VBox.setVgrow(table, Priority.NEVER);
        return new VBox(
                4,
                table,
                Parts.label(
                        texts.text(grid.cut() ? "grid.cut" : "grid", grid.rows().size(), grid.columns()), "hint"));
    }

    /// As spreadsheets name columns: A to Z, then AA.
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private Node nothing(Preview.Nothing nothing) {
        String why = texts.text("nothing." + Texts.keyOf(nothing.why()));
        Label words = Parts.paragraph(nothing.detail().isBlank() ? why : why + " (" + nothing.detail() + ")", "muted");
        words.setId("preview-nothing");
        return words;
    }
}
