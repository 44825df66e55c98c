package org.cairn.app.ui.pack;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.VerdictText;
import org.cairn.app.ui.kit.WorkStrip;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.checklist.Framework;
import org.cairn.frameworks.Language;
import org.cairn.reports.pdf.Depth;
import org.kordamp.ikonli.feather.Feather;

/// Makes, lists and verifies packs.
public final class PacksView {
    private static final double TABLE_HEIGHT = 240;

    private final PacksViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(PacksView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final BorderPane root = new BorderPane();

    public PacksView(PacksViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        root.setId("packs");
        root.getStyleClass().add("page");
        root.setTop(Parts.pageHead(texts.text("title"), texts.text("what")));
        HBox both = new HBox(24, make(), verify());
        both.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        VBox body = new VBox(both, issued());
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("packs-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        root.setCenter(scroll);
        root.sceneProperty().subscribe(_ -> model.begin());
    }

    public Parent root() {
        return root;
    }

    private VBox panel(String title, String what, Node... content) {
        VBox box = new VBox(12, new VBox(0, Parts.label(title, "section-title"), Parts.paragraph(what, "hint")));
        box.getChildren().addAll(content);
        box.getStyleClass().add("panel");
        box.setPrefWidth(400);
        return box;
    }

    private Node make() {
        ComboBox<Framework> framework = new ComboBox<>();
        framework.setId("pack-framework");
        framework.setAccessibleText(texts.text("framework"));
        framework.setConverter(new FrameworkTitle(model.titles()));
        framework.setMaxWidth(Double.MAX_VALUE);
        framework.setOnAction(_ ->
                model.framework().set(Optional.ofNullable(framework.getValue()).map(Framework::id)));
        model.frameworks().subscribe(adopted -> offer(framework, adopted));
        ComboBox<Language> language = new ComboBox<>();
        language.setId("pack-language");
        language.setAccessibleText(texts.text("language"));
        language.setConverter(new LanguageName());
        language.getItems().setAll(Language.values());
        language.valueProperty().bindBidirectional(model.language());
        ComboBox<Depth> depth = new ComboBox<>();
        depth.setId("pack-depth");
        depth.setAccessibleText(texts.text("depth"));
        depth.setConverter(new DepthName(texts));
        depth.getItems().setAll(Depth.values());
        depth.valueProperty().bindBidirectional(model.depth());
        TextField file = new TextField();
        file.setId("pack-file");
        file.setAccessibleText(texts.text("file"));
        file.setPromptText(texts.text("file.prompt"));
        file.textProperty().bindBidirectional(model.file());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = Parts.button(
                "pack-choose",
                texts.text("file.choose"),
                () -> chooser.fileToSave(texts.text("file.title"), model.suggestedName())
                        .ifPresent(path -> model.file().set(path.toString())));
        Button make = Parts.mainButton("pack-make", texts.text("make"), model::make);
        model.making().subscribe(work -> make.setDisable(work.running()));
        Label shows = Parts.paragraph("", "medium");
        shows.setId("pack-shows");
        model.shows().subscribe(words -> {
            Parts.show(shows, words.isPresent());
            shows.setText(words.orElse(""));
        });
        return panel(
                texts.text("make.title"),
                texts.text("make.what"),
                named(texts.text("framework"), framework, framework),
                named(texts.text("language"), language, language),
                named(texts.text("depth"), depth, depth),
                named(texts.text("file"), file, Parts.row(file, choose)),
                shows,
                Parts.row(Guarded.node(make, model.notIssuable())),
                WorkStrip.node("pack", model.making().map(w -> w), Optional.empty(), kit),
                made());
    }

    /// What is chosen stays chosen where it is still offered.
    private static void offer(ComboBox<Framework> box, List<Framework> adopted) {
        Optional<Framework> chosen = Optional.ofNullable(box.getValue()).filter(adopted::contains);
        box.getItems().setAll(adopted);
        chosen.ifPresentOrElse(box.getSelectionModel()::select, box.getSelectionModel()::selectFirst);
    }

    private Node made() {
        VBox box = new VBox(6);
        model.made().subscribe(pack -> {
            Parts.show(box, pack.isPresent());
            box.getChildren().clear();
            pack.ifPresent(p -> show(box, p));
        });
        return box;
    }

    private void show(VBox box, IssuedPack pack) {
        Label said = Parts.paragraph(
                texts.text("made", String.valueOf(pack.file().getFileName()), pack.sizeBytes(), pack.checkpointSize()));
        said.setId("pack-made");
        said.getStyleClass().add("medium");
        box.getChildren()
                .addAll(
                        said,
                        Parts.paragraph(texts.text("made.fingerprint"), "hint"),
                        HashText.node("pack-fingerprint", pack.rootFingerprint().hex(), kit));
    }

    private Node verify() {
        Button choose = Parts.button(
                "pack-verify",
                texts.text("verify.choose"),
                () -> chooser.fileToOpen(texts.text("verify.file")).ifPresent(model::verify));
        choose.setGraphic(Parts.icon(Feather.SHIELD));
        VBox verdict = new VBox(8);
        model.checked().subscribe(checked -> {
            verdict.getChildren().clear();
            checked.ifPresent(c -> verdict.getChildren()
                    .addAll(
                            Parts.label(String.valueOf(c.file().getFileName()), "medium"),
                            VerdictText.node("pack-verdict", c.verification(), kit)));
        });
        return panel(
                texts.text("verify.title"),
                texts.text("verify.what"),
                Parts.row(choose),
                WorkStrip.node("verify", model.verifying().map(w -> w), Optional.empty(), kit),
                verdict);
    }

    private Node issued() {
        VBox empty = Parts.emptyState(Feather.PACKAGE, texts.text("issued.none.title"), texts.text("issued.none"));
        Columns<PacksViewModel.IssuedLine> columns = Columns.of("packs-table", texts.text("issued"), empty);
        TableView<PacksViewModel.IssuedLine> table = columns.text(
                        texts.text("column.issued"), 150, PacksViewModel.IssuedLine::issued)
                .text(texts.text("column.framework"), 260, PacksViewModel.IssuedLine::framework, "medium")
                .text(texts.text("column.kind"), 80, PacksViewModel.IssuedLine::kind)
                .number(texts.text("column.entries"), 80, PacksViewModel.IssuedLine::entries)
                .text(texts.text("column.sums"), 320, line -> HashText.shortened(line.sums()), "hash")
                .table();
        model.issued().subscribe(lines -> table.getItems().setAll(lines));
        table.setPrefHeight(TABLE_HEIGHT);
        table.getStyleClass().add("framed");
        return new VBox(8, Parts.label(texts.text("issued"), "section-title"), table);
    }

    private static VBox named(String name, Node field, Node shown) {
        Label label = Parts.label(name, "field-label");
        label.setLabelFor(field);
        return new VBox(4, label, shown);
    }
}
