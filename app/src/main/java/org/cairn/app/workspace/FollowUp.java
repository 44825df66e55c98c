package org.cairn.app.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.proof.KeyId;

/// What an auditor asked for, and what became of it.
/// @param entry       of the remark
/// @param mark        objection or more needed
/// @param remark      in the auditor's words; empty where it was erased
/// @param auditor     whose key signed it
/// @param auditorName as the auditor wrote it; empty where it was erased
/// @param pack        the entry of the pack that it is about
/// @param receivedAt  when the review was taken in
/// @param reopened    whether the same auditor had it answered or accepted before
public record FollowUp(
        long entry,
        AuditItem item,
        AuditMark mark,
        Optional<String> remark,
        Optional<LocalDate> due,
        KeyId auditor,
        Optional<String> auditorName,
        long pack,
        Instant receivedAt,
        boolean reopened,
        State state) {
    public sealed interface State {}

    public record Open() implements State {}

    /// Somebody here holds it to be answered; the auditor has not said so yet.
    /// @param entry that says so
    /// @param by    the entry that answers it
    /// @param who   said so, by name
    public record Answered(long entry, long by, String who, Instant at, Optional<String> note) implements State {}

    /// The auditor accepted it.
    /// @param entry of that mark
    public record Accepted(long entry, Instant at) implements State {}

    /// Open, and its day has passed.
    public boolean overdue(LocalDate today) {
        return state instanceof Open && due.filter(day -> day.isBefore(today)).isPresent();
    }
}
