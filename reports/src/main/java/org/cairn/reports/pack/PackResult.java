package org.cairn.reports.pack;

import java.nio.file.Path;
import org.cairn.proof.Digest;

/// A pack that was written.
/// @param sizeBytes       of the zip
/// @param files           in it
/// @param sums            SHA-256 of its SHA256SUMS, which names every other file
/// @param rootFingerprint SHA-256 of the root certificate, to tell the auditor by another way than the pack
public record PackResult(Path file, long sizeBytes, int files, Digest sums, Digest rootFingerprint) {}
