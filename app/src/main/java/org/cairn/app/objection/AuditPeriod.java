package org.cairn.app.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The days that an audit is about, both included, in UTC. Requires `from` no later than `to`.
public record AuditPeriod(LocalDate from, LocalDate to) {
    public AuditPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to);
        }
    }

    /// Whether something that held from `start` to before `end` held on one of these days.
    boolean meets(Instant start, Instant end) {
        return start.isBefore(to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                && end.isAfter(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
