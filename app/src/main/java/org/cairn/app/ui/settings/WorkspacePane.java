package org.cairn.app.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.ui.settings.StampDraft.Who;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.StampSource;

/// Where the workspace lies and who it belongs to, who time-stamps, and its copies.
final class WorkspacePane {
    private static final double NAME_WIDTH = 150;
    private static final double CHOICE_WIDTH = 320;

    private final WorkspaceViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    WorkspacePane(WorkspaceViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.chooser = chooser;
        this.texts = texts;
    }

    VBox node() {
        return new VBox(
                Panels.section(texts.text("about.title"), texts.text("about.what"), about()),
                Panels.section(texts.text("stamps.title"), texts.text("stamps.what"), stamps()),
                Panels.section(texts.text("backup.title"), texts.text("backup.what"), backup()));
    }

    private Node about() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        model.about().subscribe(about -> {
            grid.getChildren().clear();
            fill(grid, about);
        });
        return grid;
    }

    private void fill(GridPane grid, Description about) {
        Label folder = Parts.paragraph(about.folder().toString(), "mono");
        folder.setId("settings-folder");
        row(grid, "folder", Parts.row(folder, HashText.copyButton("settings-folder-copy", folder.getText(), kit)));
        row(grid, "organisation", Parts.paragraph(about.organisation(), "medium"));
        row(grid, "origin", Parts.paragraph(about.origin(), "mono"));
        row(
                grid,
                "roles",
                Parts.paragraph(
                        about.roles().isEmpty() ? texts.text("about.unset") : String.join(", ", about.roles())));
        row(
                grid,
                "frameworks",
                Parts.paragraph(
                        about.frameworks().stream().map(Object::toString).collect(Collectors.joining(", "))));
        row(
                grid,
                "person",
                Parts.paragraph(
                        about.person().map(Description.PersonAtWork::name).orElse("–")));
        about.person()
                .ifPresent(person -> row(
                        grid,
                        "key",
                        HashText.node("settings-own-key", person.key().hex(), kit)));
        row(grid, "root", HashText.node("settings-root", about.rootFingerprint().hex(), kit));
        row(grid, "entries", Parts.label(texts.text("about.entries.count", about.size())));
        row(
                grid,
                "index",
                Parts.paragraph(texts.text(about.index().rebuilt() ? "about.index.rebuilt" : "about.index.current")));
    }

    private void row(GridPane grid, String key, Node value) {
        Label name = Parts.label(texts.text("about." + key), "muted");
        name.setMinWidth(NAME_WIDTH);
        grid.addRow(grid.getRowCount(), name, value);
    }

    private Node stamps() {
        Label now = Parts.paragraph("", "medium");
        now.setId("settings-stamps-now");
        ComboBox<Who> who = OneOf.box(
                "settings-stamps",
                texts.text("stamps.who"),
                List.of(Who.values()),
                each -> texts.text("stamps." + Texts.keyOf(each)));
        who.setPrefWidth(CHOICE_WIDTH);
        who.setValue(Who.NONE);
        TextField folder = new TextField();
        TextField root = new TextField();
        TextField seconds = new TextField("60");
        seconds.setMaxWidth(80);
        VBox outside = new VBox(
                8,
                placed(folder, "stamps.folder.where", () -> chooser.folder(texts.text("stamps.folder.where"))),
                placed(root, "stamps.root", () -> chooser.fileToOpen(texts.text("stamps.root"))),
                SettingsView.field(seconds, "settings-stamps-seconds", texts.text("stamps.seconds")));
        who.valueProperty().subscribe(chosen -> Parts.show(outside, chosen == Who.FOLDER));
        Button use = Parts.button(
                "settings-stamps-use",
                texts.text("stamps.use"),
                () -> model.use(new StampDraft(who.getValue(), folder.getText(), root.getText(), seconds.getText())));
        model.stamping().busy().subscribe(use::setDisable);
        model.stamps()
                .subscribe(read -> read.ifPresent(source -> {
                    now.setText(model.words(source));
                    who.setValue(who(source));
                    if (source instanceof StampSource.Folder set) {
                        folder.setText(set.folder().toString());
                        seconds.setText(Long.toString(set.patience().toSeconds()));
                    }
                }));
        VBox form = new VBox(8, OneOf.named(texts.text("stamps.who"), who, who), outside, Parts.row(use));
        return new VBox(
                8,
                now,
                ProblemText.node("settings-stamps-unreadable", model.unreadable(), kit),
                Guarded.node(form, model.readOnly()),
                ToldText.node(
                        "settings-stamps",
                        model.stamping().told(),
                        model.stamping().problem(),
                        kit));
    }

    private static Who who(StampSource source) {
        return switch (source) {
            case StampSource.None _ -> Who.NONE;
            case StampSource.Own _ -> Who.OWN;
            case StampSource.Folder _ -> Who.FOLDER;
        };
    }

    /// A place on disk, typed or chosen.
    private Node placed(TextField field, String key, Supplier<Optional<Path>> choose) {
        String id = "settings-" + key.replace('.', '-');
        field.setId(id);
        field.setAccessibleText(texts.text(key));
        Button button = Parts.button(
                id + "-choose",
                texts.text("choose"),
                () -> choose.get().ifPresent(path -> field.setText(path.toString())));
        button.setAccessibleText(texts.text("choose.for", texts.text(key)));
        return OneOf.named(texts.text(key), field, Parts.row(Panels.grow(field), button));
    }

    private Node backup() {
        TextField out = new TextField();
        TextField keys = new TextField();
        Button make = Parts.button(
                "settings-backup-make", texts.text("backup.make"), () -> model.backUp(out.getText(), keys.getText()));
        model.copying().busy().subscribe(busy -> {
            make.setDisable(busy);
            make.setText(texts.text(busy ? "backup.making" : "backup.make"));
        });
        VBox form = new VBox(
                8,
                placed(out, "backup.out", () -> chooser.fileToSave(texts.text("backup.out"), "cairn-backup.zip")),
                placed(keys, "backup.keys", () -> chooser.fileToSave(texts.text("backup.keys"), "cairn-keys.zip")),
                Parts.paragraph(texts.text("backup.keys.hint"), "hint"),
                new HBox(make));
        return new VBox(
                8,
                Guarded.node(form, model.readOnly()),
                ToldText.node(
                        "settings-backup",
                        model.copying().told(),
                        model.copying().problem(),
                        kit));
    }
}
