package org.cairn.causality.ingest;

/// A line that was not understood.
/// @param number counts lines from 1
/// @param offset bytes before the line in the file
public record RejectedLine(long number, long offset, String reason) {}
