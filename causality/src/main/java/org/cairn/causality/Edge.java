package org.cairn.causality;

import java.util.ArrayList;
import java.util.List;

/// One thing that happened, pointing from cause to effect.
/// @param at      when it took effect; for an inferred edge the latest moment that the records allow
/// @param until   the last moment at which it is known to have carried something, `at` where it took no time
/// @param records the raw lines behind it, the system call's first; where a later call proved the result, its lines
///                follow
public record Edge(
        Node cause,
        Node effect,
        Action action,
        Result result,
        Basis basis,
        Moment at,
        Moment until,
        List<RawRecordRef> records) {
    public Edge {
        records = List.copyOf(records);
        if (records.isEmpty() || at.isAfter(until)) {
            throw new IllegalArgumentException("an edge of " + records.size() + " records from " + at + " to " + until);
        }
    }

    /// Something that took no time.
    public Edge(
            Node cause, Node effect, Action action, Result result, Basis basis, Moment at, List<RawRecordRef> records) {
        this(cause, effect, action, result, basis, at, at, records);
    }

    /// The same, known to have been at work at `moment` too, which proves nothing about its result.
    public Edge atWork(Moment moment) {
        return new Edge(cause, effect, action, result, basis, at, until.later(moment), records);
    }

    /// The same, known to have been at work at `moment` too. Only what proves a doubtful result is kept as a record.
    public Edge confirmed(Moment moment, List<RawRecordRef> proof) {
        List<RawRecordRef> all = new ArrayList<>(records);
        all.addAll(result == Result.ATTEMPTED ? proof : List.of());
        Result now = result == Result.ATTEMPTED ? Result.SUCCEEDED : result;
        return new Edge(cause, effect, action, now, basis, at, until.later(moment), all);
    }
}
