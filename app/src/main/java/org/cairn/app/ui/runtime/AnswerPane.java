package org.cairn.app.ui.runtime;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.Edge;
import org.cairn.causality.picture.Box;
import org.cairn.causality.picture.Drawing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The question, the span of time, and the answer as a picture and as a table.
final class AnswerPane {
    private final RuntimeViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final PicturePane picture;
    private final TimeBrush brush;
    private final ComboBox<Question.Kind> kind = new ComboBox<>();
    private final TextField thing;
    private final TextField other;

    AnswerPane(RuntimeViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        this.texts = model.texts();
        picture = new PicturePane(texts.text("picture"), this::chosen, this::chosen);
        brush = new TimeBrush(model.window(), texts);
        thing = field("runtime-thing", "thing");
        other = field("runtime-other", "other");
    }

    Node node() {
        TabPane answers = new TabPane(tab("picture", pictureTab()), tab("table", table()));
        Node deviations =
                new DeviationsPane(model, () -> answers.getSelectionModel().selectFirst()).node();
        answers.getTabs().add(tab("deviations", deviations));
        answers.setId("runtime-answers");
        answers.setAccessibleText(texts.text("answer"));
        VBox.setVgrow(answers, Priority.ALWAYS);
        Label said = Parts.paragraph("", "hint");
        said.setId("runtime-said");
        model.answer().subscribe(now -> {
            said.setText(now.map(RuntimeViewModel.Answer::said).orElse(texts.text("ask.first")));
            picture.show(now.map(RuntimeViewModel.Answer::drawing));
        });
        Label span = Parts.label("", "hint");
        span.setId("runtime-span");
        model.read().subscribe(brush::show);
        model.window().subscribe(_ -> span.setText(brush.words()));
        VBox box = new VBox(8, question(), brush.node(), span, answers, said);
        box.getStyleClass().add("pane-body");
        box.setMinWidth(420);
        return box;
    }

    private Node question() {
        kind.setId("runtime-kind");
        kind.setAccessibleText(texts.text("question"));
        kind.getItems().setAll(Question.Kind.values());
        kind.setConverter(new KindWords(texts));
        kind.setMinWidth(170);
        kind.valueProperty().subscribe(chosen -> {
            boolean path = chosen == Question.Kind.PATH;
            Parts.show(other, path);
            boolean everything = chosen == Question.Kind.DESTINATIONS || chosen == Question.Kind.FIRST_SEEN;
            Parts.show(thing, !everything);
        });
        kind.setValue(Question.Kind.WHY);
        Button ask = Parts.mainButton("runtime-ask", texts.text("ask"), this::ask);
        ask.setMinWidth(Button.USE_PREF_SIZE);
        thing.setOnAction(_ -> ask());
        other.setOnAction(_ -> ask());
        return Parts.row(kind, thing, other, ask);
    }

    private void ask() {
        boolean path = kind.getValue() == Question.Kind.PATH;
        boolean about = thing.isVisible();
        model.ask(kind.getValue(), about ? thing.getText() : "", path ? other.getText() : "");
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.text(key));
        field.setAccessibleText(texts.text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(texts.text(key), content);
        tab.setClosable(false);
        tab.setId("runtime-tab-" + key);
        return tab;
    }

    private Node pictureTab() {
        TextField search = field("runtime-search", "search");
        Label found = Parts.label("", "hint");
        found.setId("runtime-found");
        search.textProperty()
                .subscribe(words -> found.setText(words.isBlank() ? "" : texts.text("found", picture.search(words))));
        Button save = Parts.button("runtime-save", texts.text("save"), this::save);
        save.setMinWidth(Button.USE_PREF_SIZE);
        model.answer().subscribe(now -> save.setDisable(now.isEmpty()));
        HBox tools = Parts.row(
                search,
                found,
                Parts.iconButton("runtime-zoom-out", Feather.ZOOM_OUT, texts.text("zoom-out"), picture::zoomOut),
                Parts.iconButton("runtime-zoom-in", Feather.ZOOM_IN, texts.text("zoom-in"), picture::zoomIn),
                Parts.iconButton("runtime-fit", Feather.MAXIMIZE, texts.text("fit"), picture::fit),
                save);
        tools.getStyleClass().add("picture-tools");
        VBox box = new VBox(4, tools, picture.node());
        VBox.setVgrow(picture.node(), Priority.ALWAYS);
        return box;
    }

    private void save() {
        chooser.fileToSave(texts.text("save.title"), "runtime.svg").ifPresent(model::save);
    }

    private Node table() {
        VBox empty = Parts.emptyState(Feather.LIST, texts.text("table.empty"), texts.text("ask.first"));
        Columns<RuntimeViewModel.EdgeLine> columns = Columns.of("runtime-table", texts.text("table"), empty);
        columns.text(texts.text("column.time"), 190, RuntimeViewModel.EdgeLine::time, "mono")
                .text(texts.text("column.cause"), 150, RuntimeViewModel.EdgeLine::cause)
                .text(texts.text("column.how"), 130, RuntimeViewModel.EdgeLine::how)
                .text(texts.text("column.effect"), 150, RuntimeViewModel.EdgeLine::effect);
        TableView<RuntimeViewModel.EdgeLine> table = columns.table();
        table.setItems(model.edges());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                String words = line.time() + "\n" + line.cause() + " → " + line.how() + " → " + line.effect();
                model.choose(words, List.of(line.edge()));
            }
        });
        return table;
    }

    /// A fold opens; anything is told with its records.
    private void chosen(Drawing.Shape shape) {
        List<Edge> behind = edgesAt(shape.box());
        model.choose(shape.detail(), behind);
        shape.box().fold().ifPresent(fold -> model.toggle(fold.key()));
    }

    private void chosen(Drawing.Line line) {
        model.choose(line.detail(), line.arrow().edges());
    }

    private List<Edge> edgesAt(Box box) {
        Optional<RuntimeViewModel.Answer> answer = model.answer().get();
        return answer.stream()
                .flatMap(now -> now.drawing().lines().stream())
                .filter(line -> line.arrow().from() == box.id() || line.arrow().to() == box.id())
                .flatMap(line -> line.arrow().edges().stream())
                .toList();
    }

    private static final class KindWords extends StringConverter<Question.Kind> {
        private final Texts texts;

        KindWords(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(Question.@Nullable Kind kind) {
            return kind == null ? "" : texts.text("kind." + Texts.keyOf(kind));
        }

        @Override
        public Question.Kind fromString(String words) {
            throw new UnsupportedOperationException("questions are chosen, not typed: " + words);
        }
    }
}
