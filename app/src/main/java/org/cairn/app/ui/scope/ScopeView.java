package org.cairn.app.ui.scope;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.frameworks.ScopeProfile;

/// Draws the scope: all questions group by group and what follows before it is recorded; or the guided way through it.
public final class ScopeView {
    private final ScopeViewModel model;
    private final WalkViewModel walk;
    private final Texts texts = Texts.beside(ScopeView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final StackPane root = new StackPane();
    private final Button record;

    public ScopeView(ScopeViewModel model, WalkViewModel walk) {
        this.model = model;
        this.walk = walk;
        this.record = Parts.mainButton("scope-record", texts.text("record", 0), model::record);
        root.setId("scope");
        BorderPane page = page();
        WalkView guided = new WalkView(walk);
        walk.walking().subscribe(walking -> {
            root.getChildren().setAll(walking ? guided.root() : page);
            if (walking) {
                guided.begin();
            }
        });
    }

    public Parent root() {
        return root;
    }

    private BorderPane page() {
        BorderPane page = new BorderPane();
        page.getStyleClass().add("page");
        page.setTop(Parts.pageHead(
                texts.text("title"),
                texts.text("what"),
                Parts.mainButton("scope-walk", texts.text("walk"), walk::begin)));
        VBox body = new VBox(20, start(), steps(), questions());
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("scope-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        page.setCenter(scroll);
        page.setBottom(summary());
        return page;
    }

    private Node start() {
        ComboBox<ScopeProfile> profiles = new ComboBox<>();
        profiles.setId("scope-profile");
        profiles.setAccessibleText(texts.text("profile"));
        profiles.setPromptText(texts.text("profile.prompt"));
        profiles.getItems().setAll(model.profiles());
        profiles.setConverter(titles());
        Label what = Parts.paragraph(texts.text("profile.what"), "muted");
        what.setId("scope-profile-what");
        Button propose = Parts.button("scope-propose", texts.text("propose"), () -> {
            ScopeProfile chosen = profiles.getValue();
            if (chosen != null) {
                what.setText(chosen.description());
                model.propose(chosen);
            }
        });
        TextField system = new TextField();
        system.setId("scope-system");
        system.setAccessibleText(texts.text("system"));
        system.textProperty().bindBidirectional(model.system());
        return new HBox(
                24,
                named(texts.text("profile"), profiles, Parts.row(profiles, propose), what),
                named(texts.text("system"), system, system, Parts.paragraph(texts.text("system.what"), "muted")));
    }

    private StringConverter<ScopeProfile> titles() {
        return new StringConverter<>() {
            @Override
            public String toString(ScopeProfile profile) {
                return profile == null ? "" : profile.title();
            }

            @Override
            public ScopeProfile fromString(String title) {
                throw new UnsupportedOperationException("profiles are chosen, not typed");
            }
        };
    }

    private static VBox named(String name, Node field, Node... shown) {
        Label label = Parts.label(name, "field-label");
        label.setLabelFor(field);
        VBox box = new VBox(4, label);
        box.getChildren().addAll(shown);
        return box;
    }

    private Node steps() {
        ComboBox<String> groups = new ComboBox<>();
        groups.setId("scope-group");
        groups.setAccessibleText(texts.text("group"));
        groups.getItems().setAll(model.groups().stream().map(model::title).toList());
        groups.setOnAction(_ -> model.go(groups.getSelectionModel().getSelectedIndex()));
        ProgressBar bar = new ProgressBar();
        Label where = Parts.label("", "muted");
        where.setId("scope-where");
        model.group().subscribe(at -> {
            groups.getSelectionModel().select(at.intValue());
            bar.setProgress((at.doubleValue() + 1) / model.groups().size());
            where.setText(texts.text("where", at.intValue() + 1, model.groups().size()));
            bar.setAccessibleText(where.getText());
        });
        return Parts.row(
                Parts.button(
                        "scope-back",
                        texts.text("back"),
                        () -> model.go(model.group().get() - 1)),
                groups,
                Parts.button(
                        "scope-next",
                        texts.text("next"),
                        () -> model.go(model.group().get() + 1)),
                bar,
                where);
    }

    private Node questions() {
        QuestionList list = new QuestionList(model, texts, this::allow);
        model.rows().subscribe(list::show);
        return list.node();
    }

    private Node summary() {
        HBox counts = Parts.row();
        counts.setId("scope-summary");
        counts.setSpacing(24);
        model.summary().subscribe(said -> {
            counts.getChildren()
                    .setAll(
                            counted("scope-apply", Mark.APPLIES, texts.text("apply", said.apply())),
                            counted("scope-unscoped", Mark.UNSCOPED, texts.text("unscoped", said.unscoped())),
                            counted("scope-out", Mark.OUT_OF_SCOPE, texts.text("out", said.outOfScope())));
            record.setText(texts.text("record", said.changes()));
            allow();
        });
        HBox bar = Parts.row(
                counts,
                Parts.gap(),
                Parts.button("scope-discard", texts.text("discard"), model::discard),
                Guarded.node(record, model.readOnly()));
        bar.getStyleClass().add("walk-foot");
        return new VBox(ProblemText.node("scope-problem", model.problem(), kit), bar);
    }

    private Node counted(String id, Mark mark, String words) {
        Label text = Parts.label(words, "medium");
        text.setId(id);
        return Parts.row(marks.sign(mark, words), text);
    }

    /// Nothing is recorded without a reason.
    private void allow() {
        record.setDisable(!model.recordable());
    }
}
