package org.cairn.app.ui.unlock;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.unlock.UnlockViewModel.Entry;
import org.cairn.app.ui.unlock.UnlockViewModel.Way;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The passphrase's field, and the other ways in below it, folded. Builds nodes and binds them; decides nothing.
public final class UnlockForm {
    private final UnlockViewModel model;
    private final Chooser chooser;
    private final Runnable submit;
    private final Texts texts = Texts.beside(UnlockForm.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final PasswordField passphrase = new PasswordField();
    private final TextField recoveryCode = new TextField();
    private final PasswordField pin = new PasswordField();
    private final VBox root;
    private Subscription following = Subscription.EMPTY;

    /// @param submit what Enter does in every field
    public UnlockForm(UnlockViewModel model, Chooser chooser, Runnable submit) {
        this.model = model;
        this.chooser = chooser;
        this.submit = submit;
        root = new VBox(
                12,
                of(Way.PASSPHRASE, field(Entry.PASSPHRASE, passphrase)),
                of(Way.RECOVERY_CODE, recovery()),
                of(Way.TOKEN, field(Entry.PIN, pin)),
                ProblemText.node("unlock-problem", model.problem(), kit),
                fold(),
                others());
    }

    public Node node() {
        return root;
    }

    /// Where typing goes first, once the form is shown.
    public void focus() {
        Platform.runLater(() -> first(model.way().get()).requestFocus());
    }

    private TextField first(Way way) {
        return switch (way) {
            case PASSPHRASE -> passphrase;
            case RECOVERY_CODE -> recoveryCode;
            case TOKEN -> pin;
        };
    }

    /// The model outlives the form, so the form stops following it.
    public void close() {
        following.unsubscribe();
    }

    private <T extends Node> T of(Way way, T node) {
        follow(model.way().subscribe(chosen -> Parts.show(node, chosen == way)));
        return node;
    }

    private void follow(Subscription subscription) {
        following = following.and(subscription);
    }

    private VBox recovery() {
        VBox box = field(Entry.RECOVERY_CODE, recoveryCode);
        Label says = Parts.paragraph(texts.text("recovery.says"), "hint");
        says.setId("unlock-recovery-says");
        box.getChildren().add(says);
        return box;
    }

    private VBox field(Entry entry, TextField input) {
        String key = Texts.keyOf(entry);
        input.setId("unlock-" + key);
        input.setAccessibleText(texts.text(key));
        input.textProperty().bindBidirectional(model.text(entry));
        input.setOnAction(_ -> submit.run());
        Label label = Parts.label(texts.text(key), "field-label");
        label.setLabelFor(input);
        return new VBox(4, label, input);
    }

    private VBox fileField(Entry entry) {
        TextField input = new TextField();
        VBox box = field(entry, input);
        String key = Texts.keyOf(entry);
        Button choose =
                Parts.button("unlock-" + key + "-choose", texts.text(key + ".choose"), () -> choose(entry, key));
        choose.setAccessibleText(texts.text(key + ".choose.title"));
        choose.setMinWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox row = Parts.row();
        box.getChildren().set(1, row);
        row.getChildren().addAll(input, choose);
        return box;
    }

    private void choose(Entry entry, String key) {
        Optional<Path> chosen = chooser.fileToOpen(texts.text(key + ".choose.title"));
        chosen.ifPresent(file -> model.text(entry).set(file.toString()));
    }

    private Button fold() {
        FontIcon icon = Parts.icon(Feather.CHEVRON_RIGHT);
        Button fold = Parts.button(
                "unlock-other",
                texts.text("other"),
                () -> model.unfolded().set(!model.unfolded().get()));
        fold.setGraphic(icon);
        fold.getStyleClass().add("link");
        follow(model.unfolded().subscribe(open -> {
            icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            fold.setAccessibleHelp(texts.text(open ? "other.shown" : "other.folded"));
        }));
        return fold;
    }

    private VBox others() {
        VBox person = field(Entry.PERSON, new TextField());
        person.getChildren().add(Parts.paragraph(texts.text("person.hint"), "hint"));
        VBox box = new VBox(
                12,
                ways(),
                of(Way.PASSPHRASE, field(Entry.DIGITS, new TextField())),
                of(Way.PASSPHRASE, fileField(Entry.KEY_FILE)),
                of(Way.PASSPHRASE, person),
                of(Way.TOKEN, fileField(Entry.MODULE)),
                of(Way.TOKEN, field(Entry.SLOT, new TextField())));
        box.getStyleClass().add("other-ways");
        follow(model.unfolded().subscribe(open -> Parts.show(box, open)));
        return box;
    }

    private VBox ways() {
        HBox row = Parts.row();
        row.setSpacing(16);
        ToggleGroup group = new ToggleGroup();
        for (Way way : Way.values()) {
            String words = texts.text("way." + Texts.keyOf(way));
            RadioButton button = new RadioButton(words);
            button.setId("unlock-way-" + Texts.keyOf(way));
            button.setAccessibleText(texts.text("way") + " " + words);
            button.setToggleGroup(group);
            button.selectedProperty().subscribe(on -> {
                if (on) {
                    model.way().set(way);
                }
            });
            follow(model.way().subscribe(chosen -> button.setSelected(chosen == way)));
            row.getChildren().add(button);
        }
        return new VBox(4, Parts.label(texts.text("way"), "field-label"), row);
    }
}
