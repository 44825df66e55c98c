package org.cairn.reports.pack;

/// A pack could not be written. Says which file, why, and what would help; nothing is left behind.
public final class PackException extends Exception {
    private static final long serialVersionUID = 1L;

    public PackException(String message) {
        super(message);
    }

    public PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
