package org.cairn.app.cli;

import java.io.Serial;

/// The input was refused; the message is for a person as it stands.
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
