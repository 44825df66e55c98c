package org.cairn.app.ui.pack;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.HashText;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.ui.kit.VerdictText;
import org.cairn.app.workspace.PackParts.Part;
import org.kordamp.ikonli.feather.Feather;

/// Packs that left the workspace: how each stands on this machine, and what can be taken out of it.
final class IssuedPane {
    private static final double TABLE_HEIGHT = 240;

    private final IssuedViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    IssuedPane(IssuedViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.chooser = chooser;
        this.texts = texts;
    }

    VBox node() {
        return new VBox(8, Parts.label(texts.text("issued"), "section-title"), table(), chosen());
    }

    private TableView<IssuedViewModel.Line> table() {
        VBox empty = Parts.emptyState(Feather.PACKAGE, texts.text("issued.none.title"), texts.text("issued.none"));
        TableView<IssuedViewModel.Line> table = Columns.<IssuedViewModel.Line>of(
                        "packs-table", texts.text("issued"), empty)
                .text(texts.text("column.issued"), 150, IssuedViewModel.Line::issued)
                .text(texts.text("column.framework"), 230, IssuedViewModel.Line::framework, "medium")
                .text(texts.text("column.kind"), 150, IssuedViewModel.Line::kind)
                .number(texts.text("column.entries"), 76, IssuedViewModel.Line::entries)
                .text(texts.text("column.stands"), 210, IssuedViewModel.Line::stands)
                .text(
                        texts.text("column.sums"),
                        160,
                        line -> HashText.shortened(line.sums().hex()),
                        "hash")
                .table();
        table.setItems(model.lines());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.selected().set(Optional.of(line));
            }
        });
        model.selected()
                .subscribe(line ->
                        line.ifPresent(chosen -> table.getSelectionModel().select(chosen)));
        table.setPrefHeight(TABLE_HEIGHT);
        table.getStyleClass().add("framed");
        return table;
    }

    private Node chosen() {
        VBox where = new VBox();
        Button verify =
                Parts.button("issued-verify", texts.text("issued.verify"), () -> model.verify(Optional.empty()));
        Button find = Parts.button(
                "issued-find",
                texts.text("issued.find"),
                () -> chooser.fileToOpen(texts.text("issued.find")).ifPresent(file -> model.verify(Optional.of(file))));
        Button report = part("issued-report", Part.REPORT);
        Button statement = part("issued-statement", Part.STATEMENT);
        Button workbook = part("issued-workbook", Part.WORKBOOK);
        VBox verdict = new VBox();
        model.verified().subscribe(found -> {
            verdict.getChildren().clear();
            found.ifPresent(result -> verdict.getChildren().add(VerdictText.node("issued-verdict", result, kit)));
        });
        model.doing()
                .busy()
                .subscribe(busy ->
                        List.of(verify, find, report, statement, workbook).forEach(each -> each.setDisable(busy)));
        VBox box = new VBox(
                8,
                where,
                new FlowPane(8, 8, verify, find, report, statement, workbook),
                ToldText.node("issued", model.doing().told(), model.doing().problem(), kit),
                verdict);
        box.getStyleClass().add("panel");
        model.selected().subscribe(line -> {
            Parts.show(box, line.isPresent());
            where.getChildren().clear();
            boolean known = line.flatMap(IssuedViewModel.Line::file).isPresent();
            line.flatMap(IssuedViewModel.Line::file)
                    .ifPresent(file -> where.getChildren()
                            .add(Parts.row(
                                    Parts.paragraph(file.toString(), "mono"),
                                    HashText.copyButton("issued-file-copy", file.toString(), kit))));
            line.ifPresent(each -> where.getChildren()
                    .add(HashText.node("issued-sums", each.sums().hex(), kit)));
            List.of(verify, report, workbook).forEach(each -> Parts.show(each, known));
            Parts.show(
                    statement,
                    known && line.filter(IssuedViewModel.Line::statement).isPresent());
        });
        return box;
    }

    private Button part(String id, Part part) {
        return Parts.button(
                id,
                texts.text("issued.take." + Texts.keyOf(part)),
                () -> chooser.fileToSave(texts.text("issued.take." + Texts.keyOf(part)), part.file())
                        .ifPresent(file -> model.takeOut(part, file)));
    }
}
