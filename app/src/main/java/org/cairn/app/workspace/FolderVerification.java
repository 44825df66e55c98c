package org.cairn.app.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.vault.VaultAudit;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerAudit;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.Recovery;
import org.cairn.proof.witness.WitnessStatement;
import org.cairn.verifier.Report;

/// Verifies a workspace folder without its passphrase: the log from its leaves up, every signature, every stored
/// payload.
final class FolderVerification {
    private final WorkspaceFolder folder;
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private FolderVerification(WorkspaceFolder folder) {
        this.folder = folder;
    }

    /// @param memory of checkpoints seen on this machine
    /// @param known  checkpoints that a person knows from elsewhere
    static Verification verify(WorkspaceFolder folder, Optional<CheckpointMemory> memory, List<Checkpoint> known)
            throws WorkspaceException {
        FolderVerification verification = new FolderVerification(folder);
        for (RollbackAlarm alarm : RollbackCheck.ofFolder(folder, memory, known)) {
            verification.defects.add(Defect.inFile("ledger/checkpoint", alarm.words()));
        }
        if (memory.isPresent() || !known.isEmpty()) {
            verification.checked.add("newest copy: compared with the checkpoints seen before");
        }
        return verification.verify();
    }

    private Verification verify() throws WorkspaceException {
        WorkspaceFile file = WorkspaceFile.read(folder);
        PublicKeys keys;
        try {
            keys = PublicKeys.read(folder.keys());
        } catch (KeyException e) {
            defects.add(Defect.inFile("keys/public.json", String.valueOf(e.getMessage())));
            return broken();
        }
        if (!keys.origin().equals(file.origin())) {
            defects.add(Defect.inFile(
                    WorkspaceFile.NAME, "names the log " + file.origin() + ", the keys say " + keys.origin()));
        }
        EntryAudit entries = new EntryAudit(folder);
        Verdict log = LedgerAudit.audit(folder.ledger(), keys.log(), entries);
        if (entries.people().key(keys.person().keyId()).isEmpty()) {
            defects.add(Defect.inFile(
                    "keys/public.json",
                    "names the person's key " + keys.person().keyId() + ", which no entry enrols"));
        }
        recovery(entries.people().recovery());
        checked.add("log: every leaf, tile, bundle and checkpoint recomputed");
        checked.add("entries: " + entries.entries() + ", with " + entries.signatures()
                + " signatures that verify, by people and machines who may record what they say");
        if (log instanceof Verdict.Broken(var found)) {
            found.forEach(this::inLedger);
        }
        payloads();
        defects.addAll(entries.payloads().defects());
        if (entries.payloads().erased() > 0) {
            checked.add("erased payloads: " + entries.payloads().erased() + ", of none is a key or a byte left");
        }
        return defects.isEmpty()
                ? new Verification(log, checked, notes, witnesses(file, keys, entries, log), Optional.empty())
                : broken();
    }

    /// Who came back by the recovery code, and whether anybody still could.
    private void recovery(Recovery recovery) {
        recovery.used().forEach(use -> notes.add(use.words()));
        if (recovery.inForce().isEmpty()) {
            notes.add(
                    "no key of a recovery code is in force: a lone administrator who loses their keys cannot be brought"
                            + " back; `cairn keys recovery-code` by an administrator changes that");
        }
    }

    /// Of a log that is whole; empty where it is not, since nothing can be said then of what witnesses saw.
    private Optional<Report.Witnesses> witnesses(WorkspaceFile file, PublicKeys keys, EntryAudit entries, Verdict log)
            throws WorkspaceException {
        if (!(log instanceof Verdict.Intact)) {
            return Optional.empty();
        }
        try (Ledger ledger = Ledger.openForReading(folder.ledger(), keys.log())) {
            WitnessHistory history = WitnessHistory.of(entries.witnessEvents());
            WitnessStatement statement = Witnesses.statement(history, ledger, file.origin(), keys.log());
            checked.add("cosignatures: " + history.cosigned().size() + ", of which "
                    + statement.vouching().size() + " are the newest by a witness that is asked, and verify");
            return Optional.of(new Report.Witnesses(
                    statement, Report.Source.THE_PACK_ITSELF, List.of(statement.now()), keys.log()));
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private Verification broken() {
        return new Verification(new Verdict.Broken(defects), checked, notes, Optional.empty(), Optional.empty());
    }

    /// The audit names files as they are in the ledger's folder.
    private void inLedger(Defect defect) {
        defects.add(new Defect("ledger/" + defect.file(), defect.entry(), defect.problem()));
    }

    private void payloads() throws WorkspaceException {
        try {
            VaultAudit.Result result = VaultAudit.audit(folder.root(), folder.evidence(), folder.payloadKeys());
            checked.add("payloads: every stored file's SHA-256 is its name, and every key has its payload");
            if (!result.withoutKey().isEmpty()) {
                checked.add("payloads without a key, erased or left by a write that was cut off: "
                        + result.withoutKey().size());
            }
            defects.addAll(result.defects());
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, folder.evidence() + ": cannot be read (" + e + "). Check its permissions", e);
        }
    }
}
