package org.cairn.app.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.HoldLine;
import org.cairn.app.workspace.RetentionLine;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.checklist.event.ErasureReason;
import org.kordamp.ikonli.feather.Feather;

/// How long each record is kept, and by which rule; proposals to erase; legal holds; the organisation's own periods.
final class KeepingPane {
    private static final double TABLE_HEIGHT = 260;

    private final KeepingViewModel model;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    KeepingPane(KeepingViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    VBox node() {
        VBox notices = new VBox(4);
        model.notices()
                .subscribe(all -> Panels.fill(
                        notices,
                        all,
                        "",
                        notice -> Panels.grow(Parts.paragraph(
                                notice.framework() + " " + notice.citation() + ": "
                                        + texts.text("notice." + notice.id().toLowerCase(Locale.ROOT)),
                                "hint"))));
        return new VBox(
                new VBox(
                        8,
                        Parts.label(texts.text("keeping.title"), "section-title"),
                        Parts.paragraph(texts.text("keeping.what"), "hint"),
                        ProblemText.node("settings-keeping-unreadable", model.unreadable(), kit),
                        table(),
                        notices),
                Panels.section(
                        texts.text("erase.title"),
                        texts.text("erase.what"),
                        Guarded.node(erasing(), model.readOnly()),
                        told("erase", model.erasing())),
                Panels.section(
                        texts.text("hold.title"),
                        texts.text("hold.what"),
                        Guarded.node(holding(), model.readOnly()),
                        told("hold", model.holding())),
                Panels.section(
                        texts.text("rule.title"),
                        texts.text("rule.what"),
                        Guarded.node(ruling(), model.readOnly()),
                        told("rule", model.ruling())));
    }

    private VBox told(String key, Doing doing) {
        return ToldText.node("settings-" + key, doing.told(), doing.problem(), kit);
    }

    private TableView<RetentionLine> table() {
        return Columns.<RetentionLine>of(
                        "settings-keeping",
                        texts.text("keeping.title"),
                        Parts.emptyState(Feather.ARCHIVE, texts.text("keeping.none.title"), texts.text("keeping.none")))
                .number(texts.text("keeping.entry"), 60, RetentionLine::entry)
                .text(texts.text("keeping.record"), 250, model::what, "medium")
                .text(texts.text("keeping.state"), 140, model::state)
                .text(texts.text("keeping.until"), 150, model::until)
                .text(texts.text("keeping.due"), 130, model::due)
                .text(texts.text("keeping.by"), 170, model::by)
                .choosing(model.lines(), model.selected(), TABLE_HEIGHT);
    }

    private VBox erasing() {
        Label what = Parts.label("", "medium");
        what.setId("settings-erase-what");
        model.selected()
                .subscribe(line -> what.setText(line.map(model::what).orElseGet(() -> texts.text("erase.choose"))));
        ComboBox<ErasureReason> reason = OneOf.box(
                "settings-erase-reason",
                texts.text("erase.reason"),
                List.of(ErasureReason.values()),
                each -> texts.text("erase.reason." + Texts.keyOf(each), each.citation()));
        reason.setValue(ErasureReason.NO_LONGER_NEEDED);
        TextField basis = new TextField();
        TextField override = new TextField();
        Button propose = Parts.button(
                "settings-erase",
                texts.text("erase.propose"),
                () -> model.propose(reason.getValue(), basis.getText(), override.getText()));
        model.selected().subscribe(line -> propose.setDisable(line.isEmpty()));
        return new VBox(
                8,
                what,
                OneOf.named(texts.text("erase.reason"), reason, reason),
                SettingsView.field(basis, "settings-erase-basis", texts.text("erase.basis")),
                SettingsView.field(override, "settings-erase-override", texts.text("erase.override")),
                new HBox(propose));
    }

    private VBox holding() {
        TextField reason = new TextField();
        VBox holds = new VBox();
        model.holds().subscribe(all -> Panels.fill(holds, all, texts.text("hold.none"), hold -> hold(hold, reason)));
        Button all =
                Parts.button("settings-hold-all", texts.text("hold.all"), () -> model.hold(true, reason.getText()));
        Button one =
                Parts.button("settings-hold-one", texts.text("hold.one"), () -> model.hold(false, reason.getText()));
        return new VBox(
                8,
                holds,
                SettingsView.field(reason, "settings-hold-reason", texts.text("hold.reason")),
                Parts.row(one, all));
    }

    private Node hold(HoldLine hold, TextField reason) {
        Button lift = Parts.button(
                "settings-lift-" + hold.entry(), texts.text("hold.lift"), () -> model.lift(hold, reason.getText()));
        return Parts.row(
                Panels.grow(Parts.paragraph(model.placed(hold) + " " + hold.by() + " · "
                        + texts.told("hold.", hold.scope()) + " · " + texts.told("hold.", hold.reason()))),
                lift);
    }

    private VBox ruling() {
        TextField appliesTo = new TextField("all");
        ComboBox<Bound> bound = OneOf.box(
                "settings-rule-bound",
                texts.text("rule.bound"),
                List.of(Bound.values()),
                each -> texts.text("rule.bound." + Texts.keyOf(each)));
        bound.setValue(Bound.FLOOR);
        TextField period = new TextField();
        TextField reason = new TextField();
        Button set = Parts.button(
                "settings-rule",
                texts.text("rule.set"),
                () -> model.rule(appliesTo.getText(), bound.getValue(), period.getText(), reason.getText()));
        return new VBox(
                8,
                new HBox(
                        16,
                        SettingsView.field(appliesTo, "settings-rule-applies", texts.text("rule.applies")),
                        OneOf.named(texts.text("rule.bound"), bound, bound),
                        SettingsView.field(period, "settings-rule-period", texts.text("rule.period"))),
                SettingsView.field(reason, "settings-rule-reason", texts.text("rule.reason")),
                new HBox(set));
    }
}
