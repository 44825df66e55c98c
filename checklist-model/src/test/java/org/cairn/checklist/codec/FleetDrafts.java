package org.cairn.checklist.codec;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// Events about several hosts.
final class FleetDrafts {
    private FleetDrafts() {}

    static Arbitrary<Event> events() {
        return Arbitraries.oneOf(
                Drafts.refs().map(FleetEvent.HostExpected::new),
                Combinators.combine(Drafts.refs(), Drafts.refs()).as(FleetEvent.HostDismissed::new),
                runs());
    }

    private static Arbitrary<Event> runs() {
        return Combinators.combine(
                        Arbitraries.of("a", "b").map(text -> new KeyId(Digest.sha256(Bytes.utf8(text)))),
                        Arbitraries.longs().between(1, 1L << 50),
                        Drafts.instants(),
                        Drafts.instants(),
                        Drafts.refs(),
                        Drafts.ids().list().ofMaxSize(3),
                        Arbitraries.of("network.nftables", "kernel.settings")
                                .map(CollectorId::new)
                                .list()
                                .ofMaxSize(2))
                .as(FleetEvent.HostRunImported::new);
    }
}
