package org.cairn.app.ui.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// Notices that nobody was there. By the clock and not by counting, so that the time counts for which a machine slept.
/// Confined to the UI executor.
public final class IdleWatch {
    private final InstantSource clock;
    private final ObservableValue<IdleLimit> limit;
    private final Runnable idle;
    private Instant newest;

    /// @param idle called each time when the limit has passed
    public IdleWatch(InstantSource clock, ObservableValue<IdleLimit> limit, Runnable idle) {
        this.clock = clock;
        this.limit = limit;
        this.idle = idle;
        this.newest = clock.instant();
    }

    /// A key was pressed, or the mouse moved. After too long a time this comes too late: whoever wakes the machine may
    /// be
    /// somebody else.
    /// @return whether it came too late
    public boolean touched() {
        boolean late = look();
        newest = clock.instant();
        return late;
    }

    /// To be called every few seconds. A clock that was set back begins the time anew.
    /// @return whether the limit has passed
    public boolean look() {
        Instant now = clock.instant();
        if (now.isBefore(newest)) {
            newest = now;
        }
        Optional<Duration> allowed = limit.getValue().duration();
        boolean over = allowed.isPresent() && !now.isBefore(newest.plus(allowed.get()));
        if (over) {
            newest = now;
            idle.run();
        }
        return over;
    }
}
