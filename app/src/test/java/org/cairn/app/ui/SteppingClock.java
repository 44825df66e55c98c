package org.cairn.app.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that moves only when looked at, a millisecond each time, or when it is told to.
public final class SteppingClock extends Clock {
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final AtomicLong elapsedMillis = new AtomicLong();

    public void pass(Duration time) {
        elapsedMillis.addAndGet(time.toMillis());
    }

    @Override
    public Instant instant() {
        return START.plusMillis(elapsedMillis.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
