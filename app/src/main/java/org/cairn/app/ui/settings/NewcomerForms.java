package org.cairn.app.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.proof.authority.Role;

/// People who come, and what one does about one's own key.
final class NewcomerForms {
    private static final double FIELD_WIDTH = 240;

    private final PeopleViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    NewcomerForms(PeopleViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.chooser = chooser;
        this.texts = texts;
    }

    Node adding() {
        return Panels.section(
                texts.text("add.title"),
                texts.text("add.what"),
                Guarded.node(here(), model.readOnly()),
                Guarded.node(byRequest(), model.readOnly()),
                ToldText.node(
                        "settings-add", model.adding().told(), model.adding().problem(), kit));
    }

    private ComboBox<Role> role(String id, List<Role> offered) {
        ComboBox<Role> box = OneOf.box(id, texts.text("people.role"), offered, model::role);
        box.setValue(Role.AUTHOR);
        return box;
    }

    /// Somebody who works at this machine too, and types a passphrase now.
    private VBox here() {
        TextField name = new TextField();
        PasswordField passphrase = new PasswordField();
        PasswordField again = new PasswordField();
        ComboBox<Role> role = role("settings-add-role", List.of(Role.ADMINISTRATOR, Role.AUTHOR, Role.REVIEWER));
        Button add = Parts.button("settings-add-person", texts.text("add.here"), () -> {
            model.add(
                    name.getText(),
                    role.getValue(),
                    passphrase.getText().toCharArray(),
                    again.getText().toCharArray());
            passphrase.clear();
            again.clear();
        });
        model.adding().busy().subscribe(add::setDisable);
        return new VBox(
                8,
                fields(
                        SettingsView.field(name, "settings-add-name", texts.text("add.name")),
                        OneOf.named(texts.text("people.role"), role, role)),
                fields(
                        SettingsView.field(passphrase, "settings-add-passphrase", texts.text("add.passphrase")),
                        SettingsView.field(again, "settings-add-again", texts.text("add.again"))),
                new HBox(add));
    }

    private static HBox fields(VBox... fields) {
        for (VBox field : fields) {
            field.setPrefWidth(FIELD_WIDTH);
        }
        return new HBox(16, fields);
    }

    /// Somebody with a laptop of their own: the request is shown before anybody is enrolled by it.
    private VBox byRequest() {
        Button choose = Parts.button(
                "settings-enrol-read",
                texts.text("enrol.read"),
                () -> chooser.fileToOpen(texts.text("enrol.read")).ifPresent(model::readRequest));
        Label name = Parts.paragraph("", "medium");
        name.setId("settings-enrol-name");
        VBox key = new VBox();
        ComboBox<Role> role = role("settings-enrol-role", List.of(Role.values()));
        Button enrol = Parts.mainButton("settings-enrol", texts.text("enrol"), () -> model.enrol(role.getValue()));
        VBox shown =
                new VBox(8, name, key, Parts.paragraph(texts.text("enrol.compare"), "hint"), Parts.row(role, enrol));
        shown.getStyleClass().add("outcome-box");
        model.asked().subscribe(request -> {
            Parts.show(shown, request.isPresent());
            key.getChildren().clear();
            request.ifPresent(asked -> {
                name.setText(texts.text("enrol.asks", asked.name()));
                key.getChildren()
                        .add(HashText.node(
                                "settings-enrol-key", asked.key().keyId().hex(), kit));
            });
        });
        return new VBox(8, new HBox(choose), shown);
    }

    Node own() {
        PasswordField passphrase = new PasswordField();
        PasswordField again = new PasswordField();
        Button change = Parts.button("settings-own-change", texts.text("own.change"), () -> {
            model.changePassphrase(
                    passphrase.getText().toCharArray(), again.getText().toCharArray());
            passphrase.clear();
            again.clear();
        });
        Button rotate = Parts.button("settings-own-rotate", texts.text("own.rotate"), model::rotate);
        TextField name = new TextField();
        Button request = Parts.button(
                "settings-own-request",
                texts.text("own.request"),
                () -> chooser.fileToSave(texts.text("own.request"), "enrolment-request.json")
                        .ifPresent(file -> model.request(name.getText(), file.toString())));
        model.own().busy().subscribe(busy -> List.of(change, rotate, request).forEach(each -> each.setDisable(busy)));
        VBox signing = new VBox(
                8,
                fields(
                        SettingsView.field(passphrase, "settings-own-passphrase", texts.text("own.passphrase")),
                        SettingsView.field(again, "settings-own-again", texts.text("add.again"))),
                Parts.row(change, rotate));
        return Panels.section(
                texts.text("own.title"),
                texts.text("own.what"),
                Guarded.node(signing, model.readOnly()),
                fields(SettingsView.field(name, "settings-own-name", texts.text("own.name"))),
                new HBox(request),
                ToldText.node("settings-own", model.own().told(), model.own().problem(), kit));
    }
}
