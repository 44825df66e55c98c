package org.cairn.causality.ingest;

/// A line that is no audit record. Turned into a [RejectedLine] by the reader.
final class MalformedRecord extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRecord(String reason) {
        super(reason);
    }
}
