package org.cairn.evidence.vault;

import java.io.Serial;
import java.nio.file.Path;

/// A payload could not be stored or read. The message names the file and the reason.
public final class VaultException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /// Payload or key is not there, as after an erasure.
        MISSING,
        /// What is stored is not what was recorded.
        DAMAGED,
        /// More than a vault takes.
        TOO_LARGE,
        /// Disk or permission.
        FAILED
    }

    private final Reason reason;

    VaultException(Reason reason, Path file, String problem) {
        super(file + ": " + problem);
        this.reason = reason;
    }

    VaultException(Reason reason, Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
