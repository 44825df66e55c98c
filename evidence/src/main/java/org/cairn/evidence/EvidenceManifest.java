package org.cairn.evidence;

import java.util.List;

/// What the ledger's evidence entry points to: the evidence, and where the raw bytes behind its sources are kept.
public record EvidenceManifest(Evidence evidence, List<RawPayload> raw) {
    public EvidenceManifest {
        raw = List.copyOf(raw);
        for (RawPayload kept : raw) {
            if (kept.source() >= evidence.sources().size()) {
                throw new IllegalArgumentException("raw bytes of source " + kept.source() + ", which is not there");
            }
        }
    }

    /// @param source  index into the evidence's sources, from 0
    /// @param payload the source's raw bytes, encrypted
    public record RawPayload(int source, PayloadRef payload) {
        public RawPayload {
            if (source < 0) {
                throw new IllegalArgumentException("source " + source);
            }
        }
    }
}
