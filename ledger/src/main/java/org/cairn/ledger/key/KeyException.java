package org.cairn.ledger.key;

import java.io.Serial;

/// A key could not be made, read or used. The message names the file, the reason and what to do; never a
/// secret.
public class KeyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String message;

    public KeyException(String message) {
        this.message = message;
    }

    public KeyException(String message, Throwable cause) {
        super(cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
