package org.cairn.evidence;

import org.cairn.proof.Bytes;

/// The raw bytes behind one source, kept so that a stranger can look at them.
/// @param source the source they were read from; its digest is of exactly these bytes
public record RawBytes(Source source, Bytes content) {}
