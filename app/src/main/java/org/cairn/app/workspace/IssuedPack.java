package org.cairn.app.workspace;

import java.nio.file.Path;
import org.cairn.proof.Digest;

/// A pack that was written.
/// @param sizeBytes       of the zip
/// @param sums            SHA-256 of its SHA256SUMS
/// @param checkpointSize  the ledger's size that the pack's checkpoint signs
/// @param rootFingerprint SHA-256 of the root certificate, to tell the auditor by another way than the pack
/// @param entry           the entry that records its issue
public record IssuedPack(
        Path file, long sizeBytes, Digest sums, long checkpointSize, Digest rootFingerprint, long entry) {}
