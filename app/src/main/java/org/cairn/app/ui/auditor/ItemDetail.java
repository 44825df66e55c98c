package org.cairn.app.ui.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.PackLook;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.preview.PreviewView;

/// What the pack holds about the chosen item: answers in their words, and the files behind it.
final class ItemDetail {
    private static final int FILES_SHOWN = 40;

    private final AuditorViewModel model;
    private final AuditorViewModel.Marking all;
    private final Texts texts;
    private final Texts kit = Texts.beside(Texts.class);
    private final VBox said = new VBox(8);
    private final VBox files = new VBox(2);

    ItemDetail(AuditorViewModel model, AuditorViewModel.Marking all, Texts texts) {
        this.model = model;
        this.all = all;
        this.texts = texts;
    }

    Node node() {
        Label head = Parts.paragraph("", "section-title");
        head.setId("auditor-item");
        Label state = Parts.paragraph("", "hint");
        state.setId("auditor-item-state");
        VBox box = new VBox(8, head, state, said, files, new PreviewView(all.behind()).node());
        box.getStyleClass().add("auditor-detail");
        all.items().chosen().subscribe(rows -> {
            Optional<MarkRow> one = rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
            head.setText(one.map(row -> row.id() + " · " + row.title())
                    .orElseGet(() -> texts.text(rows.isEmpty() ? "items.choose" : "items.many", rows.size())));
            state.setText(one.map(MarkRow::state).orElse(""));
            fill(one);
        });
        return box;
    }

    private void fill(Optional<MarkRow> row) {
        List<PackLook.Answered> answers =
                row.map(each -> all.intact().look().answers(each.item())).orElse(List.of());
        said.getChildren().setAll(answers.reversed().stream().map(this::answer).toList());
        List<PackLook.Held> held =
                row.map(each -> all.intact().look().files(each.item())).orElse(List.of());
        List<Node> lines = new ArrayList<>();
        for (PackLook.Held each : held.stream().limit(FILES_SHOWN).toList()) {
            lines.add(Panels.link(
                    "auditor-file-" + lines.size(),
                    each.title() + " · " + each.name(),
                    () -> all.behind()
                            .show(Optional.of(new PreviewedHeld(all.intact().look(), each)))));
        }
        if (held.size() > FILES_SHOWN) {
            lines.add(Parts.paragraph(texts.text("files.more", held.size() - FILES_SHOWN), "hint"));
        }
        if (row.isPresent()) {
            lines.addFirst(Parts.label(texts.text(held.isEmpty() ? "files.none" : "files"), "field-label"));
        }
        files.getChildren().setAll(lines);
        all.behind().show(Optional.empty());
    }

    private Node answer(PackLook.Answered answer) {
        Label head = Parts.paragraph(
                texts.text(
                        "answer",
                        Mark.ofAnswer(answer.status()).word(kit),
                        model.moments().minute(answer.recordedAt()),
                        answer.entry()),
                "medium");
        VBox box = new VBox(2, head);
        answer.note().ifPresent(note -> box.getChildren().add(note(note)));
        box.getStyleClass().add("list-line");
        return box;
    }

    /// A note is a few lines; it lies in the pack that was just read.
    private Node note(PackLook.Held held) {
        try {
            return Parts.paragraph(all.intact().look().words(held).orElseGet(() -> texts.text("answer.long")));
        } catch (AuditException e) {
            return Parts.paragraph(String.valueOf(e.getMessage()), "hint");
        }
    }
}
