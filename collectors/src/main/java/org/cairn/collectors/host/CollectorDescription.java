package org.cairn.collectors.host;

import java.util.List;
import org.cairn.evidence.CollectorId;

/// What a collector says of itself.
/// @param version  raised when the meaning of a fact changes
/// @param title    what it observes, in a few words
/// @param reads    the files, directories and commands it reads
/// @param withRoot what root would add; empty if root sees no more than anyone
public record CollectorDescription(
        CollectorId id, int version, String title, List<String> reads, List<RootAdvice> withRoot) {
    public CollectorDescription {
        reads = List.copyOf(reads);
        withRoot = List.copyOf(withRoot);
        if (version < 1 || title.isBlank() || reads.isEmpty()) {
            throw new IllegalArgumentException(id + " needs a version, a title and what it reads");
        }
    }

    public static CollectorDescription of(String id, int version, String title, List<String> reads) {
        return new CollectorDescription(new CollectorId(id), version, title, reads, List.of());
    }

    /// The same, with what root would add.
    public CollectorDescription withRoot(String command, String adds) {
        return new CollectorDescription(id, version, title, reads, List.of(new RootAdvice(command, adds)));
    }
}
