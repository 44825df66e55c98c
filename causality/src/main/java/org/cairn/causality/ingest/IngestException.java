package org.cairn.causality.ingest;

/// A log could not be read to its end. The message names the file, the position, the reason and what to do.
public final class IngestException extends Exception {
    private static final long serialVersionUID = 1L;

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }

    public IngestException(String message) {
        super(message);
    }
}
