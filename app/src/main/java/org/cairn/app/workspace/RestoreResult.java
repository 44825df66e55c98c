package org.cairn.app.workspace;

import java.util.List;

/// What was restored.
/// @param droppedKeys of payloads that the backup does not hold: erased before it was made
/// @param erased      payloads that the restored ledger says were erased
/// @param alarms      what was seen of this log before and is not in the backup
public record RestoreResult(Verification verification, long droppedKeys, long erased, List<RollbackAlarm> alarms) {
    public RestoreResult {
        alarms = List.copyOf(alarms);
    }
}
