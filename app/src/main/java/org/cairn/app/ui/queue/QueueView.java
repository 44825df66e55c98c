package org.cairn.app.ui.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.ui.queue.QueueViewModel.Deed;
import org.cairn.app.workspace.QueueLine;
import org.kordamp.ikonli.feather.Feather;

/// Draws the queue: its lines, and below them what the marked ones say and what can be done.
public final class QueueView {
    private static final Map<KeyCode, Deed> KEYS = Map.of(
            KeyCode.A, Deed.ACCEPT,
            KeyCode.B, Deed.SEND_BACK,
            KeyCode.G, Deed.SIGN,
            KeyCode.R, Deed.REJECT,
            KeyCode.S, Deed.SUBMIT);

    private final QueueViewModel model;
    private final Guide guide;
    private final Texts texts = Texts.beside(QueueView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final TextField why = new TextField();
    private final TableView<QueueLine> table;
    private final BorderPane root = new BorderPane();

    public QueueView(QueueViewModel model, Guide guide) {
        this.model = model;
        this.guide = guide;
        this.table = table();
        root.setId("queue");
        root.getStyleClass().add("page");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("queue-unreadable", model.unreadable(), kit)));
        VBox body = new VBox(12, table, said(), Guarded.node(doing(), model.readOnly()), outcome());
        body.getStyleClass().add("page-body");
        root.setCenter(body);
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private TableView<QueueLine> table() {
        TableView<QueueLine> built = Columns.<QueueLine>of(
                        "queue-table",
                        texts.text("title"),
                        Parts.emptyState(Feather.INBOX, texts.text("none.title"), texts.text("none")))
                .text(texts.text("column.line"), 116, QueueLine::id, "medium")
                .text(texts.text("column.waits"), 178, model::waits)
                .text(texts.text("column.what"), 170, model::what)
                .text(texts.text("column.by"), 136, QueueLine::by)
                .text(texts.text("column.since"), 140, model::since)
                .number(texts.text("column.evidence"), 80, line -> line.status().isPresent() ? line.evidence() : -1L)
                .text(
                        texts.text("column.hurdle"),
                        200,
                        line -> line.hurdles().stream()
                                .findFirst()
                                .map(model::words)
                                .orElse(""))
                .table();
        built.setItems(model.lines());
        built.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        built.getSelectionModel().getSelectedItems().addListener((ListChangeListener<QueueLine>)
                _ -> model.marked().set(List.copyOf(built.getSelectionModel().getSelectedItems())));
        built.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        built.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        VBox.setVgrow(built, Priority.ALWAYS);
        return built;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            model.marked().get().stream()
                    .findFirst()
                    .flatMap(QueueViewModel::leads)
                    .ifPresent(guide::go);
            event.consume();
        } else if (KEYS.containsKey(event.getCode())) {
            model.act(KEYS.get(event.getCode()));
            event.consume();
        }
    }

    /// Once the letter is typed, so that it is not written into the field.
    private void typed(KeyEvent event) {
        if (event.getCharacter().equalsIgnoreCase("n")) {
            why.requestFocus();
            event.consume();
        }
    }

    /// What the marked line says, or how many are marked.
    private Node said() {
        Label head = Parts.label("", "section-title");
        head.setId("queue-marked");
        Label note = Parts.paragraph("");
        note.setId("queue-note");
        Label asked = Parts.paragraph("", "medium");
        asked.setId("queue-asked");
        Label barred = Parts.paragraph("", "hint");
        barred.setId("queue-barred");
        Button open = Panels.link(
                "queue-open",
                texts.text("open"),
                () -> model.marked().get().stream()
                        .findFirst()
                        .flatMap(QueueViewModel::leads)
                        .ifPresent(guide::go));
        VBox box = new VBox(4, Parts.row(head, open), note, asked, barred);
        box.getStyleClass().add("panel");
        model.marked().subscribe(marked -> {
            Optional<QueueLine> one = marked.size() == 1 ? Optional.of(marked.getFirst()) : Optional.empty();
            head.setText(one.map(line -> line.id() + " · " + model.what(line))
                    .orElseGet(() -> texts.text("marked", marked.size())));
            note.setText(one.map(line -> line.said().orElse(texts.text("no-note")))
                    .orElseGet(() -> texts.text("marked.what")));
            asked.setText(one.flatMap(QueueLine::asked)
                    .map(words -> texts.text("asked", words))
                    .orElse(""));
            Parts.show(asked, !asked.getText().isEmpty());
            Parts.show(open, one.flatMap(QueueViewModel::leads).isPresent());
            barred.setText(model.inTheWay().orElse(""));
            barred.setAccessibleText(barred.getText());
            Parts.show(barred, !barred.getText().isEmpty());
        });
        return box;
    }

    private VBox doing() {
        why.setId("queue-why");
        why.setPromptText(texts.text("why"));
        why.setAccessibleText(texts.text("why"));
        why.textProperty().bindBidirectional(model.reason());
        Button accept = deed(Deed.ACCEPT);
        accept.getStyleClass().add("accent");
        return new VBox(
                8,
                Panels.grow(why),
                Parts.row(accept, deed(Deed.SEND_BACK), deed(Deed.SIGN), deed(Deed.REJECT), deed(Deed.SUBMIT)),
                Parts.paragraph(texts.text("keys"), "hint"));
    }

    private Button deed(Deed deed) {
        String key = Texts.keyOf(deed);
        Button button = Parts.button("queue-" + key, texts.text("do." + key, 0), () -> model.act(deed));
        model.marked().subscribe(_ -> {
            int count = model.count(deed);
            button.setText(texts.text("do." + key, count));
            button.setAccessibleText(button.getText());
            button.setDisable(count == 0 || model.recording().busy().get());
        });
        model.recording().busy().subscribe(busy -> button.setDisable(busy || model.count(deed) == 0));
        return button;
    }

    private Node outcome() {
        return ToldText.node(
                "queue", model.recording().told(), model.recording().problem(), kit);
    }
}
