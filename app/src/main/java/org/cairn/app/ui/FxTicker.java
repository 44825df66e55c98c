package org.cairn.app.ui;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.cairn.app.ui.lock.Ticker;

/// Ticks on JavaFX's thread.
final class FxTicker implements Ticker {
    /// How late a lock may fall.
    private static final Duration STEP = Duration.seconds(5);

    @Override
    public Subscription start(Runnable task) {
        Timeline timeline = new Timeline(new KeyFrame(STEP, _ -> task.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }
}
