package org.cairn.app.ui.start;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.LanguageMenu;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.unlock.UnlockForm;
import org.cairn.frameworks.Language;
import org.kordamp.ikonli.feather.Feather;

/// Builds the first screen and binds it; decides nothing.
public final class StartView {
    private static final double CARD_WIDTH = 460;
    private static final double FORM_WIDTH = 760;

    private final StartViewModel model;
    private final Chooser chooser;
    private final ObjectProperty<Language> language;
    private final Consumer<Path> audit;
    private final Texts texts = Texts.beside(StartView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final StackPane stage = new StackPane();
    private final BorderPane root = new BorderPane();
    private Optional<UnlockForm> unlockForm = Optional.empty();

    /// @param language of the window; a change shows the first screen anew
    /// @param audit    shows a pack to an auditor
    public StartView(StartViewModel model, Chooser chooser, ObjectProperty<Language> language, Consumer<Path> audit) {
        this.language = language;
        this.audit = audit;
        this.model = model;
        this.chooser = chooser;
        root.getStyleClass().add("start");
        root.setId("start");
        ScrollPane scroll = new ScrollPane(stage);
        scroll.setId("start-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root.setCenter(scroll);
        model.state().subscribe(state -> stage.getChildren().setAll(build(state)));
    }

    public Parent root() {
        return root;
    }

    private Node build(StartViewModel.State state) {
        VBox card = switch (state) {
            case StartViewModel.State.Choosing _ -> choosing();
            case StartViewModel.State.Unlocking(Path folder) -> unlocking(folder);
            case StartViewModel.State.Founding _ -> new FoundingForm(model, chooser, texts, kit).node();
            case StartViewModel.State.Working(String what) -> working(what);
            case StartViewModel.State.ShowingRecoveryCode(String code) -> recoveryCode(code);
        };
        card.setMaxSize(state instanceof StartViewModel.State.Founding ? FORM_WIDTH : CARD_WIDTH, VBox.USE_PREF_SIZE);
        VBox column = new VBox(card);
        if (!(state instanceof StartViewModel.State.Founding)) {
            column.getChildren().addFirst(head());
        }
        column.setAlignment(Pos.CENTER);
        column.getStyleClass().add("start-column");
        return column;
    }

    private Node head() {
        Label title = Parts.label(texts.text("title"), "start-title");
        VBox words = new VBox(2, title, Parts.label(texts.text("claim")), Parts.label(texts.text("facts"), "muted"));
        words.setAlignment(Pos.CENTER);
        return words;
    }

    private VBox card(Node... children) {
        VBox card = new VBox(children);
        card.getStyleClass().add("start-card");
        return card;
    }

    private VBox choosing() {
        VBox open = Parts.column(Parts.label(texts.text("open.title"), "section-title"));
        int number = 0;
        for (Path folder : model.recents()) {
            open.getChildren().add(recent(folder, number++));
        }
        if (number == 0) {
            open.getChildren().add(Parts.paragraph(texts.text("open.none"), "muted"));
        }
        open.getChildren().add(Parts.button("open-folder", texts.text("open.choose"), this::chooseFolder));
        VBox found = Parts.column(
                Parts.label(texts.text("found.start.title"), "section-title"),
                Parts.paragraph(texts.text("found.start.teaches"), "muted"),
                Parts.mainButton("start-founding", texts.text("found.start"), model::startFounding));
        found.getStyleClass().addAll("rule", "start-part");
        VBox sample = Parts.column(
                Parts.label(texts.text("sample.title"), "section-title"),
                Parts.paragraph(texts.text("sample.teaches"), "muted"),
                Parts.button("start-sample", texts.text("sample.start"), this::lookAround),
                ProblemText.node("start-problem", model.problem(), kit));
        sample.getStyleClass().addAll("rule", "start-part");
        VBox pack = Parts.column(
                Parts.label(texts.text("audit.title"), "section-title"),
                Parts.paragraph(texts.text("audit.teaches"), "muted"),
                Parts.button(
                        "start-audit",
                        texts.text("audit.start"),
                        () -> chooser.fileToOpen(texts.text("audit.start")).ifPresent(audit)));
        pack.getStyleClass().addAll("rule", "start-part");
        HBox foot = Parts.row(Parts.gap(), LanguageMenu.of(language, () -> true, kit));
        return card(open, found, sample, pack, foot);
    }

    private Button recent(Path folder, int number) {
        Label name = Parts.label(String.valueOf(folder.getFileName()), "medium");
        Label where = Parts.label(folder.toString(), "hint");
        VBox words = new VBox(name, where);
        Button button = Parts.button("recent-" + number, "", () -> model.choose(folder));
        button.setGraphic(Parts.row(Parts.icon(Feather.FOLDER), words));
        button.setAccessibleText(texts.text("open.recent", folder));
        button.getStyleClass().add("recent");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void lookAround() {
        chooser.folder(texts.text("sample.where")).ifPresent(model::lookAround);
    }

    private void chooseFolder() {
        Optional<Path> folder = chooser.folder(texts.text("open.choose.title"));
        folder.ifPresent(model::choose);
    }

    private VBox unlocking(Path folder) {
        UnlockForm form = new UnlockForm(model.unlocking(), chooser, model::unlock);
        unlockForm.ifPresent(UnlockForm::close);
        unlockForm = Optional.of(form);
        Label where = Parts.paragraph(folder.toString(), "muted");
        Button unlock = Parts.mainButton("unlock", texts.text("unlock.action"), model::unlock);
        unlock.setDefaultButton(true);
        VBox card = card(
                Parts.label(texts.text("unlock.title"), "section-title"),
                where,
                form.node(),
                Parts.row(unlock, Parts.button("back", texts.text("back"), model::back)));
        form.focus();
        return card;
    }

    private VBox working(String what) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setId("start-working");
        turning.setAccessibleText(what);
        turning.setPrefSize(28, 28);
        VBox card = card(Parts.row(turning, Parts.paragraph(what)));
        return card;
    }

    /// Broken between two groups, so that nobody takes the hyphen at a line’s end for a part of the break.
    private static String inTwoLines(String code) {
        int middle = code.indexOf('-', code.length() / 2);
        return middle < 0 ? code : code.substring(0, middle + 1) + "\n" + code.substring(middle + 1);
    }

    private VBox recoveryCode(String code) {
        Label shown = Parts.paragraph(inTwoLines(code), "recovery-code");
        shown.setId("recovery-code");
        shown.setAccessibleText(code);
        shown.setMaxWidth(Double.MAX_VALUE);
        return card(
                Parts.label(texts.text("recovery.title"), "section-title"),
                Parts.paragraph(texts.text("recovery.teaches"), "muted"),
                Parts.column(shown, Parts.row(Parts.gap(), HashText.copyButton("recovery-copy", code, kit))),
                Parts.paragraph(texts.text("recovery.next"), "muted"),
                Parts.row(
                        Parts.mainButton(
                                "recovery-scope", texts.text("recovery.scope"), model::recoveryCodeKeptAndScopeFirst),
                        Parts.button("recovery-kept", texts.text("recovery.kept"), model::recoveryCodeKept)));
    }
}
