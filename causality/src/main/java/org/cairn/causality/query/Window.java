package org.cairn.causality.query;

import java.time.Instant;
import java.util.Optional;
import org.cairn.causality.Moment;

/// A span of time that is asked about. Both ends belong to it; an absent end is open.
public record Window(Optional<Instant> from, Optional<Instant> until) {
    /// Before every serial number, and after every one: moments of one instant all belong to it.
    private static final Moment BEGINNING = new Moment(Instant.MIN, Long.MIN_VALUE);

    private static final Moment END = new Moment(Instant.MAX, Long.MAX_VALUE);

    public static final Window ALWAYS = new Window(Optional.empty(), Optional.empty());

    public Window {
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            throw new IllegalArgumentException("a window that ends before it begins");
        }
    }

    public Moment first() {
        return from.map(time -> new Moment(time, Long.MIN_VALUE)).orElse(BEGINNING);
    }

    public Moment last() {
        return until.map(time -> new Moment(time, Long.MAX_VALUE)).orElse(END);
    }

    public boolean holds(Moment moment) {
        return !first().isAfter(moment) && !moment.isAfter(last());
    }

    /// Whether something that lasted from `from` to `until` lies in it, wholly or in part; absent ends are open.
    public boolean meets(Optional<Moment> from, Optional<Moment> until) {
        return until.map(end -> !first().isAfter(end)).orElse(true)
                && from.map(begin -> !begin.isAfter(last())).orElse(true);
    }
}
