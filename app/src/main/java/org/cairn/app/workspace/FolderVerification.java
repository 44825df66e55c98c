package org.cairn.app.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.vault.VaultAudit;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;

/// Verifies a workspace folder without its passphrase: the log from its leaves up, every signature, every stored
/// payload.
final class FolderVerification {
    private final WorkspaceFolder folder;
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    private FolderVerification(WorkspaceFolder folder) {
        this.folder = folder;
    }

    static Verification verify(WorkspaceFolder folder) throws WorkspaceException {
        return new FolderVerification(folder).verify();
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
        Verdict log = log(keys);
        inLedger(log);
        entries(keys);
        payloads();
        return defects.isEmpty() ? new Verification(log, checked, List.of(), Optional.empty()) : broken();
    }

    private Verdict log(PublicKeys keys) throws WorkspaceException {
        try (Ledger ledger = Ledger.openForReading(folder.ledger(), keys.log())) {
            if (ledger.condition() instanceof Condition.Damaged(var found)) {
                return new Verdict.Broken(found);
            }
            return new Verdict.Intact(
                    org.cairn.proof.Checkpoint.parse(ledger.checkpoint().text()));
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (org.cairn.proof.MalformedNote e) {
            return new Verdict.Broken(List.of(Defect.inFile("checkpoint", e.getMessage())));
        }
    }

    private Verification broken() {
        return new Verification(new Verdict.Broken(defects), checked, List.of(), Optional.empty());
    }

    /// The audit names files as they are in the ledger's folder.
    private void inLedger(Verdict log) {
        checked.add("log: every leaf, tile, bundle and checkpoint recomputed");
        if (log instanceof Verdict.Broken(var found)) {
            found.forEach(
                    defect -> defects.add(new Defect("ledger/" + defect.file(), defect.entry(), defect.problem())));
        }
    }

    private void entries(PublicKeys keys) {
        EntryAudit audit = new EntryAudit(folder, keys.person());
        try (Ledger ledger = Ledger.openForReading(folder.ledger(), keys.log())) {
            for (long index = 0; index < ledger.size(); index++) {
                entry(ledger, audit, index);
            }
            checked.add("entries: " + ledger.size() + ", with " + audit.signatures() + " signatures that verify");
        } catch (LedgerException e) {
            defects.add(Defect.inFile("ledger", String.valueOf(e.getMessage())));
        }
        defects.addAll(audit.defects());
    }

    /// One that cannot be read was named by the audit of the log; the others are checked all the same.
    private void entry(Ledger ledger, EntryAudit audit, long index) {
        try {
            audit.entry(index, ledger.entry(index));
        } catch (LedgerException e) {
            defects.add(Defect.ofEntry("ledger", index, String.valueOf(e.getMessage())));
        }
    }

    private void payloads() throws WorkspaceException {
        try {
            List<Defect> found = VaultAudit.audit(folder.root(), folder.evidence(), folder.payloadKeys());
            checked.add("payloads: every stored file's SHA-256 is its name, and each has its wrapped key");
            defects.addAll(found);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, folder.evidence() + ": cannot be read (" + e + "). Check its permissions", e);
        }
    }
}
