package org.cairn.app.ui.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.PackRenewal.Standing;
import org.cairn.reports.sign.HashAlgorithm;
import org.kordamp.ikonli.feather.Feather;

/// Packs that are kept, until when each can be proven, and one button that renews them all.
final class RenewalPane {
    private static final double TABLE_HEIGHT = 300;

    private final RenewalViewModel model;
    private final Chooser chooser;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);

    RenewalPane(RenewalViewModel model, Chooser chooser, Texts texts) {
        this.model = model;
        this.chooser = chooser;
        this.texts = texts;
    }

    VBox node() {
        List<Optional<HashAlgorithm>> algorithms = Stream.concat(
                        Stream.of(Optional.<HashAlgorithm>empty()),
                        Arrays.stream(HashAlgorithm.values()).map(Optional::of))
                .toList();
        ComboBox<Optional<HashAlgorithm>> algorithm = OneOf.box(
                "renewal-hash",
                texts.text("renewal.hash"),
                algorithms,
                each -> each.map(HashAlgorithm::word).orElseGet(() -> texts.text("renewal.hash.strongest")));
        algorithm.getSelectionModel().selectFirst();
        Button renew =
                Parts.mainButton("renewal-renew", texts.text("renewal.renew"), () -> model.renew(algorithm.getValue()));
        model.renewing().busy().subscribe(busy -> {
            renew.setDisable(busy);
            renew.setText(texts.text(busy ? "renewal.renewing" : "renewal.renew"));
        });
        VBox doing = new VBox(8, OneOf.named(texts.text("renewal.hash"), algorithm, Parts.row(algorithm, renew)));
        return new VBox(new VBox(
                8,
                Parts.label(texts.text("renewal.title"), "section-title"),
                Parts.paragraph(texts.text("renewal.what"), "hint"),
                ProblemText.node("renewal-unreadable", model.unreadable(), kit),
                table(),
                Parts.row(Parts.button(
                        "renewal-add",
                        texts.text("renewal.add"),
                        () -> model.add(chooser.filesToOpen(texts.text("renewal.add"))))),
                Guarded.node(doing, model.readOnly()),
                ToldText.node(
                        "renewal", model.renewing().told(), model.renewing().problem(), kit)));
    }

    private TableView<Standing> table() {
        TableView<Standing> table = Columns.<Standing>of(
                        "renewal-table",
                        texts.text("renewal.title"),
                        Parts.emptyState(Feather.CLOCK, texts.text("renewal.none.title"), texts.text("renewal.none")))
                .text(
                        texts.text("renewal.pack"),
                        250,
                        line -> String.valueOf(line.pack().getFileName()),
                        "medium")
                .text(texts.text("renewal.until"), 150, model::until)
                .text(texts.text("renewal.stands"), 300, model::stands)
                .text(
                        texts.text("renewal.where"),
                        250,
                        line -> String.valueOf(line.pack().getParent()))
                .table();
        table.setItems(model.lines());
        table.setPrefHeight(TABLE_HEIGHT);
        table.getStyleClass().add("framed");
        return table;
    }
}
