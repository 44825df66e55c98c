package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.ErasureEvent.RollbackAcknowledged;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;

/// Holds a folder against what was seen of its log before.
final class RollbackCheck {
    private static final int NOTE_LIMIT_BYTES = 256 * 1024;

    private RollbackCheck() {}

    /// Those that nobody acknowledged, the largest known checkpoint first.
    static List<RollbackAlarm> alarms(Ledger ledger, List<SeenCheckpoint> known) throws WorkspaceException {
        List<RollbackAlarm> alarms = RollbackAlarm.of(known, ledger);
        if (alarms.isEmpty()) {
            return alarms;
        }
        List<RollbackAcknowledged> acknowledged = acknowledged(ledger);
        return alarms.stream()
                .filter(alarm -> acknowledged.stream().noneMatch(alarm::isAcknowledgedBy))
                .toList();
    }

    /// Of a folder, without its passphrase. A ledger too damaged to be opened has defects enough.
    static List<RollbackAlarm> ofFolder(
            WorkspaceFolder folder, Optional<CheckpointMemory> memory, List<Checkpoint> given)
            throws WorkspaceException {
        WorkspaceFile file = WorkspaceFile.read(folder);
        List<SeenCheckpoint> known = new ArrayList<>();
        given.forEach(each -> known.add(new SeenCheckpoint(each, Optional.empty())));
        if (memory.isPresent()) {
            known.addAll(memory.get().known(file.origin()));
        }
        for (Checkpoint each : given) {
            if (!each.origin().equals(file.origin())) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT,
                        "the known checkpoint is of the log " + each.origin() + ", this folder of " + file.origin());
            }
        }
        if (known.isEmpty()) {
            return List.of();
        }
        try (Ledger ledger = Ledger.openForReading(
                folder.ledger(), PublicKeys.read(folder.keys()).log())) {
            return alarms(ledger, known);
        } catch (LedgerException | KeyException _) {
            return List.of(); // the verification names what cannot be read
        }
    }

    /// A checkpoint from elsewhere: a note with its signatures, or the three lines alone as they stand on
    /// paper, which
    /// are then believed because a person typed them.
    static Checkpoint read(Path file) throws WorkspaceException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IOException("is no file");
            }
            Bytes content = DurableFolder.of(folder).read(String.valueOf(file.getFileName()), NOTE_LIMIT_BYTES);
            boolean signed = content.asUtf8().contains("\n\n");
            return Checkpoint.parse(signed ? SignedNote.parse(content).text() : content);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + ")", e);
        } catch (MalformedNote e) {
            throw new WorkspaceException(Kind.BAD_INPUT, file + ": is no checkpoint: " + e.getMessage(), e);
        }
    }

    private static List<RollbackAcknowledged> acknowledged(Ledger ledger) throws WorkspaceException {
        List<RollbackAcknowledged> found = new ArrayList<>();
        try {
            for (long entry = 0; entry < ledger.size(); entry++) {
                if (EventLog.decode(entry, ledger.entry(entry)).event() instanceof RollbackAcknowledged event) {
                    found.add(event);
                }
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (MalformedEnvelope | MalformedEvent _) {
            return found; // what cannot be read acknowledges nothing
        }
        return found;
    }
}
