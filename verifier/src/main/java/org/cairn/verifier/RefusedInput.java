package org.cairn.verifier;

/// The input cannot be judged at all: no such file, not a zip, or beyond a limit. Says which file, why, and what to do.
public final class RefusedInput extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedInput(String message) {
        super(message);
    }

    public RefusedInput(String message, Throwable cause) {
        super(message, cause);
    }
}
