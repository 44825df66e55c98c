package org.cairn.causality.policy;

/// A text is no policy. The message names the line and what to write instead.
public final class MalformedPolicy extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPolicy(String message) {
        super(message);
    }

    MalformedPolicy(String message, Throwable cause) {
        super(message, cause);
    }
}
