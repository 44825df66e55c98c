package org.cairn.app.workspace;

import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Source;

/// The kept raw bytes behind one source of evidence.
/// @param payload where they lie, encrypted
public record Artefact(Source source, PayloadRef payload) {}
