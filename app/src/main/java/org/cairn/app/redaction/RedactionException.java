package org.cairn.app.redaction;

/// Nothing was taken out; the message says where, why, and what to do.
public final class RedactionException extends Exception {
    private static final long serialVersionUID = 1L;

    RedactionException(String message) {
        super(message);
    }
}
