package org.cairn.app.workspace;

import java.nio.file.Path;

/// What a bundle holds.
/// @param to       the receiver's log
/// @param payloads with it
/// @param absent   payloads that entries point to and that are erased or cannot be opened here
public record ExportSummary(Path file, String to, long since, long size, int payloads, int absent) {}
