package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import org.cairn.checklist.retention.Retention;

/// How long one record is kept.
/// @param entry     that recorded it
/// @param what      for a person: `evidence 3f0a… (attachment)` or `answer to NET-4`
/// @param id        the evidence's id, or the answer's subject
/// @param retention by the rules that apply
/// @param holds     entries of the legal holds on it
/// @param state     what follows today
public record RetentionLine(
        long entry, String what, String id, Instant created, Retention retention, List<Long> holds, State state) {
    public RetentionLine {
        holds = List.copyOf(holds);
    }

    public enum State {
        /// A legal hold forbids erasure, whatever else applies.
        ON_HOLD,
        /// One rule says to keep it, another to erase it: a person decides.
        CONFLICT,
        /// A retention period is running.
        KEEP,
        /// A limit has passed: its erasure is due for review.
        DUE,
        /// No period runs and no limit has passed; by GDPR Art. 5(1)(e) it is kept no longer than necessary.
        NO_PERIOD
    }
}
