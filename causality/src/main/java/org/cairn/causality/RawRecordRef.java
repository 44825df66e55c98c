package org.cairn.causality;

import org.cairn.proof.Digest;

/// Where a stranger finds the line behind a statement.
/// @param source SHA-256 of the whole raw file as it was read
/// @param offset bytes before the line's first byte in that file
public record RawRecordRef(Digest source, long offset) {
    public RawRecordRef {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset);
        }
    }
}
