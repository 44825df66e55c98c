package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.KeyringWrap;
import org.cairn.ledger.key.AuthorityAdmission;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Unlock;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.KeyId;

/// Opens an existing workspace.
final class Opener {
    private Opener() {}

    static Parts open(WorkspaceFolder folder, Unlock unlock, Access access, WorkspaceEnvironment environment)
            throws WorkspaceException {
        WorkspaceFile file = WorkspaceFile.read(folder);
        try {
            Keyring keyring = Keyring.open(folder.keys(), unlock, environment.clock());
            if (!keyring.publicKeys().origin().equals(file.origin())) {
                throw new WorkspaceException(
                        Kind.DAMAGED,
                        folder.description() + ": names the log " + file.origin() + ", but the keys are those of "
                                + keyring.publicKeys().origin() + ". Restore the folder from a backup");
            }
            AuthorityAdmission admission = new AuthorityAdmission();
            Ledger ledger = switch (access) {
                case READ ->
                    Ledger.openForReading(folder.ledger(), keyring.log().keys());
                case WRITE -> Ledger.openForWriting(folder.ledger(), keyring.log(), admission);
            };
            List<RollbackAlarm> alarms = alarms(ledger, file, environment);
            if (!alarms.isEmpty() && access == Access.WRITE) {
                ledger.close();
                ledger = Ledger.openForReading(folder.ledger(), keyring.log().keys());
            }
            Parts parts = assemble(folder, file, environment, access, ledger, admission, keyring, alarms);
            finishRotation(parts);
            finishErasures(parts);
            if (parts.ledger().condition() instanceof Condition.Writable) {
                Recovering.settle(parts);
            }
            return parts;
        } catch (KeyException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    static Parts assemble(
            WorkspaceFolder folder,
            WorkspaceFile file,
            WorkspaceEnvironment environment,
            Access access,
            Ledger ledger,
            AuthorityAdmission admission,
            Keyring keyring,
            List<RollbackAlarm> alarms) {
        EntryFinder finder = new EntryFinder(folder.index(), ledger);
        EventLog log = new EventLog(ledger, finder, environment.clock(), keyring::person, () -> session(environment));
        if (access == Access.WRITE) {
            environment.sittings().accept(new Sitting(folder, log));
        }
        Erasures erasures = new Erasures(log);
        EvidenceVault vault = new EvidenceVault(
                folder.evidence(),
                folder.payloadKeys(),
                new KeyringWrap(keyring),
                environment.random(),
                erasures::erased);
        Imports imports = new Imports(log, finder, vault);
        return new Parts(
                folder,
                file,
                environment,
                access,
                ledger,
                keyring,
                vault,
                log,
                imports,
                erasures,
                new EvidenceShelf(log, finder, imports, vault),
                new Names(log, imports, vault),
                new OwnFrameworks(log, vault, environment.knowledge()),
                finder,
                new Register(ledger, admission),
                new Viewpoint(),
                alarms);
    }

    /// What is newer than before is remembered; what is older, or another history, raises an alarm.
    private static List<RollbackAlarm> alarms(Ledger ledger, WorkspaceFile file, WorkspaceEnvironment environment)
            throws WorkspaceException, LedgerException {
        if (environment.memory().isEmpty() || ledger.condition() instanceof Condition.Damaged) {
            return List.of();
        }
        CheckpointMemory memory = environment.memory().get();
        List<RollbackAlarm> alarms = RollbackCheck.alarms(ledger, memory.known(file.origin()));
        if (alarms.isEmpty()) {
            memory.remember(ledger.checkpoint());
        }
        return alarms;
    }

    /// What a crash interrupted after the erasure was recorded is carried out before anything else happens.
    private static void finishErasures(Parts parts) throws WorkspaceException {
        if (parts.ledger().condition() instanceof Condition.Writable) {
            parts.destroying().carryOut();
        }
    }

    /// A rotation that was cut off after its entry was written is finished: the ledger has ended the old key. One whose
    /// entry was not written stays begun, and the next attempt goes on with the same key.
    static void finishRotation(Parts parts) throws WorkspaceException {
        Optional<KeyId> next = parts.keyring().rotation().pending();
        if (next.isEmpty() || parts.register().people().key(next.get()).isEmpty()) {
            return;
        }
        try {
            if (parts.ledger().condition() instanceof Condition.Writable) {
                parts.keyring().rotation().finish();
            } else {
                parts.keyring().rotation().assume();
            }
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    private static Event.SessionOpened session(WorkspaceEnvironment environment) throws WorkspaceException {
        try {
            ClockState clock = ClockSources.read(environment.host());
            return new Event.SessionOpened(environment.productVersion(), clock.source(), clock.synchronised());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkspaceException(Kind.OUTSIDE, "cancelled before anything was recorded", e);
        }
    }
}
