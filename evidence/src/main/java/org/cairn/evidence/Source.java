package org.cairn.evidence;

import java.time.Instant;
import org.cairn.proof.Digest;

/// One thing that was read, exactly as it was read.
/// @param location  the file's path, or the command with its arguments as typed
/// @param readAt    when, by the clock of the host (UTC)
/// @param sha256    of the raw bytes, taken before anything was parsed
/// @param sizeBytes how many raw bytes there were
public record Source(String location, How how, Instant readAt, Digest sha256, long sizeBytes) {
    public enum How {
        FILE,
        COMMAND,
        DIRECTORY
    }

    public Source {
        if (location.isBlank() || sizeBytes < 0) {
            throw new IllegalArgumentException("source " + location + " of " + sizeBytes + " bytes");
        }
    }
}
