package org.cairn.app.ui.frame;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.cairn.app.ui.frame.LifeViewModel.Life;
import org.cairn.app.ui.frame.LifeViewModel.Moves;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// A line from the ledger's first day to today, with a tick for each day on which something was recorded. Every page
/// follows its thumb.
final class LifeStrip {
    /// Who holds an arrow key down wants the day it ends on, not each one between.
    private static final Duration SETTLED = Duration.millis(180);

    /// Half a thumb: so far from its ends the line has its first and last day.
    private static final double END = 9;

    private static final double TICK = 7;
    private static final double READING = 16;

    private final LifeViewModel model;
    private final Texts texts;
    private final Slider slider = new Slider();
    private final Pane ticks = new Pane();
    private final Label day = Parts.label("", "small", "medium");
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private boolean showing;

    LifeStrip(LifeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        slider.setId("life");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.valueProperty().subscribe((_, _) -> moved());
        settling.setOnFinished(_ -> chosen().ifPresent(model::moveTo));
        ticks.setMouseTransparent(true);
        ticks.widthProperty().subscribe(_ -> draw());
        day.setId("life-day");
        day.setMinWidth(96);
        model.life().subscribe(_ -> show());
        model.day().subscribe(_ -> show());
    }

    Node node() {
        ToggleGroup group = new ToggleGroup();
        HBox which = Parts.row(toggle(Moves.TRUE, group), toggle(Moves.KNOWN, group), toggle(Moves.BOTH, group));
        StackPane line = new StackPane(ticks, slider);
        line.setMinWidth(0);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox strip = Parts.row(which, line, reading(), stop(), day);
        strip.getStyleClass().add("life-strip");
        strip.sceneProperty().subscribe(scene -> model.show(scene != null));
        return strip;
    }

    /// Keeps its room, so that nothing moves when a day takes its time.
    private ProgressIndicator reading() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setId("life-reading");
        turning.setAccessibleText(texts.text("life.reading"));
        turning.setMinSize(READING, READING);
        turning.setPrefSize(READING, READING);
        turning.setMaxSize(READING, READING);
        turning.visibleProperty().bind(moving());
        return turning;
    }

    /// From the moment the thumb moves until its day is shown.
    private BooleanBinding moving() {
        return settling.statusProperty().isEqualTo(Animation.Status.RUNNING).or(model.turning());
    }

    private Button stop() {
        Button stop = Parts.iconButton("life-stop", Feather.X, texts.text("life.stop"), () -> {
            settling.stop();
            model.stay();
            show();
        });
        stop.visibleProperty().bind(moving());
        return stop;
    }

    private ToggleButton toggle(Moves moves, ToggleGroup group) {
        String key = "life." + Texts.keyOf(moves);
        ToggleButton button = new ToggleButton(texts.text(key));
        button.setId("life-" + Texts.keyOf(moves));
        button.setAccessibleText(texts.text(key));
        button.setAccessibleHelp(texts.text(key + ".help"));
        button.setTooltip(new Tooltip(texts.text(key + ".help")));
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "life-choice");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.moves().set(moves);
        });
        model.moves().subscribe(now -> button.setSelected(now == moves));
        return button;
    }

    /// What is being dragged is said at once, and shown when it is let go.
    private void moved() {
        if (showing) {
            return;
        }
        chosen().ifPresent(this::say);
        settling.playFromStart();
    }

    private Optional<LocalDate> chosen() {
        return model.life().get().map(life -> life.first().plusDays(Math.round(slider.getValue())));
    }

    private void show() {
        Optional<Life> life = model.life().get();
        LocalDate on = model.day().getValue();
        long days = life.map(Life::days).orElse(0L);
        showing = true;
        slider.setDisable(days == 0);
        slider.setTooltip(new Tooltip(texts.text(days == 0 ? "life.began" : "life.help")));
        slider.setMax((double) Math.max(1, days));
        if (!movedOn()) {
            slider.setValue(life.map(each -> (double) Math.max(0, ChronoUnit.DAYS.between(each.first(), on)))
                    .orElse(1.0));
            say(on);
        }
        showing = false;
        draw();
    }

    /// Whether the thumb was moved since: a day that arrives late does not take it back.
    private boolean movedOn() {
        return settling.getStatus() == Animation.Status.RUNNING;
    }

    private void say(LocalDate on) {
        boolean today =
                model.life().get().filter(life -> !on.isBefore(life.last())).isPresent();
        day.setText(today ? texts.text("life.today") : model.words(on));
        slider.setAccessibleText(texts.text(
                "life", texts.text("life." + Texts.keyOf(model.moves().get())), day.getText()));
    }

    private void draw() {
        ticks.getChildren().clear();
        model.life().get().filter(life -> life.days() > 0).ifPresent(life -> {
            double room = Math.max(0, ticks.getWidth() - 2 * END);
            for (long at : life.ticks()) {
                Rectangle tick =
                        new Rectangle(Math.round(END + room * at / life.days()), ticks.getHeight() - TICK, 1.5, TICK);
                tick.getStyleClass().add("life-tick");
                ticks.getChildren().add(tick);
            }
        });
    }
}
