package org.cairn.collectors.recorder;

/// The host cannot be looked at, or what was seen cannot be written.
public final class RecorderException extends Exception {
    private static final long serialVersionUID = 1;

    RecorderException(String message) {
        super(message);
    }

    RecorderException(String message, Throwable cause) {
        super(message, cause);
    }
}
