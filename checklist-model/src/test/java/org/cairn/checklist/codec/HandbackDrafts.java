package org.cairn.checklist.codec;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.HandbackEvent;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;

/// Random events about an auditor's review.
final class HandbackDrafts {
    private HandbackDrafts() {}

    static Arbitrary<Event> events() {
        return Arbitraries.oneOf(reviews(), remarks(), answered());
    }

    private static Arbitrary<Event> reviews() {
        Arbitrary<Integer> number = Arbitraries.integers().greaterOrEqual(0);
        return Combinators.combine(
                        Drafts.digests(),
                        Drafts.digests().map(KeyId::new),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(Bytes::copyOf),
                        Arbitraries.longs().greaterOrEqual(0),
                        Drafts.instants(),
                        Combinators.combine(number, number, number, number).as(HandbackEvent.Counts::new),
                        Drafts.refs())
                .as(HandbackEvent.AuditReviewReceived::new);
    }

    private static Arbitrary<Event> remarks() {
        Arbitrary<AuditItem> items = Arbitraries.oneOf(
                Drafts.subjects().map(AuditItem.Row::new), Drafts.ids().map(AuditItem.Piece::new));
        return Arbitraries.of(AuditMark.values())
                .flatMap(mark -> Combinators.combine(
                                Drafts.digests(),
                                items,
                                mark.asksForWork()
                                        ? Drafts.dates().optional()
                                        : Arbitraries.just(Optional.<java.time.LocalDate>empty()),
                                mark.asksForWork()
                                        ? Drafts.refs().map(Optional::of)
                                        : Drafts.refs().optional())
                        .as((review, item, due, remark) ->
                                new HandbackEvent.AuditorRemarked(review, item, mark, due, remark)));
    }

    private static Arbitrary<Event> answered() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(1, 1_000_000),
                        Drafts.refs())
                .as((remark, later, note) -> new HandbackEvent.RemarkAnswered(remark, remark + later, note));
    }
}
