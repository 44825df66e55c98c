package org.cairn.app.ui.posture;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.posture.ChangesViewModel.Change;
import org.cairn.app.ui.posture.ChangesViewModel.Changes;

/// What changed since a day: a virtual list, since after an import it may be thousands.
final class ChangesPane {
    private static final double HEIGHT = 170;
    private static final double LETTER = 9;
    private static final double WIDEST_LINK = 150;

    private final ChangesViewModel model;
    private final PostureViewModel guide;
    private final Texts texts = Texts.beside(ChangesPane.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);

    ChangesPane(ChangesViewModel model, PostureViewModel guide) {
        this.model = model;
        this.guide = guide;
    }

    Node node() {
        Label sum = Parts.paragraph("");
        sum.setId("changes-sum");
        ListView<Change> lines = new ListView<>();
        lines.setId("changes");
        lines.setAccessibleText(texts.text("changes"));
        lines.setPrefHeight(HEIGHT);
        lines.setCellFactory(_ -> new LineCell<>(this::line));
        lines.setPlaceholder(Parts.label(texts.text("changes.none"), "muted"));
        lines.getStyleClass().add("dense-lines");
        model.changes().subscribe(read -> {
            sum.setText(read.map(this::sum).orElseGet(() -> texts.text("changes.reading")));
            lines.getItems().setAll(read.map(Changes::lines).orElse(List.of()));
        });
        Label label = Parts.label(texts.text("changes.since"));
        DatePicker since = since();
        label.setLabelFor(since);
        return Panels.section(
                texts.text("changes"),
                texts.text("changes.what"),
                Parts.row(label, since),
                sum,
                ProblemText.node("changes-problem", model.problem(), kit),
                lines);
    }

    private String sum(Changes read) {
        String counted = texts.text(
                "changes.sum", read.controls(), read.requirements(), new DayConverter(kit).toString(read.since()));
        return read.adopted().isEmpty()
                ? counted
                : counted + " " + texts.text("changes.adopted", String.join(", ", read.adopted()));
    }

    private DatePicker since() {
        DatePicker picker = new DatePicker(model.since().get());
        picker.setId("changes-since");
        picker.setAccessibleText(texts.text("changes.since"));
        picker.setEditable(false);
        picker.setPrefWidth(150);
        picker.setConverter(new DayConverter(kit));
        picker.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || !day.isBefore(model.today()));
            }
        });
        picker.setOnAction(_ -> Optional.ofNullable(picker.getValue()).ifPresent(model.since()::set));
        return picker;
    }

    private Node line(Change change) {
        Mark after = change.after();
        Label was = change.before().map(marks::sign).orElseGet(() -> Parts.label("+"));
        String before = change.before().map(marks::word).orElseGet(() -> texts.text("changes.new"));
        Button open = Panels.link("change-" + change.subject(), change.subject(), () -> guide.go(change.leads()));
        open.setAccessibleText(texts.text("changes.line", change.subject(), change.title(), before, marks.word(after)));
        // a short number stays whole, a long one gives way rather than lie below the scroll bar
        open.setMinWidth(Math.min(WIDEST_LINK, LETTER * change.subject().length()));
        Parts.tellWhole(open);
        Label title = Panels.grow(Parts.label(change.title(), "muted"));
        title.setTooltip(new Tooltip(change.title()));
        Label now = marks.label(after);
        Label arrow = Parts.label("→", "muted");
        arrow.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = Parts.row(was, arrow, now, open, title);
        now.setMinWidth(128);
        return row;
    }
}
