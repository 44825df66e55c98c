package org.cairn.app.workspace;

import java.time.Instant;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.posture.History;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.PostureCalculation;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;

/// What an open workspace consists of; the use cases share it.
record Parts(
        WorkspaceFolder folder,
        WorkspaceFile file,
        WorkspaceEnvironment environment,
        Access access,
        Ledger ledger,
        Keyring keyring,
        EvidenceVault vault,
        EventLog log,
        EvidenceShelf shelf,
        Names names,
        EntryFinder finder) {

    History history() {
        return new History(log.events(), shelf::find);
    }

    Posture postureAt(Instant validAt, Instant knownAt) {
        Knowledge knowledge = environment.knowledge();
        return PostureCalculation.postureAt(
                knowledge.library().catalogue(), knowledge.checks(), history(), validAt, knownAt);
    }

    Bytes content(PayloadRef payload) throws WorkspaceException {
        try {
            return vault.get(payload);
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    /// Asked before long work, so that it is refused at once and not at its end.
    void requireWritable() throws WorkspaceException {
        if (keyring.unlockedBy().isEmpty()) {
            throw new WorkspaceException(
                    Kind.NO_PERSON,
                    folder.root()
                            + ": nothing can be recorded, since the recovery code opened it and nobody signs. Add a"
                            + " person (cairn keys add-person), then open it as that person");
        }
        switch (ledger.condition()) {
            case Condition.Writable _ -> {}
            case Condition.ReadOnly(String reason) ->
                throw new WorkspaceException(Kind.READ_ONLY, folder.root() + ": nothing can be recorded, " + reason);
            case Condition.Damaged(var defects) ->
                throw new WorkspaceException(
                        Kind.READ_ONLY,
                        folder.root() + ": nothing can be recorded, the ledger is damaged (" + defects.getFirst()
                                + "). Keep this folder as evidence and restore the newest backup that verifies");
        }
    }
}
