package org.cairn.collectors.away;

/// A key, a bundle or a folder cannot be used. The message names the file, where in it, why, and what to do.
public final class AwayException extends Exception {
    private static final long serialVersionUID = 1L;

    AwayException(String message) {
        super(message);
    }

    AwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
