package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.intake.IntakeTools;
import org.cairn.app.ui.intake.IntakeView;
import org.cairn.app.ui.intake.IntakeViewModel;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: evidence, what the control is mapped to, what happened to it, and how each host stands.
final class ItemSide {
    private final ItemViewModel model;
    private final IntakeViewModel intake;
    private final Guide guide;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final TabPane tabs = new TabPane();
    private final IntakeTools ways;

    ItemSide(ItemViewModel model, IntakeViewModel intake, Chooser chooser, Guide guide, Texts texts) {
        this.model = model;
        this.intake = intake;
        this.ways = new IntakeTools(intake, chooser);
        this.guide = guide;
        this.texts = texts;
        tabs.setId("item-tabs");
        tabs.setAccessibleText(texts.text("item"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinWidth(260);
        tabs.getTabs()
                .addAll(evidenceTab(), mappedTab(), historyTab(), new GuidancePane(model, texts).tab(), hostsTab());
    }

    Node node() {
        return tabs;
    }

    /// Asks for files to be attached to the control that is shown.
    void attach() {
        tabs.getSelectionModel().selectFirst();
        ways.chooseFiles();
    }

    private Tab evidenceTab() {
        HBox tools = Parts.row(ways.buttons("attach", false));
        tools.getStyleClass().add("side-tools");
        IntakeView waiting = new IntakeView(intake, "attach-new");
        model.asked().subscribe((before, now) -> {
            if (!before.map(Asked::subject).equals(now.map(Asked::subject))) {
                intake.forgetTold();
            }
        });
        Node list = list("item-evidence", model.evidence(), this::evidence, "evidence.none");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(tools, waiting.node(), list);
        ways.openUp(side);
        waiting.wide().subscribe(wide -> {
            Parts.show(list, !wide);
            VBox.setVgrow(waiting.node(), wide ? Priority.ALWAYS : Priority.NEVER);
        });
        return tab("evidence", model.evidence(), side);
    }

    private Tab mappedTab() {
        return tab("mapped", model.mapped(), list("item-mapped", model.mapped(), this::mapped, "mapped.none"));
    }

    private Tab historyTab() {
        Node list = list("item-history", model.history(), this::history, "history.none");
        VBox.setVgrow(list, Priority.ALWAYS);
        return tab("history", model.history(), new VBox(new WithdrawPane(model, texts).node(), list));
    }

    /// Of each host what the control's checks say of it; read once the tab is opened.
    private Tab hostsTab() {
        ListView<ItemHosts.Line> list = new ListView<>();
        list.setId("item-hosts");
        list.setAccessibleText(texts.text("hosts.what"));
        list.setCellFactory(_ -> new LineCell<>(this::host));
        list.setPlaceholder(Parts.emptyState(Feather.SERVER, texts.text("hosts.none.title"), texts.text("hosts.none")));
        model.hosts().lines().subscribe(read -> list.getItems().setAll(read.orElse(List.of())));
        Label what = Parts.paragraph(texts.text("hosts.what"), "hint");
        what.getStyleClass().add("side-tools");
        VBox.setVgrow(list, Priority.ALWAYS);
        Tab tab = new Tab(texts.text("tab.hosts"), new VBox(what, list));
        tab.setId("tab-hosts");
        tab.selectedProperty().subscribe(model.hosts()::show);
        return tab;
    }

    private Node host(ItemHosts.Line line) {
        HBox head = Parts.row(Parts.label(line.host(), "medium"), Parts.gap(), marks.label(line.mark()));
        VBox box = new VBox(2, head, Parts.paragraph(line.check()));
        line.reasons().forEach(words -> box.getChildren().add(Parts.paragraph(words, "hint")));
        return box;
    }

    private Tab tab(String key, ObservableList<?> lines, Node content) {
        Tab tab = new Tab();
        tab.setId("tab-" + key);
        tab.setContent(content);
        Runnable update = () -> tab.setText(texts.text("tab." + key, lines.size()));
        lines.addListener((ListChangeListener<Object>) _ -> update.run());
        update.run();
        return tab;
    }

    private <T> Node list(String id, ObservableList<T> lines, Function<T, Node> cell, String emptyKey) {
        ListView<T> list = new ListView<>(lines);
        list.setId(id);
        list.setAccessibleText(texts.text(emptyKey + ".title"));
        list.setCellFactory(_ -> new LineCell<>(cell));
        VBox empty = Parts.emptyState(Feather.INBOX, texts.text(emptyKey + ".title"), texts.text(emptyKey));
        list.setPlaceholder(empty);
        return new StackPane(list);
    }

    private Node evidence(ItemLines.EvidenceLine line) {
        Button open = Parts.button(
                "open-" + line.id().shortForm(), line.collector(), () -> guide.go(new Place.EvidenceItem(line.id())));
        open.getStyleClass().add("link");
        open.setMinWidth(0);
        Parts.tellWhole(open);
        Label fresh = marks.label(line.freshness());
        fresh.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = Parts.row(open, Parts.gap(), fresh);
        Label hash = Parts.label(HashText.shortened(line.id().hex()), "hash", "muted");
        return new VBox(
                2,
                head,
                Parts.label(texts.text("evidence.observed", line.observed(), line.age()), "hint"),
                Parts.row(
                        hash,
                        HashText.copyButton(
                                "copy-" + line.id().shortForm(), line.id().hex(), kit)));
    }

    private Node mapped(ItemLines.MappedLine line) {
        Label number = Parts.label(line.number() + " · " + line.framework(), "small", "medium");
        number.setMinWidth(0);
        HBox head = Parts.row(number, Parts.gap(), marks.label(line.state()));
        VBox box = new VBox(
                2,
                head,
                Parts.paragraph(line.title()),
                Parts.label(line.relation(), "hint"),
                Parts.paragraph(line.rationale(), "muted"));
        if (!line.examples().isEmpty()) {
            box.getChildren().add(new AskedFold(line, texts).node());
        }
        return box;
    }

    private Node history(ItemLines.HistoryEntry line) {
        HBox head = Parts.row(Parts.label(line.when(), "small", "medium"), Parts.gap());
        line.answer().ifPresent(mark -> head.getChildren().add(marks.label(mark)));
        VBox box = new VBox(2, head);
        if (!line.words().isBlank()) {
            box.getChildren().add(Parts.paragraph(line.words()));
        }
        box.getChildren().add(Parts.label(line.who(), "hint"));
        return box;
    }
}
