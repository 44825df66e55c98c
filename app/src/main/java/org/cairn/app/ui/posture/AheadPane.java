package org.cairn.app.ui.posture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.calendar.CalendarViewModel;
import org.cairn.app.ui.calendar.CalendarViewModel.Line;
import org.cairn.app.ui.calendar.CalendarViewModel.Shown;
import org.cairn.app.ui.calendar.Span;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Marks;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;

/// What ends within ninety days, and what the law brings next; the whole of it stands in the calendar.
final class AheadPane {
    private static final List<Span> NEAR = List.of(Span.OVERDUE, Span.DAYS_30, Span.DAYS_60, Span.DAYS_90);
    private static final int NEXT_OF_LAW = 5;

    private final CalendarViewModel model;
    private final PostureViewModel guide;
    private final Texts texts = Texts.beside(AheadPane.class);
    private final Marks marks = new Marks(Texts.beside(Texts.class));

    AheadPane(CalendarViewModel model, PostureViewModel guide) {
        this.model = model;
        this.guide = guide;
    }

    Node node() {
        HBox figures = new HBox(24);
        VBox law = new VBox();
        model.shown().subscribe(read -> show(figures, law, read));
        return Panels.section(
                texts.text("ahead"),
                texts.text("ahead.what"),
                figures,
                Parts.label(texts.text("ahead.law"), "overline"),
                law);
    }

    private void show(HBox figures, VBox law, Optional<Shown> read) {
        figures.getChildren().clear();
        if (read.isEmpty()) {
            figures.getChildren().add(Parts.label(texts.text("ahead.reading"), "muted"));
            return;
        }
        for (Span span : NEAR) {
            figures.getChildren().add(figure(span, read.get().lines(span)));
        }
        List<Line> next = Stream.of(Span.values())
                .flatMap(span -> read.get().lines(span).stream())
                .filter(AheadPane::ofLaw)
                .limit(NEXT_OF_LAW)
                .toList();
        Panels.fill(law, next, texts.text("ahead.law.none"), this::day);
    }

    private static boolean ofLaw(Line line) {
        return switch (line.entry().kind()) {
            case COMES_INTO_FORCE, ENDS, SUPERSEDED -> true;
            case DEADLINE,
                    RECURRING_DUTY,
                    KEEP_UNTIL,
                    LASTS_UNTIL,
                    EVIDENCE_EXPIRES,
                    RISK_ACCEPTANCE_ENDS,
                    ANSWER_DUE,
                    FOLLOW_UP_DUE -> false;
        };
    }

    /// Days on which somebody has to have done something; law that only begins is listed below.
    private Node figure(Span span, List<Line> lines) {
        long due = lines.stream().filter(line -> line.entry().due()).count();
        String key = Texts.keyOf(span);
        Button open = Panels.link("ahead-" + key, Long.toString(due), this::openCalendar);
        open.getStyleClass().add("figure");
        open.setAccessibleText(texts.text("ahead." + key) + ": " + due);
        Label word = Parts.label(texts.text("ahead." + key), "muted");
        HBox said = span == Span.OVERDUE && due > 0
                ? new HBox(6, marks.sign(Mark.NOT_MET, word.getText()), word)
                : new HBox(word);
        VBox figure = new VBox(open, said);
        Tooltip.install(
                figure,
                new Tooltip(String.join(
                        "\n",
                        lines.stream()
                                .limit(12)
                                .map(line -> line.when() + "  " + line.what())
                                .toList())));
        return figure;
    }

    private Node day(Line line) {
        Label when = Parts.label(line.when(), "number-text");
        when.setMinWidth(96);
        Button what = Panels.link(
                "ahead-law-" + line.entry().about().replaceAll("[^A-Za-z0-9]+", "-"), line.what(), this::openCalendar);
        what.setTooltip(new Tooltip(line.where()));
        return Parts.row(when, Panels.grow(what));
    }

    private void openCalendar() {
        guide.go(new Place.CalendarPage());
    }
}
