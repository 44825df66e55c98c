package org.cairn.checklist.event;

import org.cairn.checklist.FrameworkId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// What became of frameworks that people brought themselves.
public sealed interface FrameworkEvent extends Event {
    FrameworkId framework();

    /// A framework belongs to this workspace from now on, in this version. A later one takes its place; what was
    /// answered stays.
    /// @param content    SHA-256 of its canonical form, which is the payload's plain bytes
    /// @param nodes      how many rows it has
    /// @param assessable how many of them ask something
    /// @param mappings   how many mappings it brings
    /// @param source     SHA-256 of the file it was read from
    /// @param document   its canonical form
    record FrameworkImported(
            FrameworkId framework,
            String version,
            Digest content,
            int nodes,
            int assessable,
            int mappings,
            Digest source,
            PayloadRef document)
            implements FrameworkEvent {
        public FrameworkImported {
            if (version.isBlank() || nodes < 1 || assessable < 0 || assessable > nodes || mappings < 0) {
                throw new IllegalArgumentException(
                        framework + ": an import needs a version and counts that fit each other");
            }
        }
    }
}
