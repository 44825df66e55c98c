package org.cairn.app.ui.audit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Columns;
import org.cairn.app.ui.kit.Guarded;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.ToldText;
import org.cairn.app.workspace.FollowUp;
import org.cairn.app.workspace.HistoryLine;
import org.kordamp.ikonli.feather.Feather;

/// Draws what auditors asked for, overdue first, and what can be done about each; and takes in what they send.
public final class AuditView {
    private static final double TABLE_HEIGHT = 230;
    private static final double ENTRY_WIDTH = 120;
    private static final int CANDIDATES_SHOWN = 6;

    private final AuditViewModel model;
    private final Guide guide;
    private final Texts texts = Texts.beside(AuditView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final TextField entry = new TextField();
    private final TextField note = new TextField();
    private final BorderPane root = new BorderPane();

    public AuditView(AuditViewModel model, Chooser chooser, Guide guide) {
        this.model = model;
        this.guide = guide;
        root.setId("audit");
        root.getStyleClass().add("page");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("audit-unreadable", model.unreadable(), kit)));
        VBox body = new VBox(new ReceivePane(model, chooser, texts).node(), asked());
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("audit-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        root.setCenter(scroll);
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private Node asked() {
        Label counts = Parts.paragraph("", "hint");
        counts.setId("audit-sum");
        model.counts().subscribe(words -> counts.setText(words));
        return new VBox(8, Parts.label(texts.text("asked.title"), "section-title"), counts, table(), chosen());
    }

    private TableView<FollowUp> table() {
        return Columns.<FollowUp>of(
                        "audit-table",
                        texts.text("asked.title"),
                        Parts.emptyState(Feather.INBOX, texts.text("none.title"), texts.text("none")))
                .text(texts.text("column.item"), 110, line -> AuditViewModel.item(line.item()), "medium")
                .text(texts.text("column.mark"), 120, model::mark)
                .text(texts.text("column.due"), 100, model::due)
                .text(texts.text("column.state"), 200, model::state)
                .text(
                        texts.text("column.auditor"),
                        140,
                        line -> line.auditorName().orElse(""))
                .text(
                        texts.text("column.remark"),
                        280,
                        line -> model.remark(line).replace('\n', ' '))
                .choosing(model.lines(), model.selected(), TABLE_HEIGHT);
    }

    private Node chosen() {
        Label head = Parts.label("", "section-title");
        head.setId("audit-chosen");
        Label remark = Parts.paragraph("");
        remark.setId("audit-remark");
        Label answered = Parts.paragraph("", "medium");
        answered.setId("audit-answered");
        Button open = Panels.link(
                "audit-open",
                texts.text("open"),
                () -> model.selected().get().map(AuditViewModel::leads).ifPresent(guide::go));
        Node form = Guarded.node(answer(), model.readOnly());
        VBox box = new VBox(
                8,
                Parts.row(head, open),
                remark,
                answered,
                form,
                ToldText.node(
                        "audit-answer",
                        model.answering().told(),
                        model.answering().problem(),
                        kit));
        box.getStyleClass().add("panel");
        model.selected().subscribe(line -> {
            Parts.show(box, line.isPresent());
            line.ifPresent(chosen -> {
                head.setText(AuditViewModel.item(chosen.item()) + " · " + model.mark(chosen));
                remark.setText(model.remark(chosen));
                answered.setText(said(chosen));
                Parts.show(form, chosen.state() instanceof FollowUp.Open);
            });
        });
        return box;
    }

    private String said(FollowUp line) {
        String note = line.state() instanceof FollowUp.Answered answered
                ? answered.note().map(words -> " · " + words).orElse("")
                : "";
        return model.state(line) + note;
    }

    /// By which entry the remark is answered: what was recorded about it since the pack is offered.
    private VBox answer() {
        entry.setId("audit-entry");
        entry.setAccessibleText(texts.text("answer.entry"));
        entry.setMaxWidth(ENTRY_WIDTH);
        note.setId("audit-note");
        note.setAccessibleText(texts.text("answer.note"));
        VBox offered = new VBox();
        model.since()
                .subscribe(read -> Panels.fill(
                        offered,
                        read.orElse(List.of()).stream().limit(CANDIDATES_SHOWN).toList(),
                        texts.text("answer.since.none"),
                        this::candidate));
        Button record = Parts.mainButton(
                "audit-answer", texts.text("answer"), () -> model.answer(entry.getText(), note.getText()));
        model.answering().busy().subscribe(record::setDisable);
        model.selected().subscribe((before, now) -> {
            if (!before.map(FollowUp::entry).equals(now.map(FollowUp::entry))) {
                entry.clear();
                note.clear();
            }
        });
        return new VBox(
                8,
                Parts.paragraph(texts.text("answer.since"), "hint"),
                offered,
                new HBox(
                        16,
                        OneOf.named(texts.text("answer.entry"), entry, entry),
                        Panels.grow(OneOf.named(texts.text("answer.note"), note, note))),
                new HBox(record));
    }

    private Node candidate(HistoryLine line) {
        Button take = Panels.link(
                "audit-take-" + line.entry(),
                texts.text("answer.take", line.entry()),
                () -> entry.setText(Long.toString(line.entry())));
        return Parts.row(take, Panels.grow(Parts.paragraph(model.words(line))));
    }
}
