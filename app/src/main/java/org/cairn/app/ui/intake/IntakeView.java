package org.cairn.app.ui.intake;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.WorkStrip;
import org.kordamp.ikonli.feather.Feather;

/// What waits to be recorded, what is said of it, and what a folder holds. Takes no room while there is none of it.
public final class IntakeView {
    private static final double LINE = 54;
    private static final int LINES_SHOWN = 4;

    private final IntakeViewModel model;
    private final String id;
    private final Texts texts = Texts.beside(IntakeView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();
    private final VBox root = new VBox();

    /// @param id begins the ids of what is in it, since more than one screen has one
    public IntakeView(IntakeViewModel model, String id) {
        this.model = model;
        this.id = id;
        Label told = Parts.paragraph("", "medium");
        told.setId(id + "-told");
        model.told().subscribe(said -> {
            told.setText(said.orElse(""));
            told.setAccessibleText(told.getText());
        });
        VBox work = new VBox(8, WorkStrip.node(id, model.work().map(w -> w), Optional.of(model::cancel), kit), told);
        work.getStyleClass().add("side-tools");
        Node folder = new FolderView(model, id, texts).node();
        Node waiting = waiting();
        VBox.setVgrow(folder, Priority.ALWAYS);
        VBox.setVgrow(waiting, Priority.ALWAYS);
        root.setId(id + "-intake");
        root.getStyleClass().add("intake");
        root.getChildren().addAll(work, folder, waiting);
        Runnable fold = () -> {
            boolean listing = model.folder().scan().get().isPresent();
            boolean drafts = !model.drafts().isEmpty();
            boolean busy = !(model.work().get() instanceof LongWork.Idle);
            boolean said = model.told().get().isPresent();
            Parts.show(work, busy || said);
            Parts.show(told, said);
            Parts.show(folder, listing);
            Parts.show(waiting, drafts && !listing);
            Parts.show(root, busy || said || listing || drafts);
            wide.set(listing || drafts);
        };
        model.folder().scan().subscribe(_ -> fold.run());
        model.drafts().addListener((ListChangeListener<Draft>) _ -> fold.run());
        model.work().subscribe(_ -> fold.run());
        model.told().subscribe(_ -> fold.run());
    }

    public VBox node() {
        return root;
    }

    /// Whether it asks for the room of a whole pane.
    public ReadOnlyBooleanProperty wide() {
        return wide.getReadOnlyProperty();
    }

    private Node waiting() {
        Label title = Parts.label("", "section-title");
        title.setId(id + "-waiting");
        ListView<Draft> list = new ListView<>(model.drafts());
        list.setId(id + "-drafts");
        list.setAccessibleText(texts.text("drafts"));
        list.setCellFactory(_ -> new LineCell<>(this::line));
        list.setMinHeight(LINE + 2);
        list.getSelectionModel().selectedItemProperty().subscribe(draft -> {
            if (draft != null) {
                model.selected().set(Optional.of(draft));
            }
        });
        model.selected()
                .subscribe(draft ->
                        draft.ifPresent(chosen -> list.getSelectionModel().select(chosen)));
        VBox form = new VBox();
        ScrollPane scroll = new ScrollPane(form);
        scroll.setId(id + "-form");
        scroll.setAccessibleText(texts.text("form"));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        model.selected().subscribe(draft -> {
            form.getChildren().clear();
            draft.ifPresent(chosen -> form.getChildren().add(new DraftForm(model, chosen, id, texts).node()));
        });
        HBox head = Parts.row(title);
        head.getStyleClass().add("side-tools");
        VBox box = new VBox(head, list, scroll, foot());
        Runnable count = () -> {
            int many = model.drafts().size();
            title.setText(texts.text("waiting", many));
            list.setPrefHeight(Math.min(many, LINES_SHOWN) * LINE + 2);
            list.setMaxHeight(list.getPrefHeight());
        };
        model.drafts().addListener((ListChangeListener<Draft>) _ -> count.run());
        count.run();
        return box;
    }

    private Node foot() {
        Button record = Parts.mainButton(id + "-record", texts.text("record"), model::record);
        model.work().subscribe(work -> record.setDisable(work.running()));
        Button discard = Parts.button(id + "-discard", texts.text("discard"), model::discard);
        discard.setMinWidth(Button.USE_PREF_SIZE);
        HBox foot = Parts.row(Guarded.node(record, model.readOnly()), Parts.gap(), discard);
        foot.getStyleClass().addAll("side-tools", "rule");
        return foot;
    }

    private Node line(Draft draft) {
        Label name = Parts.label("", "medium");
        name.textProperty().bind(draft.title());
        name.setMinWidth(0);
        String suffix = Integer.toString(model.drafts().indexOf(draft));
        Button remove =
                Parts.iconButton(id + "-remove-" + suffix, Feather.X, texts.text("remove"), () -> model.remove(draft));
        remove.getStyleClass().add("small");
        HBox head = Parts.row(name, Parts.gap(), remove);
        String size = Sizes.words(draft.piece().sizeBytes(), texts);
        String below = draft.piece()
                .recorded()
                .map(known -> texts.text("draft.known", size, known.hex().substring(0, HashText.GROUP)))
                .orElse(size);
        return new VBox(2, head, Parts.label(below, "hint"));
    }
}
