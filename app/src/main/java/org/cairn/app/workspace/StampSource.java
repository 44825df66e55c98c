package org.cairn.app.workspace;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/// Who time-stamps what a workspace signs.
public sealed interface StampSource {
    /// Nobody: the time of signing is the claim of the local clock.
    record None() implements StampSource {}

    /// The workspace's own key for time stamps, which proves order and not time.
    record Own() implements StampSource {}

    /// An authority that watches a folder (RFC 3161 section 3.2).
    /// @param root     what its certificates have to lead to
    /// @param patience how long each answer is waited for
    /// @param revoked  its newest revocation list, read at each stamp; empty where that is not asked
    record Folder(Path folder, X509Certificate root, Duration patience, Optional<Path> revoked)
            implements StampSource {}
}
