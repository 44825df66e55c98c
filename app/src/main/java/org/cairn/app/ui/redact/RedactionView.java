package org.cairn.app.ui.redact;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.redact.RedactionViewModel.Shown;
import org.kordamp.ikonli.feather.Feather;

/// Draws the original on the left, what is to be taken out and the copy on the right.
public final class RedactionView {
    private static final double LIST_HEIGHT = 420;
    private static final double LINE_HEIGHT = 28;
    private static final int LONGEST_LINE_SHOWN = 400;

    private final RedactionViewModel model;
    private final Texts texts = Texts.beside(RedactionView.class);
    private final BorderPane root = new BorderPane();

    public RedactionView(RedactionViewModel model) {
        this.model = model;
        root.setId("redact");
        Button back = Parts.button("redact-leave", texts.text("leave"), model::leave);
        Label piece = Parts.label("", "section-title");
        piece.setId("redact-of");
        model.of()
                .subscribe(of -> piece.setText(
                        of.map(each -> texts.text("of", each.id().shortForm())).orElse("")));
        HBox head = Parts.row(piece, Parts.gap(), files(), back);
        head.getStyleClass().add("list-head");
        root.setTop(head);
        VBox left = new VBox(8);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        RedactionForm form = new RedactionForm(model, texts);
        VBox right = form.node();
        model.read().subscribe(read -> {
            left.getChildren().clear();
            read.ifPresent(each -> left.getChildren().addAll(original(each.shown())));
        });
        HBox both = new HBox(24, left, right);
        both.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(both);
        scroll.setId("redact-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        root.setCenter(scroll);
    }

    public Parent root() {
        return root;
    }

    private Node files() {
        ComboBox<RedactionViewModel.FileOf> box =
                OneOf.box("redact-file", texts.text("file"), List.of(), RedactionViewModel.FileOf::name);
        model.read().subscribe(read -> {
            List<RedactionViewModel.FileOf> files =
                    read.map(RedactionViewModel.Read::files).orElse(List.of());
            if (!box.getItems().equals(files)) {
                box.getItems().setAll(files);
            }
            read.ifPresent(each -> files.stream()
                    .filter(one -> one.number() == each.number())
                    .findFirst()
                    .ifPresent(box::setValue));
            Parts.show(box, files.size() > 1);
        });
        box.setOnAction(_ -> Optional.ofNullable(box.getValue()).ifPresent(model::choose));
        return box;
    }

    private List<Node> original(Shown shown) {
        Label title = Parts.label(texts.text("original"), "section-title");
        return switch (shown) {
            case Shown.Lines lines -> {
                ListView<Integer> list = lines("redact-lines", texts.text("original"), lines.lines());
                list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
                Button take = Parts.button("redact-selected", texts.text("line.selected"), () -> selected(list));
                yield List.of(title, Parts.paragraph(texts.text("original.lines"), "hint"), list, new HBox(take));
            }
            case Shown.Picture picture ->
                List.of(
                        title,
                        Parts.paragraph(texts.text("original.picture", picture.width(), picture.height()), "hint"),
                        new PictureBoxes(model, picture, texts.text("original")).node());
            case Shown.Nothing nothing -> List.of(title, nothing(nothing));
        };
    }

    /// Lines that stand together become one cut.
    private void selected(ListView<Integer> list) {
        List<Integer> chosen =
                list.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        for (int i = 0; i < chosen.size(); ) {
            int last = i;
            while (last + 1 < chosen.size() && chosen.get(last + 1) == chosen.get(last) + 1) {
                last++;
            }
            model.lines((chosen.get(i) + 1) + "-" + (chosen.get(last) + 1));
            i = last + 1;
        }
    }

    static ListView<Integer> lines(String id, String accessible, List<String> lines) {
        ListView<Integer> list = new ListView<>();
        list.setId(id);
        list.setAccessibleText(accessible);
        for (int i = 0; i < lines.size(); i++) {
            list.getItems().add(i);
        }
        list.setCellFactory(_ -> new LineCell<>(index -> line(index, lines.get(index))));
        list.setPrefHeight(Math.min(LIST_HEIGHT, (lines.size() + 1) * LINE_HEIGHT));
        list.getStyleClass().add("dense-lines");
        return list;
    }

    private static Node line(int index, String line) {
        Label number = Parts.label(Integer.toString(index + 1), "hint");
        number.setMinWidth(44);
        String shown = line.length() > LONGEST_LINE_SHOWN ? line.substring(0, LONGEST_LINE_SHOWN) + " …" : line;
        return Parts.row(number, Panels.grow(Parts.paragraph(shown, "mono")));
    }

    static Node nothing(Shown.Nothing nothing) {
        Label words = Parts.paragraph(nothing.why(), "muted");
        words.setId("redact-nothing");
        return Parts.row(Parts.icon(Feather.INFO), Panels.grow(words));
    }
}
