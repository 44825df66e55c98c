package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Digest;

/// What a folder held when it was looked at. Nothing in it is left out in silence.
/// @param found   folder by folder, by name
/// @param limited what was not looked at because of a limit, in words; empty where all was
public record FolderScan(Path folder, List<Found> found, List<String> limited) {
    public FolderScan {
        found = List.copyOf(found);
        limited = List.copyOf(limited);
    }

    /// Why something can be taken, or not.
    public enum Kind {
        FILE,
        /// Its name begins with a dot.
        HIDDEN,
        /// A symbolic link: never followed.
        LINK,
        /// A device, a pipe or a socket.
        SPECIAL,
        /// Larger than one payload can be.
        TOO_LARGE,
        EMPTY,
        UNREADABLE,
        /// A folder that was not entered: hidden, or too deep.
        NOT_ENTERED
    }

    /// @param path     below the folder
    /// @param sha256   of a file that could be read
    /// @param recorded the newest piece of evidence with exactly these bytes
    /// @param detail   why it cannot be taken, where the kind alone does not say it
    public record Found(
            Path path,
            Kind kind,
            long sizeBytes,
            Optional<Instant> modifiedAt,
            Optional<Digest> sha256,
            Optional<EvidenceId> recorded,
            String detail) {
        /// A hidden file is taken only by whoever ticks it.
        public boolean takeable() {
            return sha256.isPresent() && (kind == Kind.FILE || kind == Kind.HIDDEN);
        }
    }
}
