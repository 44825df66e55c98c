package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;

/// What was restored.
/// @param droppedKeys of payloads that the backup does not hold: erased before it was made
/// @param erased      payloads that the restored ledger says were erased
/// @param alarms      what was seen of this log before and is not in the backup, the largest state first
public record RestoreResult(Verification verification, long droppedKeys, long erased, List<RollbackAlarm> alarms) {
    public RestoreResult {
        alarms = List.copyOf(alarms);
    }

    /// What is not in the copy, in words, where this machine saw the copy's own state before. Empty where nothing newer
    /// is known, and where an alarm says more.
    public Optional<String> behind() {
        boolean only = alarms.stream().allMatch(alarm -> alarm.kind() == RollbackAlarm.Kind.BEHIND);
        return only ? alarms.stream().findFirst().map(RollbackAlarm::behind) : Optional.empty();
    }
}
