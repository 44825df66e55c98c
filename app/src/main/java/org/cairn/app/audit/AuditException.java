package org.cairn.app.audit;

import java.io.Serial;

/// A pack, a file of marks or a review was refused. The message is for a person as it stands: which file, where, why,
/// what to do.
public final class AuditException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public AuditException(String message) {
        super(message);
    }

    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
