package org.cairn.evidence;

import java.util.List;

/// What a collector's run gives: the evidence, and the raw bytes of those sources whose content is kept (model weights,
/// for one, are hashed but not kept).
public record CollectionResult(Evidence evidence, List<RawBytes> raw) {
    public CollectionResult {
        raw = List.copyOf(raw);
    }
}
