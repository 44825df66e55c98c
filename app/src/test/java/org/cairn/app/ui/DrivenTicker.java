package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.cairn.app.ui.lock.Ticker;

/// Ticks when the test says so.
final class DrivenTicker implements Ticker {
    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public Subscription start(Runnable task) {
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    void tick() {
        List.copyOf(tasks).forEach(Runnable::run);
    }
}
