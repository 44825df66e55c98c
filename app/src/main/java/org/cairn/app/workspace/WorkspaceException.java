package org.cairn.app.workspace;

/// Something could not be done. The message is meant for a person as it stands: what was refused, on what, why, and
/// what to do. Nothing already recorded is lost when it is thrown.
public final class WorkspaceException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What a front end may react to differently; everything else is in the message.
    public enum Kind {
        NOT_A_WORKSPACE,
        FOLDER_NOT_EMPTY,
        WRONG_PASSPHRASE,
        /// The person named does not open this workspace.
        UNKNOWN_PERSON,
        /// A key file or six digits are asked for, or the digits given do not count.
        SECOND_FACTOR,
        /// The recovery code opened the workspace: there is nobody in whose name to record.
        NO_PERSON,
        /// The session is locked until somebody unlocks it.
        LOCKED,
        /// Another process writes here.
        IN_USE,
        /// The workspace was opened for reading, a past state is looked at, or the ledger is damaged and no longer
        /// written to.
        READ_ONLY,
        UNKNOWN_SUBJECT,
        UNKNOWN_EVIDENCE,
        UNKNOWN_FRAMEWORK,
        UNKNOWN_COLLECTOR,
        UNKNOWN_ENTRY,
        UNKNOWN_PROPOSAL,
        UNKNOWN_KEY,
        UNKNOWN_RISK,
        UNKNOWN_SCOPE_FACT,
        UNKNOWN_SYSTEM,
        UNKNOWN_PROFILE,
        UNKNOWN_DEADLINE,
        MISSING_REASON,
        /// The rules about who may record what refuse it.
        NOT_ALLOWED,
        BAD_INPUT,
        UNREADABLE_FILE,
        /// Another log, or this one, showed two histories.
        FORKED,
        /// Stored bytes are not what was recorded.
        DAMAGED,
        /// Disk, permission or another part of the outside world.
        OUTSIDE
    }

    private final Kind kind;

    public WorkspaceException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public WorkspaceException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
