package org.cairn.app.ui.calendar;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.calendar.CalendarViewModel.Line;
import org.cairn.app.ui.calendar.CalendarViewModel.Shown;
import org.cairn.app.ui.calendar.CalendarViewModel.Untimed;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// Draws the calendar: five figures, then the days below each other, the overdue ones first.
public final class CalendarView {
    private static final double WHEN_WIDTH = 150;
    private static final double KIND_WIDTH = 190;

    private final Texts texts = Texts.beside(CalendarView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final BorderPane root = new BorderPane();
    private final VBox body = new VBox();

    public CalendarView(CalendarViewModel model) {
        root.setId("calendar");
        root.getStyleClass().add("page");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("calendar-problem", model.problem(), kit)));
        body.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("calendar-scroll");
        scroll.setAccessibleText(texts.text("title"));
        scroll.setFitToWidth(true);
        root.setCenter(scroll);
        model.shown().subscribe(this::show);
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private void show(Optional<Shown> read) {
        body.getChildren().clear();
        if (read.isEmpty()) {
            body.getChildren().add(Parts.label(texts.text("reading"), "muted"));
            return;
        }
        Shown shown = read.get();
        body.getChildren().add(figures(shown));
        body.getChildren().add(notes(shown));
        if (shown.spans().isEmpty()) {
            body.getChildren().add(Parts.emptyState(Feather.CALENDAR, texts.text("empty.title"), texts.text("empty")));
        }
        for (Span span : Span.values()) {
            if (!shown.lines(span).isEmpty()) {
                body.getChildren().add(days(span, shown.lines(span)));
            }
        }
        if (!shown.untimed().isEmpty()) {
            body.getChildren().add(untimed(shown.untimed()));
        }
    }

    private Node figures(Shown shown) {
        HBox figures = new HBox(32);
        for (Span span : Span.values()) {
            int count = shown.lines(span).size();
            Label number = Parts.label(Integer.toString(count), "figure");
            number.setId("calendar-" + Texts.keyOf(span));
            Label word = Parts.label(word(span), "muted");
            HBox label = span == Span.OVERDUE && count > 0
                    ? new HBox(6, marks.sign(Mark.NOT_MET, word(span)), word)
                    : new HBox(word);
            figures.getChildren().add(new VBox(number, label));
        }
        return figures;
    }

    private Node notes(Shown shown) {
        VBox notes = new VBox(4);
        if (shown.unscoped() > 0) {
            notes.getChildren().add(new HBox(6, marks.sign(Mark.UNSCOPED), note("unscoped", shown.unscoped())));
        }
        if (shown.leftOut() > 0) {
            notes.getChildren().add(new HBox(6, marks.sign(Mark.OUT_OF_SCOPE), note("left-out", shown.leftOut())));
        }
        Parts.show(notes, !notes.getChildren().isEmpty());
        return notes;
    }

    private Label note(String key, long count) {
        Label note = Parts.paragraph(texts.text(key, count), "muted");
        note.setId("calendar-" + key);
        return note;
    }

    private String word(Span span) {
        return texts.text("span." + Texts.keyOf(span));
    }

    private Node days(Span span, List<Line> lines) {
        GridPane grid = grid();
        int row = 0;
        for (Line line : lines) {
            Label when = Parts.label(line.when(), "number-text");
            grid.add(when, 0, row);
            grid.add(kind(span, line), 1, row);
            grid.add(
                    what(
                            line.what(),
                            line.where(),
                            CalendarViewModel.unscoped(line.entry().bearing())),
                    2,
                    row++);
        }
        return new VBox(8, Parts.label(word(span), "section-title"), grid);
    }

    private Node kind(Span span, Line line) {
        String word = texts.text("kind." + Texts.keyOf(line.entry().kind()));
        Label label = Parts.paragraph(word, "muted");
        return span == Span.OVERDUE ? new HBox(6, marks.sign(Mark.NOT_MET, word(span)), label) : label;
    }

    private Node what(String words, String where, boolean unscoped) {
        VBox box = new VBox(Parts.paragraph(words));
        if (unscoped) {
            Label waits = marks.label(Mark.UNSCOPED);
            waits.getStyleClass().add("small");
            box.getChildren().add(waits);
        }
        if (!where.isEmpty()) {
            box.getChildren().add(Parts.paragraph(where, "hint"));
        }
        return box;
    }

    private Node untimed(List<Untimed> duties) {
        GridPane grid = grid();
        int row = 0;
        for (Untimed duty : duties) {
            grid.add(Parts.label(duty.duty().rule().id().value(), "muted"), 0, row);
            grid.add(Parts.paragraph(duty.limits(), "muted"), 1, row);
            grid.add(
                    what(
                            duty.what(),
                            duty.duty().rule().citation(),
                            CalendarViewModel.unscoped(duty.duty().bearing())),
                    2,
                    row++);
        }
        return new VBox(
                8,
                Parts.label(texts.text("untimed"), "section-title"),
                Parts.paragraph(texts.text("untimed.what"), "muted"),
                grid);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("calendar-grid");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .addAll(
                        new ColumnConstraints(WHEN_WIDTH, WHEN_WIDTH, WHEN_WIDTH),
                        new ColumnConstraints(KIND_WIDTH, KIND_WIDTH, KIND_WIDTH),
                        what);
        return grid;
    }
}
