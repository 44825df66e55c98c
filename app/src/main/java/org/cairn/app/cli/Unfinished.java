package org.cairn.app.cli;

import java.io.Serial;

/// Something was done that is no entry and stays, and the rest failed; the message says both, and what to do.
final class Unfinished extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Unfinished(String message, Refused cause) {
        super(cause.getMessage() + ". " + message, cause);
    }
}
