package org.cairn.app.ui.start;

import java.util.Locale;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Framework;

/// The form that founds a workspace.
final class FoundingForm {
    private final StartViewModel start;
    private final FoundingViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit;

    FoundingForm(StartViewModel start, Chooser chooser, Texts texts, Texts kit) {
        this.start = start;
        this.model = start.founding();
        this.chooser = chooser;
        this.texts = texts;
        this.kit = kit;
    }

    VBox node() {
        VBox card = new VBox(
                Parts.label(texts.text("found.title"), "section-title"),
                sideBySide(
                        typed(Field.ORGANISATION, new TextField(), hint("found.organisation.hint")),
                        typed(Field.PERSON, new TextField(), hint("found.person.hint"))),
                group("found.frameworks", frameworks(), problem(Field.FRAMEWORKS)),
                group("found.roles", roles(), hint("found.roles.hint")),
                sideBySide(
                        typed(Field.PASSPHRASE, new PasswordField(), strength()),
                        typed(Field.PASSPHRASE_AGAIN, new PasswordField(), Parts.label(""))),
                folder(),
                ProblemText.node("found-problem", start.problem(), kit),
                Parts.row(
                        Parts.mainButton("found", texts.text("found.action"), start::found),
                        Parts.button("back", texts.text("back"), start::back)));
        card.getStyleClass().add("start-card");
        return card;
    }

    private static GridPane sideBySide(Node left, Node right) {
        GridPane grid = new GridPane();
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.setHgap(16);
        grid.addRow(0, left, right);
        return grid;
    }

    private VBox typed(Field field, TextField input, Node under) {
        String key = Texts.keyOf(field);
        input.setId("found-" + key);
        input.setAccessibleText(texts.text("found." + key));
        input.textProperty().bindBidirectional(FoundingViewModel.property(field).apply(model));
        Label label = Parts.label(texts.text("found." + key), "field-label");
        label.setLabelFor(input);
        Label problem = problem(field);
        problem.visibleProperty().subscribe(wrong -> Parts.show(under, !wrong));
        return new VBox(4, label, input, problem, under);
    }

    private Label hint(String key) {
        return Parts.paragraph(texts.text(key), "hint");
    }

    private Label problem(Field field) {
        Label label = Parts.paragraph("", "field-problem");
        label.setId("found-problem-" + Texts.keyOf(field));
        Parts.show(label, false);
        Runnable update = () -> {
            String words = model.problems().getOrDefault(field, "");
            label.setText(words);
            label.setAccessibleText(words);
            Parts.show(label, !words.isEmpty());
        };
        model.problems().addListener((MapChangeListener<Field, String>) _ -> update.run());
        update.run();
        return label;
    }

    private Label strength() {
        Label label = Parts.paragraph("", "hint");
        label.setId("found-strength");
        label.textProperty().bind(model.strength());
        return label;
    }

    private VBox group(String key, Node boxes, Label under) {
        return new VBox(4, Parts.label(texts.text(key), "field-label"), boxes, under);
    }

    private Node frameworks() {
        GridPane grid = boxes();
        int number = 0;
        for (Framework framework : model.library()) {
            CheckBox box = box("found-framework-" + framework.id(), framework.title());
            box.setSelected(model.frameworks().contains(framework.id()));
            box.selectedProperty().subscribe(chosen -> {
                if (chosen) {
                    model.frameworks().add(framework.id());
                } else {
                    model.frameworks().remove(framework.id());
                }
            });
            grid.add(box, number % 2, number / 2);
            number++;
        }
        return grid;
    }

    private Node roles() {
        GridPane grid = boxes();
        int number = 0;
        for (String role : FoundingViewModel.ROLES) {
            String key = role.toLowerCase(Locale.ROOT);
            CheckBox box = box("found-role-" + key, texts.text("role." + key));
            box.setSelected(model.roles().contains(role));
            box.selectedProperty().subscribe(chosen -> {
                if (chosen) {
                    model.roles().add(role);
                } else {
                    model.roles().remove(role);
                }
            });
            grid.add(box, number % 2, number / 2);
            number++;
        }
        return grid;
    }

    private static GridPane boxes() {
        GridPane grid = new GridPane();
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.setHgap(16);
        grid.setVgap(4);
        return grid;
    }

    private static CheckBox box(String id, String words) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setAccessibleText(words);
        box.setTooltip(new Tooltip(words));
        return box;
    }

    private VBox folder() {
        TextField input = new TextField();
        HBox.setHgrow(input, Priority.ALWAYS);
        VBox box = typed(Field.FOLDER, input, hint("found.folder.hint"));
        HBox row = Parts.row();
        box.getChildren().set(1, row);
        row.getChildren()
                .addAll(
                        input,
                        Parts.button(
                                "found-choose-folder",
                                texts.text("found.folder.choose"),
                                () -> chooser.folder(texts.text("found.folder.choose.title"))
                                        .ifPresent(path -> model.folder().set(path.toString()))));
        return box;
    }
}
