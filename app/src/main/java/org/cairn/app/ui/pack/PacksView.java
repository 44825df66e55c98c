package org.cairn.app.ui.pack;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.VerdictText;
import org.cairn.app.ui.kit.WorkStrip;
import org.cairn.app.ui.workbook.WorkbookPane;
import org.cairn.app.ui.workbook.WorkbookViewModel;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.checklist.Framework;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.PackKind;
import org.cairn.reports.pdf.Depth;
import org.kordamp.ikonli.feather.Feather;

/// Makes, lists and verifies packs.
public final class PacksView {
    private static final List<PackKind> KINDS = List.of(PackKind.FULL, PackKind.STATEMENT_OF_APPLICABILITY);

    private final PacksViewModel model;
    private final Chooser chooser;
    private final Texts texts = Texts.beside(PacksView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final BorderPane root = new BorderPane();

    public PacksView(
            PacksViewModel model,
            SamplesViewModel samples,
            RenewalViewModel renewal,
            WorkbookViewModel workbook,
            Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
        root.setId("packs");
        root.getStyleClass().add("page");
        root.setTop(Parts.pageHead(texts.text("title"), texts.text("what")));
        HBox both = new HBox(24, make(), verify());
        both.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        VBox body = new VBox(both, new IssuedPane(model.issued(), chooser, texts).node());
        TabPane tabs = new TabPane();
        tabs.setId("packs-tabs");
        tabs.setAccessibleText(texts.text("title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("make", body),
                        tab("samples", new SamplesPane(samples, chooser, texts).node()),
                        tab("renewal", new RenewalPane(renewal, chooser, texts).node()),
                        tab("workbook", new WorkbookPane(workbook, chooser).node()));
        root.setCenter(tabs);
        root.sceneProperty().subscribe(scene -> {
            model.begin();
            model.issued().show(scene != null);
            renewal.show(scene != null);
        });
    }

    public Parent root() {
        return root;
    }

    private Tab tab(String key, VBox content) {
        content.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId("packs-scroll-" + key);
        scroll.setAccessibleText(texts.text("tab." + key));
        scroll.setFitToWidth(true);
        Tab tab = new Tab(texts.text("tab." + key), scroll);
        tab.setId("packs-tab-" + key);
        return tab;
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
        ComboBox<PackKind> kind =
                OneOf.box("pack-kind", texts.text("kind"), KINDS, each -> texts.text("kind." + each.code()));
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.valueProperty().bindBidirectional(model.kind());
        ComboBox<Language> language =
                OneOf.box("pack-language", texts.text("language"), List.of(Language.values()), Language::ownName);
        language.valueProperty().bindBidirectional(model.language());
        ComboBox<Depth> depth = OneOf.box(
                "pack-depth", texts.text("depth"), List.of(Depth.values()), each -> texts.text("depth." + each.code()));
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
                OneOf.named(texts.text("kind"), kind, kind),
                OneOf.named(texts.text("framework"), framework, framework),
                new HBox(
                        16,
                        OneOf.named(texts.text("depth"), depth, depth),
                        OneOf.named(texts.text("language"), language, language)),
                new WithheldList(model, texts).node(),
                OneOf.named(texts.text("file"), file, Parts.row(file, choose)),
                shows,
                Parts.row(Guarded.node(make, model.notIssuable())),
                WorkStrip.node("pack", model.making().map(w -> w), Optional.of(model::cancel), kit),
                cancelled(),
                made());
    }

    /// What is chosen stays chosen where it is still offered.
    private static void offer(ComboBox<Framework> box, List<Framework> adopted) {
        Optional<Framework> chosen = Optional.ofNullable(box.getValue()).filter(adopted::contains);
        box.getItems().setAll(adopted);
        chosen.ifPresentOrElse(box.getSelectionModel()::select, box.getSelectionModel()::selectFirst);
    }

    private Label cancelled() {
        Label words = Parts.paragraph("", "medium");
        words.setId("pack-cancelled");
        model.told().subscribe(told -> {
            Parts.show(words, told.isPresent());
            words.setText(told.orElse(""));
        });
        return words;
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
}
