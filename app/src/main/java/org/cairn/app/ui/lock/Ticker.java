package org.cairn.app.ui.lock;

import javafx.util.Subscription;

/// Calls again and again, every few seconds, until the subscription ends.
@FunctionalInterface
public interface Ticker {
    /// @param task called on the thread that owns the window
    Subscription start(Runnable task);
}
