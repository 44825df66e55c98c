package org.cairn.app.ui.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.Coverage;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;

/// How much happened when, and the span that is asked about: drawn over with the mouse, or moved with the arrow keys
/// (with Shift its end), taken away with Escape. Gaps lie below as a hatched bar: there the record is silent.
final class TimeBrush {
    private static final double BARS = 34;
    private static final double HIGH = 46;
    private static final int PARTS = ReadLogs.PARTS;

    private final Pane pane = new Pane();
    private final ObjectProperty<Window> window;
    private final Texts texts;
    private Optional<ReadLogs> shown = Optional.empty();
    private int first;
    private int last = PARTS - 1;
    private int pressed;

    TimeBrush(ObjectProperty<Window> window, Texts texts) {
        this.window = window;
        this.texts = texts;
        pane.setId("runtime-brush");
        pane.getStyleClass().add("time-brush");
        pane.setMinHeight(HIGH);
        pane.setPrefHeight(HIGH);
        pane.setMaxHeight(HIGH);
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.SLIDER);
        pane.widthProperty().subscribe(_ -> draw());
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pane.requestFocus();
            pressed = part(event);
        });
        pane.addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                event -> mark(Math.min(pressed, part(event)), Math.max(pressed, part(event))));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        window.subscribe(_ -> pane.setAccessibleText(words()));
    }

    Node node() {
        return pane;
    }

    void show(Optional<ReadLogs> logs) {
        shown = logs;
        first = 0;
        last = PARTS - 1;
        draw();
        pane.setAccessibleText(words());
    }

    /// The span in words.
    String words() {
        Window span = window.get();
        return texts.text(
                "brush",
                span.from().map(Instant::toString).orElse(texts.text("brush.beginning")),
                span.until().map(Instant::toString).orElse(texts.text("brush.end")));
    }

    private int part(MouseEvent event) {
        return (int) Math.clamp(event.getX() / Math.max(1, pane.getWidth()) * PARTS, 0, PARTS - 1);
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (event.getCode() == KeyCode.ESCAPE) {
            mark(0, PARTS - 1);
            event.consume();
        } else if (step != 0 && event.isShiftDown()) {
            mark(first, Math.clamp(last + step, first, PARTS - 1));
            event.consume();
        } else if (step != 0) {
            mark(Math.clamp(first + step, 0, last), last);
            event.consume();
        }
    }

    private void mark(int from, int to) {
        first = from;
        last = to;
        boolean all = first == 0 && last == PARTS - 1;
        window.set(
                all ? Window.ALWAYS : shown.flatMap(logs -> span(logs.record())).orElse(Window.ALWAYS));
        draw();
    }

    private Optional<Window> span(RuntimeRecord record) {
        return record.first()
                .flatMap(begin -> record.last().map(end -> {
                    Duration whole = Duration.between(begin.time(), end.time());
                    Instant from = begin.time().plus(whole.multipliedBy(first).dividedBy(PARTS));
                    Instant until =
                            begin.time().plus(whole.multipliedBy(last + 1).dividedBy(PARTS));
                    return new Window(Optional.of(from), Optional.of(until));
                }));
    }

    private void draw() {
        pane.getChildren().clear();
        shown.ifPresent(logs -> {
            bars(logs.activity());
            logs.record().gaps(Window.ALWAYS).forEach(gap -> gap(logs.record(), gap));
        });
    }

    private void bars(List<Integer> activity) {
        double wide = pane.getWidth() / PARTS;
        int most = activity.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int i = 0; i < activity.size(); i++) {
            // a single event is to be seen beside a thousand
            double part = Math.log1p(activity.get(i)) / Math.log1p(Math.max(1, most));
            double high = activity.get(i) == 0 ? 0 : Math.max(2, part * BARS);
            Rectangle bar = new Rectangle(i * wide, BARS - high, Math.max(1, wide - 1), high);
            bar.getStyleClass().add(i >= first && i <= last ? "brush-bar" : "brush-bar-outside");
            pane.getChildren().add(bar);
        }
        Rectangle span = new Rectangle(first * wide, 0, (last - first + 1) * wide, BARS);
        span.getStyleClass().add("brush-span");
        pane.getChildren().add(span);
    }

    private void gap(RuntimeRecord record, Coverage.Gap gap) {
        double from = gap.from().map(at -> place(record, at.time())).orElse(0.0);
        double until = gap.until().map(at -> place(record, at.time())).orElse(1.0);
        double wide = Math.max(3, (until - from) * pane.getWidth());
        Rectangle bar = new Rectangle(from * pane.getWidth(), BARS + 3, wide, 8);
        bar.getStyleClass().add("brush-gap");
        bar.getStrokeDashArray().setAll(3.0, 2.0);
        pane.getChildren().add(bar);
    }

    private static double place(RuntimeRecord record, Instant at) {
        Instant begin = record.first().map(first -> first.time()).orElse(at);
        Instant end = record.last().map(last -> last.time()).orElse(at);
        long whole = Math.max(1, Duration.between(begin, end).toMillis());
        return Math.clamp((double) Duration.between(begin, at).toMillis() / whole, 0, 1);
    }
}
