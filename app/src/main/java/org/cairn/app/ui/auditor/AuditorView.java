package org.cairn.app.ui.auditor;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cairn.app.ui.frame.LookMenu;
import org.cairn.app.ui.frame.Looks;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.LanguageMenu;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.SureButton;
import org.cairn.app.ui.kit.Texts;
import org.cairn.frameworks.Language;
import org.kordamp.ikonli.feather.Feather;

/// What an auditor sees: the pack and its verdict, its items, and the signature. Nothing of the pack is changed.
public final class AuditorView {
    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);

    private final AuditorViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(AuditorView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final TabPane tabs = new TabPane();
    private final BorderPane root = new BorderPane();
    private Subscription outliving = Subscription.EMPTY;

    /// What belongs to the window.
    /// @param leave back to the first screen
    public record OfTheWindow(Looks looks, ObjectProperty<Language> language, Runnable leave) {}

    public AuditorView(AuditorViewModel model, Chooser chooser, OfTheWindow window) {
        this.model = model;
        this.chooser = chooser;
        root.setId("auditor");
        root.getStyleClass().addAll("page", "auditor");
        tabs.setId("auditor-tabs");
        tabs.setAccessibleText(texts.text("title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        root.setTop(head(window));
        model.opened().subscribe(this::fill);
        model.opening().busy().subscribe(_ -> fill(model.opened().get()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
    }

    public Parent root() {
        return root;
    }

    /// Looks outlive the page, so it stops following them.
    public void close() {
        outliving.unsubscribe();
    }

    private Node head(OfTheWindow window) {
        LookMenu looks = new LookMenu(window.looks());
        outliving = looks.following();
        Node language = LanguageMenu.of(window.language(), () -> !model.unsaved(), kit);
        SureButton sure =
                new SureButton("auditor-leave", texts.text("leave"), () -> texts.text("leave.sure"), window.leave());
        sure.button().setGraphic(Parts.icon(Feather.LOG_OUT));
        sure.button().addEventFilter(ActionEvent.ACTION, event -> {
            if (!model.unsaved()) {
                event.consume();
                window.leave().run();
            }
        });
        return new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what"), looks.node(), language, sure.button()),
                ProblemText.node("auditor-problem", model.opening().problem(), kit));
    }

    private void fill(Optional<OpenedPack> opened) {
        if (model.opening().busy().get()) {
            root.setCenter(working());
        } else if (opened.isEmpty()) {
            root.setCenter(Parts.emptyState(
                    Feather.PACKAGE, texts.text("none.title"), texts.text("none"), choose("auditor-choose")));
        } else {
            show(opened.get());
        }
    }

    private Node choose(String id) {
        return Parts.mainButton(
                id,
                texts.text("choose"),
                () -> chooser.fileToOpen(texts.text("choose")).ifPresent(model::open));
    }

    private Node working() {
        ProgressBar bar = new ProgressBar();
        bar.setId("auditor-working");
        bar.setAccessibleText(texts.text("working"));
        return Parts.emptyState(Feather.PACKAGE, texts.text("working"), texts.text("working.what"), bar);
    }

    private void show(OpenedPack pack) {
        PackPane first = new PackPane(model, pack, texts, choose("auditor-other"));
        tabs.getTabs().setAll(tab("pack", scrolled("auditor-pack", first.node())));
        model.marking().ifPresent(all -> {
            ItemsPane items = new ItemsPane(model, all, chooser, texts);
            SignPane sign = new SignPane(all, chooser, texts);
            tabs.getTabs()
                    .addAll(tab("items", items.node()), tab("sign", scrolled("auditor-sign-scroll", sign.node())));
        });
        root.setCenter(tabs);
        tabs.requestFocus();
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(texts.text("tab." + key), content);
        tab.setId("auditor-tab-" + key);
        return tab;
    }

    private Node scrolled(String id, VBox content) {
        content.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId(id);
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void turn(KeyEvent event) {
        int digit = DIGITS.indexOf(event.getCode());
        if (event.isShortcutDown() && digit >= 0 && digit < tabs.getTabs().size()) {
            Tab tab = tabs.getTabs().get(digit);
            tabs.getSelectionModel().select(tab);
            Optional.ofNullable(tab.getContent().lookup("#auditor-table"))
                    .orElse(tabs)
                    .requestFocus();
            event.consume();
        }
    }
}
