package org.cairn.app.ui.auditor;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.kordamp.ikonli.feather.Feather;

/// The auditor's own key, made once, and the signature over what is marked.
final class SignPane {
    private static final double FIELD_WIDTH = 420;

    private final AuditorViewModel.Marking all;
    private final SigningViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    SignPane(AuditorViewModel.Marking all, Chooser chooser, Texts texts) {
        this.all = all;
        this.model = all.signing();
        this.chooser = chooser;
        this.texts = texts;
    }

    VBox node() {
        Label counts = Parts.paragraph("", "medium");
        counts.setId("auditor-sign-counts");
        all.items().draft().subscribe(_ -> counts.setText(all.items().counts()));
        VBox signing = Panels.section(
                texts.text("sign.title"),
                texts.text("sign.what"),
                counts,
                folder(),
                key(),
                ToldText.node(
                        "auditor-signing", model.doing().told(), model.doing().problem(), kit));
        VBox done = new VBox(8);
        model.signed().subscribe(signed -> {
            done.getChildren().clear();
            signed.ifPresent(each -> done.getChildren().add(done(each)));
        });
        return new VBox(signing, done);
    }

    private Node folder() {
        TextField field = field("auditor-keys", new TextField(), "key.folder", model.folder());
        Button choose = Parts.button(
                "auditor-keys-choose",
                texts.text("key.folder.choose"),
                () -> chooser.folder(texts.text("key.folder"))
                        .ifPresent(path -> model.folder().set(path.toString())));
        return OneOf.named(texts.text("key.folder"), field, Parts.row(field, choose));
    }

    private Node key() {
        TextField name = field("auditor-name", new TextField(), "key.name", model.name());
        TextField passphrase = field("auditor-passphrase", new PasswordField(), "key.passphrase", model.passphrase());
        TextField again = field("auditor-passphrase-again", new PasswordField(), "key.again", model.again());
        VBox named = OneOf.named(texts.text("key.name"), name, name);
        VBox typed = OneOf.named(texts.text("key.passphrase"), passphrase, passphrase);
        VBox twice = OneOf.named(texts.text("key.again"), again, again);
        Label stands = Parts.paragraph("", "hint");
        stands.setId("auditor-key-stands");
        Button make = Parts.mainButton("auditor-key-make", texts.text("key.make"), model::makeKey);
        Button sign = Parts.mainButton("auditor-sign", texts.text("sign.do"), this::sign);
        model.doing().busy().subscribe(busy -> {
            make.setDisable(busy);
            sign.setDisable(busy);
        });
        model.key().subscribe(key -> {
            boolean absent = key instanceof SigningViewModel.Key.Absent;
            boolean there = key instanceof SigningViewModel.Key.There;
            Parts.show(named, absent);
            Parts.show(twice, absent);
            Parts.show(typed, absent || there);
            Parts.show(make, absent);
            Parts.show(sign, there);
            sign.setDefaultButton(there);
            if (there && !passphrase.getText().isEmpty()) {
                sign.requestFocus();
            }
            stands.setText(texts.text(absent ? "key.absent" : there ? "key.there" : "key.no-folder"));
        });
        return new VBox(8, stands, named, typed, twice, Parts.row(make, sign));
    }

    private TextField field(String id, TextField field, String key, StringProperty value) {
        field.setId(id);
        field.setAccessibleText(texts.text(key));
        field.setMaxWidth(FIELD_WIDTH);
        field.setPrefWidth(FIELD_WIDTH);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private void sign() {
        String name = "review-" + all.intact().draft().pack().packId() + ".json";
        chooser.fileToSave(texts.text("sign.where"), name).ifPresent(model::sign);
    }

    private Node done(SigningViewModel.Signed signed) {
        Label head = Parts.paragraph(
                texts.text("signed.head", signed.auditor(), signed.marks(), signed.unmarked()), "medium");
        head.setId("auditor-signed");
        head.setGraphic(Parts.icon(Feather.CHECK));
        Label file = Parts.paragraph(signed.file().toString());
        file.setId("auditor-signed-file");
        return Panels.section(
                texts.text("signed.title"),
                texts.text("signed.what"),
                head,
                new HBox(file),
                Parts.label(texts.text("signed.key"), "field-label"),
                HashText.node("auditor-signed-key", signed.key(), kit),
                Parts.label(texts.text("signed.digest"), "field-label"),
                HashText.node("auditor-signed-digest", signed.digest(), kit));
    }
}
