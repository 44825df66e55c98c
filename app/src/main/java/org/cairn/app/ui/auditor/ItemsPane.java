package org.cairn.app.ui.auditor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.checklist.event.AuditMark;
import org.kordamp.ikonli.feather.Feather;

/// The items of the pack to the left; to the right what the pack holds about the chosen one, and what is said of it.
/// One after another without the mouse, as in the checklist.
final class ItemsPane {
    private static final List<AuditMark> DIGITS =
            List.of(AuditMark.ACCEPTED, AuditMark.OBJECTION, AuditMark.MORE_NEEDED);

    private final AuditorViewModel model;
    private final AuditorViewModel.Marking all;
    private final ItemsViewModel items;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final TextField search = new TextField();
    private final TableView<MarkRow> table;
    private final MarkEditor editor;
    private final BorderPane root = new BorderPane();

    ItemsPane(AuditorViewModel model, AuditorViewModel.Marking all, Chooser chooser, Texts texts) {
        this.model = model;
        this.all = all;
        this.items = all.items();
        this.chooser = chooser;
        this.texts = texts;
        this.table = table();
        this.editor = new MarkEditor(items, this::markAndNext, texts);
    }

    Node node() {
        VBox left = new VBox(8, tools(), table, foot());
        left.getStyleClass().add("auditor-list");
        ScrollPane scroll = new ScrollPane(new ItemDetail(model, all, texts).node());
        scroll.setId("auditor-item-scroll");
        scroll.setAccessibleText(texts.text("items.detail"));
        scroll.setFitToWidth(true);
        BorderPane right = new BorderPane(scroll);
        right.setBottom(editor.node());
        SplitPane panes = new SplitPane(left, right);
        panes.setId("auditor-panes");
        panes.setAccessibleText(texts.text("tab.items"));
        panes.setDividerPositions(0.52);
        root.setCenter(panes);
        root.setId("auditor-items");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null && table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        });
        return root;
    }

    private Node tools() {
        search.setId("auditor-search");
        search.setPromptText(texts.text("items.search"));
        search.setAccessibleText(texts.text("items.search"));
        search.textProperty().bindBidirectional(items.search());
        ComboBox<Shown> show = OneOf.box(
                "auditor-show",
                texts.text("items.show"),
                List.of(Shown.values()),
                each -> texts.text("items.show." + Texts.keyOf(each)));
        show.valueProperty().bindBidirectional(items.showing());
        return Parts.row(Panels.grow(search), show);
    }

    private TableView<MarkRow> table() {
        TableView<MarkRow> built = Columns.<MarkRow>of(
                        "auditor-table",
                        texts.text("tab.items"),
                        Parts.emptyState(
                                Feather.CHECK_SQUARE, texts.text("items.none.title"), texts.text("items.none")))
                .text(texts.text("column.item"), 106, MarkRow::id, "medium")
                .mark(texts.text("column.mark"), 128, ItemsViewModel::mark, new Marks(kit))
                .text(texts.text("column.title"), 220, MarkRow::title)
                .text(texts.text("column.state"), 120, MarkRow::state)
                .table();
        built.setItems(items.shown());
        built.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        built.getSelectionModel().getSelectedItems().addListener((ListChangeListener<MarkRow>) _ -> chosen(built));
        VBox.setVgrow(built, Priority.ALWAYS);
        built.getStyleClass().add("framed");
        return built;
    }

    /// While a row is replaced, the table says for a moment that it holds none.
    private void chosen(TableView<MarkRow> built) {
        items.chosen()
                .set(built.getSelectionModel().getSelectedItems().stream()
                        .flatMap(row -> Optional.ofNullable(row).stream())
                        .toList());
    }

    private Node foot() {
        Label counts = Parts.paragraph("", "medium");
        counts.setId("auditor-counts");
        items.draft().subscribe(_ -> counts.setText(items.counts()));
        Label kept = Parts.paragraph("", "hint");
        kept.setId("auditor-kept");
        all.kept().state().subscribe(state -> {
            kept.setText(
                    switch (state) {
                        case KeptMarks.State.Kept _ ->
                            texts.text("kept", String.valueOf(all.kept().file().getFileName()));
                        case KeptMarks.State.Keeping _ -> texts.text("keeping");
                        case KeptMarks.State.Failed(var why) -> texts.text("kept.failed", why.words());
                    });
            kept.setAccessibleText(kept.getText());
        });
        VBox faults = new VBox(2);
        model.faults()
                .subscribe(found -> faults.getChildren()
                        .setAll(found.stream()
                                .map(words -> Parts.paragraph(words, "hint"))
                                .toList()));
        return new VBox(
                4,
                counts,
                kept,
                Parts.row(
                        Parts.button(
                                "auditor-form",
                                texts.text("form.write"),
                                () -> chooser.fileToSave(texts.text("form.write"), texts.text("form.name"))
                                        .ifPresent(model::writeForm)),
                        Parts.button(
                                "auditor-form-read",
                                texts.text("form.read"),
                                () -> chooser.fileToOpen(texts.text("form.read"))
                                        .ifPresent(model::readForm))),
                ToldText.node(
                        "auditor-form", model.forms().told(), model.forms().problem(), kit),
                faults);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            event.consume();
            markAndNext();
        } else if (event.getCode() == KeyCode.ESCAPE && writing()) {
            event.consume();
            table.requestFocus();
        }
    }

    private boolean writing() {
        return root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    /// Characters rather than keys, as in the checklist.
    private void typed(KeyEvent event) {
        if (!writing() && !event.isShortcutDown() && !event.isAltDown() && command(event.getCharacter())) {
            event.consume();
        }
    }

    private boolean command(String character) {
        switch (character.toLowerCase(Locale.ROOT)) {
            case "j" -> step(1);
            case "k" -> step(-1);
            case "u" -> nextUnmarked();
            case "n" -> editor.focusRemark();
            case "/" -> search.requestFocus();
            case "1", "2", "3" -> editor.choose(DIGITS.get(Integer.parseInt(character) - 1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private int place() {
        return table.getSelectionModel().getSelectedIndex();
    }

    private void step(int by) {
        go(Math.clamp(place() + by, 0, Math.max(0, items.shown().size() - 1)));
    }

    private void go(int place) {
        if (place < items.shown().size()) {
            table.getSelectionModel().clearAndSelect(place);
            table.scrollTo(Math.max(0, place - 2));
            table.requestFocus();
        }
    }

    private void nextUnmarked() {
        List<MarkRow> rows = items.shown();
        for (int at = 1; at <= rows.size(); at++) {
            int place = Math.floorMod(place() + at, rows.size());
            if (rows.get(place).mark().isEmpty()) {
                go(place);
                return;
            }
        }
    }

    /// A list that shows what is not marked yet loses the row, and the next one moves up.
    private void markAndNext() {
        int before = place();
        int size = items.shown().size();
        if (items.mark()) {
            boolean stays = items.shown().size() == size;
            go(Math.clamp(
                    stays ? before + 1 : before, 0, Math.max(0, items.shown().size() - 1)));
        }
    }
}
