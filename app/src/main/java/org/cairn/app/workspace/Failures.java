package org.cairn.app.workspace;

import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.ledger.key.UnlockRefused;
import org.cairn.ledger.store.EntryRefused;
import org.cairn.ledger.store.LedgerException;
import org.cairn.ledger.store.LedgerInUse;

/// Failures of the parts below in the words of this one; their own messages stay.
final class Failures {
    private Failures() {}

    static WorkspaceException of(LedgerException failure) {
        Kind kind = switch (failure) {
            case LedgerInUse _ -> Kind.IN_USE;
            case EntryRefused _ -> Kind.NOT_ALLOWED;
            case LedgerException _ -> Kind.OUTSIDE;
        };
        return new WorkspaceException(kind, String.valueOf(failure.getMessage()), failure);
    }

    static WorkspaceException locked() {
        return new WorkspaceException(
                Kind.LOCKED, "The workspace is locked. Unlock it and do this again; what was recorded stays recorded");
    }

    /// The lock fell in the middle of work.
    static WorkspaceException of(KeyringLocked failure) {
        WorkspaceException locked = locked();
        locked.initCause(failure);
        return locked;
    }

    static WorkspaceException of(KeyException failure) {
        Kind kind = failure instanceof UnlockRefused refused
                ? switch (refused.reason()) {
                    case WRONG_SECRET, TOKEN -> Kind.WRONG_PASSPHRASE;
                    case UNKNOWN_PERSON -> Kind.UNKNOWN_PERSON;
                    case KEY_FILE_NEEDED, TOTP_NEEDED, TOTP_WRONG, WAIT -> Kind.SECOND_FACTOR;
                }
                : Kind.DAMAGED;
        return new WorkspaceException(kind, String.valueOf(failure.getMessage()), failure);
    }

    static WorkspaceException of(VaultException failure) {
        Kind kind = switch (failure.reason()) {
            case MISSING -> Kind.UNKNOWN_EVIDENCE;
            case DAMAGED -> Kind.DAMAGED;
            case TOO_LARGE -> Kind.UNREADABLE_FILE;
            case FAILED -> Kind.OUTSIDE;
        };
        return new WorkspaceException(kind, String.valueOf(failure.getMessage()), failure);
    }
}
