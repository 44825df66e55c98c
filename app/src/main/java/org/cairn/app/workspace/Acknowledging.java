package org.cairn.app.workspace;

import java.util.List;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ErasureEvent.RollbackAcknowledged;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// Records that a person goes on with an older copy, or with one of two histories.
final class Acknowledging {
    private Acknowledging() {}

    static List<RollbackAlarm> acknowledge(Parts parts, CheckpointMemory memory, String reason)
            throws WorkspaceException {
        parts.requireWritable();
        if (reason.isBlank()) {
            throw new WorkspaceException(Kind.MISSING_REASON, "a reason is needed; nothing was recorded");
        }
        List<RollbackAlarm> alarms =
                RollbackCheck.alarms(parts.ledger(), memory.known(parts.file().origin()));
        for (RollbackAlarm alarm : alarms) {
            parts.log()
                    .recordByPerson(new RollbackAcknowledged(
                            alarm.known().size(),
                            alarm.known().root(),
                            alarm.size(),
                            alarm.root(),
                            store(parts, reason)));
        }
        return alarms;
    }

    private static PayloadRef store(Parts parts, String text) throws WorkspaceException {
        try {
            return parts.vault().put(Bytes.utf8(text));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }
}
