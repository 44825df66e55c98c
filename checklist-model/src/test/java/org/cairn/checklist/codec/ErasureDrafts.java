package org.cairn.checklist.codec;

import java.time.Period;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.checklist.event.Event;
import org.cairn.proof.Digest;

/// Events about erasure and retention, with every optional member present and absent.
final class ErasureDrafts {
    private ErasureDrafts() {}

    static Arbitrary<Event> events() {
        return Arbitraries.oneOf(evidence(), payload(), followed(), rules(), holds(), backups(), acknowledgements());
    }

    private static Arbitrary<Event> evidence() {
        return Combinators.combine(
                        Drafts.ids(),
                        payloads(),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(ErasureReason.values()),
                        Drafts.refs(),
                        Drafts.refs().optional())
                .as(ErasureEvent.EvidenceErased::new);
    }

    private static Arbitrary<Event> payload() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        payloads(),
                        Arbitraries.of(ErasureReason.values()),
                        Drafts.refs(),
                        Drafts.refs().optional())
                .as(ErasureEvent.PayloadErased::new);
    }

    private static Arbitrary<Event> followed() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        Drafts.ids().optional(),
                        payloads(),
                        Arbitraries.integers().between(0, 1000))
                .as(ErasureEvent.ErasureFollowed::new);
    }

    private static Arbitrary<Event> rules() {
        Arbitrary<Period> periods =
                Arbitraries.of("P6M", "P10Y", "P1Y2M", "P30D", "P2Y1D").map(Period::parse);
        return Combinators.combine(
                        Arbitraries.of("all", "answers", "evidence", "collector:attachment", "collector:host.os"),
                        Arbitraries.of(ErasureEvent.Bound.values()),
                        periods.optional(),
                        Drafts.refs())
                .as(ErasureEvent.RetentionRuleSet::new);
    }

    private static Arbitrary<Event> holds() {
        Arbitrary<Event> placed = Combinators.combine(
                        Drafts.ids().list().ofMaxSize(5),
                        Drafts.subjects().list().ofMaxSize(5),
                        Drafts.refs())
                .as(ErasureEvent.LegalHoldPlaced::new);
        Arbitrary<Event> lifted = Combinators.combine(Arbitraries.longs().greaterOrEqual(0), Drafts.refs())
                .as(ErasureEvent.LegalHoldLifted::new);
        return Arbitraries.oneOf(placed, lifted);
    }

    private static Arbitrary<Event> backups() {
        Arbitrary<Long> sizes = Arbitraries.longs().greaterOrEqual(0);
        return Combinators.combine(
                        Drafts.digests(),
                        sizes,
                        sizes,
                        Drafts.digests(),
                        Drafts.digests().optional())
                .as(ErasureEvent.BackupMade::new);
    }

    private static Arbitrary<Event> acknowledgements() {
        Arbitrary<Long> sizes = Arbitraries.longs().greaterOrEqual(0);
        return Combinators.combine(sizes, Drafts.digests(), sizes, Drafts.digests(), Drafts.refs())
                .as(ErasureEvent.RollbackAcknowledged::new);
    }

    private static Arbitrary<List<Digest>> payloads() {
        return Drafts.digests().list().ofMinSize(1).ofMaxSize(5);
    }
}
