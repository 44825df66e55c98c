package org.cairn.checklist.codec;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.FrameworkEvent;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Events about frameworks that people brought.
final class FrameworkDrafts {
    private FrameworkDrafts() {}

    static Arbitrary<Event> events() {
        Arbitrary<Digest> digests = Arbitraries.of("a", "b").map(text -> Digest.sha256(Bytes.utf8(text)));
        return Combinators.combine(
                        Arbitraries.of("our-rules", "x").map(FrameworkId::new),
                        Arbitraries.of("1", "2026-11"),
                        digests,
                        Arbitraries.integers().between(1, 100_000),
                        Arbitraries.integers().between(0, 9),
                        digests,
                        Drafts.refs())
                .as((id, version, content, nodes, mappings, source, document) -> new FrameworkEvent.FrameworkImported(
                        id, version, content, nodes, nodes / 2, mappings, source, document));
    }
}
