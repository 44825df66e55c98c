package org.cairn.causality;

import java.time.Instant;

/// A point in the order of one host's records. The kernel's clock in audit records has the resolution of a scheduler
/// tick (4 ms on most hosts), so the serial number decides between records of one instant.
/// @param time   the record's time, UTC, as finely as the source tells it
/// @param serial the record's serial number, unwrapped: the kernel counts in 32 bits and starts again at 0
public record Moment(Instant time, long serial) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
        int order = time.compareTo(other.time);
        return order != 0 ? order : Long.compare(serial, other.serial);
    }

    public boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }

    public Moment earlier(Moment other) {
        return isAfter(other) ? other : this;
    }

    public Moment later(Moment other) {
        return isAfter(other) ? this : other;
    }
}
