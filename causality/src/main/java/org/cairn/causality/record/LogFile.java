package org.cairn.causality.record;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.cairn.causality.ingest.LogFormat;
import org.cairn.proof.Digest;

/// A log to be read.
/// @param format   empty: told by how it begins
/// @param expected the digest it had before, if it was read before
public record LogFile(Path path, String host, Optional<LogFormat> format, ZoneId zone, Optional<Digest> expected) {}
