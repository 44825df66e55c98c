package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;

/// A backup that was made.
/// @param files    in it
/// @param sums     SHA-256 of its SHA256SUMS
/// @param keySums  of the archive of keys made with it
/// @param entry    that records it; empty where another program was writing, so that nothing could be recorded
public record BackupResult(
        Path file,
        long sizeBytes,
        long files,
        Checkpoint checkpoint,
        Digest sums,
        Optional<Digest> keySums,
        OptionalLong entry) {}
