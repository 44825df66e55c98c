package org.cairn.ledger.witness;

import java.io.Serial;

/// A witness's memory cannot be used. The message names the file, the reason and what to do; nothing was signed.
public final class MemoryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    MemoryException(String message) {
        super(message);
    }

    MemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
