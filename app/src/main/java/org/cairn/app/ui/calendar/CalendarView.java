package org.cairn.app.ui.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.calendar.CalendarViewModel.Endless;
import org.cairn.app.ui.calendar.CalendarViewModel.Line;
import org.cairn.app.ui.calendar.CalendarViewModel.Shown;
import org.cairn.app.ui.calendar.CalendarViewModel.Untimed;
import org.cairn.app.ui.kit.LineCell;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.ProblemText;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.DeadlineLine;
import org.kordamp.ikonli.feather.Feather;

/// Draws the calendar: five figures, then the days below each other, the overdue ones first. Of the days only those on
/// the screen are built.
public final class CalendarView {
    private static final double WHEN_WIDTH = 150;
    private static final double KIND_WIDTH = 190;

    private final Texts texts = Texts.beside(CalendarView.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Marks marks = new Marks(kit);
    private final BorderPane root = new BorderPane();
    private final VBox head = new VBox();
    private final ListView<Row> days = new ListView<>();
    private final ClockViewModel clock;

    /// A line of the list.
    private sealed interface Row {
        record Title(String words, String what) implements Row {}

        record Day(Span span, Line line) implements Row {}

        record Clock(Endless clock) implements Row {}

        record Duty(Untimed duty) implements Row {}
    }

    public CalendarView(CalendarViewModel model) {
        this.clock = model.clock();
        ClockPane pane = new ClockPane(clock, model.moments(), model.titles());
        root.setId("calendar");
        root.getStyleClass().add("page");
        head.getStyleClass().add("calendar-head");
        root.setTop(new VBox(
                Parts.pageHead(texts.text("title"), texts.text("what")),
                ProblemText.node("calendar-problem", model.problem(), kit),
                pane.told(),
                head));
        days.setId("calendar-days");
        days.setAccessibleText(texts.text("title"));
        days.setCellFactory(_ -> new LineCell<>(this::line));
        days.getStyleClass().add("calendar-days");
        root.setCenter(days);
        root.setRight(pane.node());
        model.shown().subscribe(this::show);
        root.sceneProperty().subscribe(scene -> model.show(scene != null));
    }

    public Parent root() {
        return root;
    }

    private void show(Optional<Shown> read) {
        head.getChildren().clear();
        if (read.isEmpty()) {
            days.setPlaceholder(Parts.label(texts.text("reading"), "muted"));
            days.getItems().clear();
            return;
        }
        Shown shown = read.get();
        head.getChildren().addAll(figures(shown), notes(shown));
        days.setPlaceholder(Parts.emptyState(Feather.CALENDAR, texts.text("empty.title"), texts.text("empty")));
        days.getItems().setAll(rows(shown));
    }

    private List<Row> rows(Shown shown) {
        List<Row> rows = new ArrayList<>();
        for (Span span : Span.values()) {
            List<Line> lines = shown.lines(span);
            if (!lines.isEmpty()) {
                rows.add(new Row.Title(word(span), ""));
                lines.forEach(line -> rows.add(new Row.Day(span, line)));
            }
        }
        if (!shown.endless().isEmpty()) {
            rows.add(new Row.Title(texts.text("endless"), texts.text("endless.what")));
            shown.endless().forEach(each -> rows.add(new Row.Clock(each)));
        }
        if (!shown.untimed().isEmpty()) {
            rows.add(new Row.Title(texts.text("untimed"), texts.text("untimed.what")));
            shown.untimed().forEach(duty -> rows.add(new Row.Duty(duty)));
        }
        return rows;
    }

    private Node line(Row row) {
        return switch (row) {
            case Row.Title(String words, String what) -> title(words, what);
            case Row.Day(Span span, Line line) ->
                columns(
                        Parts.label(line.when(), "number-text"),
                        kind(span, line),
                        about(
                                line.clock(),
                                what(
                                        line.what(),
                                        line.where(),
                                        CalendarViewModel.unscoped(line.entry().bearing()))));
            case Row.Clock(Endless endless) ->
                columns(
                        Parts.label(
                                texts.text("state."
                                        + Texts.keyOf(endless.clock().standing().state())),
                                "muted"),
                        Parts.paragraph(endless.limits(), "muted"),
                        about(Optional.of(endless.clock()), what(endless.what(), "", false)));
            case Row.Duty(Untimed duty) ->
                columns(
                        Parts.label(duty.duty().rule().id().value(), "muted"),
                        Parts.paragraph(duty.limits(), "muted"),
                        what(
                                duty.what(),
                                duty.duty().rule().citation(),
                                CalendarViewModel.unscoped(duty.duty().bearing())));
        };
    }

    /// A clock is opened by what it is about.
    private VBox about(Optional<DeadlineLine> running, VBox what) {
        running.ifPresent(each -> what.getChildren()
                .add(
                        1,
                        Panels.link(
                                "clock-" + ClockViewModel.id(each),
                                each.matter().orElseGet(() -> texts.text("clock.erased")),
                                () -> clock.open(each))));
        return what;
    }

    private static Node title(String words, String what) {
        VBox title = new VBox(4, Parts.label(words, "section-title"));
        if (!what.isEmpty()) {
            title.getChildren().add(Parts.paragraph(what, "muted"));
        }
        title.getStyleClass().add("calendar-title");
        return title;
    }

    private static Node columns(Region when, Region kind, Region what) {
        HBox row = new HBox(16, when, kind, what);
        fix(when, WHEN_WIDTH);
        fix(kind, KIND_WIDTH);
        HBox.setHgrow(what, Priority.ALWAYS);
        return row;
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    private Node figures(Shown shown) {
        HBox figures = new HBox(32);
        for (Span span : Span.values()) {
            int count = shown.lines(span).size();
            Label number = Parts.label(Integer.toString(count), "figure");
            number.setId("calendar-" + Texts.keyOf(span));
            Label word = Parts.label(word(span), "muted");
            word.setMinWidth(Label.USE_PREF_SIZE);
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

    private Region kind(Span span, Line line) {
        String word = texts.text("kind." + Texts.keyOf(line.entry().kind()));
        Label label = Parts.paragraph(word, "muted");
        return span == Span.OVERDUE ? new HBox(6, marks.sign(Mark.NOT_MET, word(span)), label) : label;
    }

    private VBox what(String words, String where, boolean unscoped) {
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
}
