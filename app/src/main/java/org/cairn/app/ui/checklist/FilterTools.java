package org.cairn.app.ui.checklist;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// What the list is narrowed to: words that are typed, a choice, and the filters that were given a name.
final class FilterTools {
    private final ChecklistViewModel model;
    private final FiltersViewModel filters;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final TextField filter = new TextField();
    private final MenuButton narrow;

    FilterTools(ChecklistViewModel model, Texts texts) {
        this.model = model;
        this.filters = model.filters();
        this.texts = texts;
        this.narrow = new MenuButton(texts.text("narrow"), Parts.icon(Feather.FILTER));
        filter.setId("checklist-filter");
        filter.setPromptText(texts.text("filter"));
        filter.setAccessibleText(texts.text("filter.help"));
        filter.textProperty().bindBidirectional(model.typed());
        HBox.setHgrow(filter, Priority.ALWAYS);
        narrow.setId("checklist-narrow");
        narrow.setMinWidth(MenuButton.USE_PREF_SIZE);
        narrow.setAccessibleText(texts.text("narrow.help"));
        filters.saved().addListener((ListChangeListener<SavedFilter>) _ -> fill());
        fill();
    }

    Node node() {
        Button clear = Parts.iconButton(
                "checklist-filter-clear",
                Feather.X,
                texts.text("filter.clear"),
                () -> model.typed().set(""));
        clear.visibleProperty().bind(model.typed().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        HBox tools = Parts.row(filter, clear, narrow);
        tools.getStyleClass().add("tree-tools");
        return new VBox(tools, naming(), narrowed());
    }

    void focus() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void fill() {
        narrow.getItems().clear();
        narrow.getItems().add(choice(texts.text("narrow.all"), new Narrowing.Everything()));
        narrow.getItems().add(choice(texts.text("narrowed.unanswered"), new Narrowing.Unanswered()));
        for (Mark mark : new Mark[] {
            Mark.CONTRADICTED,
            Mark.NOT_MET,
            Mark.STALE,
            Mark.INDETERMINATE,
            Mark.PARTLY,
            Mark.CLAIMED,
            Mark.DEMONSTRATED,
            Mark.NOT_APPLICABLE
        }) {
            narrow.getItems().add(choice(mark.word(kit), new Narrowing.Standing(mark)));
        }
        narrow.getItems().add(new SeparatorMenuItem());
        Menu forget = new Menu(texts.text("filters.forget"));
        for (SavedFilter saved : filters.saved()) {
            narrow.getItems().add(item("filter-apply-", saved, () -> filters.apply(saved)));
            forget.getItems().add(item("filter-forget-", saved, () -> filters.forget(saved)));
        }
        MenuItem save = new MenuItem(texts.text("filters.save"));
        save.setId("filter-save");
        save.setOnAction(_ -> filters.naming().set(true));
        narrow.getItems().add(save);
        if (!forget.getItems().isEmpty()) {
            narrow.getItems().add(forget);
        }
    }

    private MenuItem choice(String words, Narrowing narrowing) {
        MenuItem choice = new MenuItem(words);
        choice.setOnAction(_ -> model.narrowing().set(narrowing));
        return choice;
    }

    private MenuItem item(String prefix, SavedFilter saved, Runnable action) {
        MenuItem item = new MenuItem(saved.name());
        item.setMnemonicParsing(false);
        item.setId(prefix + filters.saved().indexOf(saved));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Asks for the name; Enter keeps, Escape leaves.
    private Node naming() {
        TextField name = new TextField();
        name.setId("filter-name");
        name.setPromptText(texts.text("filters.name"));
        name.setAccessibleText(texts.text("filters.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(_ -> filters.save(name.getText()));
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filters.naming().set(false);
            }
        });
        HBox row = Parts.row(
                name,
                Parts.button("filter-keep", texts.text("filters.keep"), () -> filters.save(name.getText())),
                Parts.iconButton(
                        "filter-leave",
                        Feather.X,
                        texts.text("filters.leave"),
                        () -> filters.naming().set(false)));
        row.getStyleClass().add("tree-narrowed");
        filters.naming().subscribe(asked -> {
            Parts.show(row, asked);
            if (asked) {
                name.clear();
                name.requestFocus();
            }
        });
        return row;
    }

    private Node narrowed() {
        Label words = Parts.label("", "small", "medium");
        words.setId("checklist-narrowed");
        Button all = Parts.iconButton(
                "checklist-show-all",
                Feather.X,
                texts.text("narrow.all"),
                () -> model.narrowing().set(new Narrowing.Everything()));
        HBox row = Parts.row(words, Parts.gap(), all);
        row.getStyleClass().add("tree-narrowed");
        model.narrowing().subscribe(_ -> {
            Parts.show(row, model.narrowedTo().isPresent());
            words.setText(model.narrowedTo().map(n -> texts.text("narrowed", n)).orElse(""));
            words.setAccessibleText(words.getText());
        });
        return row;
    }
}
