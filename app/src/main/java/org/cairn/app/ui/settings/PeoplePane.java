package org.cairn.app.ui.settings;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.SureButton;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.IdentityLine;
import org.cairn.app.workspace.PersonalKeys;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.proof.authority.Role;
import org.kordamp.ikonli.feather.Feather;

/// Every key that was ever enrolled, what can be done about one, and the ways in.
final class PeoplePane {
    private static final double TABLE_HEIGHT = 220;

    private final PeopleViewModel model;
    private final Texts texts;
    private final NewcomerForms newcomers;
    private final Texts kit = Texts.beside(Texts.class);

    PeoplePane(PeopleViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.newcomers = new NewcomerForms(model, chooser, texts);
    }

    VBox node() {
        return new VBox(
                new VBox(
                        8,
                        Parts.label(texts.text("people.title"), "section-title"),
                        Parts.paragraph(texts.text("people.what"), "hint"),
                        ProblemText.node("settings-people-unreadable", model.unreadable(), kit),
                        table(),
                        chosen()),
                Panels.section(texts.text("openers.title"), texts.text("openers.what"), openers()),
                newcomers.adding(),
                newcomers.own());
    }

    private TableView<IdentityLine> table() {
        return Columns.<IdentityLine>of(
                        "settings-people",
                        texts.text("people.title"),
                        Parts.emptyState(Feather.USERS, texts.text("people.none.title"), texts.text("people.none")))
                .text(texts.text("people.name"), 190, model::name, "medium")
                .text(texts.text("people.roles"), 240, model::roles)
                .text(
                        texts.text("people.key"),
                        170,
                        line -> HashText.shortened(line.key().hex()),
                        "hash")
                .text(texts.text("people.stands"), 240, model::stands)
                .choosing(model.lines(), model.selected(), TABLE_HEIGHT);
    }

    private Node chosen() {
        VBox key = new VBox();
        Label who = Parts.label("", "section-title");
        who.setId("settings-person");
        ComboBox<Role> role = OneOf.box(
                "settings-role",
                texts.text("people.role"),
                Stream.of(Role.values()).filter(each -> !each.standsAlone()).toList(),
                model::role);
        role.setValue(Role.AUTHOR);
        Button grant = Parts.button("settings-grant", texts.text("people.grant"), () -> model.grant(role.getValue()));
        Button withdraw = Parts.button(
                "settings-withdraw-role", texts.text("people.withdraw"), () -> model.withdraw(role.getValue()));
        ComboBox<IdentityRevoked.Reason> reason = OneOf.box(
                "settings-revoke-reason",
                texts.text("people.reason"),
                List.of(IdentityRevoked.Reason.values()),
                each -> texts.text("people.reason." + Texts.keyOf(each)));
        reason.setValue(IdentityRevoked.Reason.LEFT);
        SureButton ending = new SureButton(
                "settings-revoke",
                texts.text("people.revoke"),
                () -> texts.text(
                        "people.revoke.sure",
                        model.selected().get().map(model::name).orElse("")),
                () -> model.revoke(reason.getValue()));
        Button revoke = ending.button();
        VBox doing = new VBox(8, Parts.row(role, grant, withdraw, Parts.gap(), reason, revoke));
        VBox box = new VBox(
                8,
                who,
                key,
                Guarded.node(doing, model.readOnly()),
                Parts.paragraph(texts.text("people.signed"), "hint"),
                ToldText.node(
                        "settings-people", model.roles().told(), model.roles().problem(), kit));
        box.getStyleClass().add("panel");
        model.selected().subscribe(line -> {
            Parts.show(box, line.isPresent());
            ending.forget();
            who.setText(
                    line.map(each -> each.name() + " · " + model.roles(each)).orElse(""));
            key.getChildren().clear();
            line.ifPresent(each -> key.getChildren()
                    .add(HashText.node("settings-person-key", each.key().hex(), kit)));
            boolean person = line.flatMap(IdentityLine::holder).isPresent();
            boolean ended = line.flatMap(IdentityLine::ended).isPresent();
            List.of(role, grant, withdraw).forEach(node -> node.setDisable(!person));
            List.of(reason, revoke).forEach(node -> node.setDisable(ended));
        });
        return box;
    }

    private Node openers() {
        VBox box = new VBox();
        model.openers()
                .subscribe(read -> Panels.fill(box, read.orElse(List.of()), texts.text("openers.none"), this::opener));
        return box;
    }

    private Node opener(PersonalKeys.Holder holder) {
        String factors = (holder.keyFile() ? texts.text("openers.key-file") + " " : "")
                + (holder.totp() ? texts.text("openers.totp") : "");
        Button remove = new SureButton(
                        "settings-remove-" + holder.label(),
                        texts.text("openers.remove"),
                        () -> texts.text("openers.remove.sure", holder.name()),
                        () -> model.remove(holder))
                .button();
        Parts.show(remove, !holder.you());
        HBox deed = Parts.row(remove);
        return Parts.row(
                Parts.label(holder.name(), "medium"),
                Parts.label(texts.text("openers.label", holder.label()), "muted"),
                Parts.label(factors.strip(), "muted"),
                Parts.label(holder.you() ? texts.text("openers.you") : "", "hint"),
                Parts.gap(),
                Guarded.node(deed, model.readOnly()));
    }
}
