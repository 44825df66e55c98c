package org.cairn.checklist.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AcceptanceId;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;
import org.cairn.checklist.event.HandbackEvent;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.RevisionEvent;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// Events of every kind, with every optional member present and absent.
final class Drafts {
    private Drafts() {}

    static Arbitrary<EventDraft<? extends Event>> all() {
        return Combinators.combine(instants(), instants(), instants().optional(), events())
                .as((recordedAt, validFrom, end, event) ->
                        new EventDraft<>(recordedAt, validFrom, end.filter(to -> to.isAfter(validFrom)), event));
    }

    static Arbitrary<Event> events() {
        return Arbitraries.oneOf(
                founded(),
                enrolled(),
                adopted(),
                scopes(),
                ScopeDrafts.events(),
                FrameworkDrafts.events(),
                FleetDrafts.events(),
                sessions(),
                Combinators.combine(instants(), instants()).as(Event.ClockWentBack::new),
                answers(),
                recorded(),
                Combinators.combine(ids(), subjects()).as(Event.EvidenceLinked::new),
                revisions(),
                workbooks(),
                HandbackDrafts.events(),
                collections(),
                packs(),
                identities(),
                reviews(),
                deviations(),
                RegisterDrafts.events(),
                ErasureDrafts.events(),
                exchanges(),
                WitnessDrafts.events(),
                DeadlineDrafts.events());
    }

    private static Arbitrary<Event> founded() {
        return Combinators.combine(Arbitraries.integers().between(1, 9), texts(), refs())
                .as(Event.WorkspaceFounded::new);
    }

    private static Arbitrary<Event> enrolled() {
        Arbitrary<Bytes> spki =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(100).map(Bytes::copyOf);
        return Combinators.combine(
                        digests().map(KeyId::new),
                        spki,
                        Arbitraries.of(Role.values()),
                        holders().optional(),
                        refs())
                .as(Event.IdentityEnrolled::new);
    }

    private static Arbitrary<Event> adopted() {
        return Combinators.combine(frameworks(), texts(), digests()).as(Event.FrameworkAdopted::new);
    }

    private static Arbitrary<Event> scopes() {
        return Combinators.combine(texts().list().ofMaxSize(5), refs()).as(Event.ScopeDefined::new);
    }

    private static Arbitrary<Event> sessions() {
        return Combinators.combine(texts(), texts(), Arbitraries.of(true, false))
                .as(Event.SessionOpened::new);
    }

    private static Arbitrary<Event> answers() {
        return Arbitraries.of(AnswerStatus.values())
                .flatMap(status -> Combinators.combine(
                                subjects(),
                                digests(),
                                status.needsReason() ? refs().map(Optional::of) : refs().optional(),
                                maturities().optional(),
                                refs().optional(),
                                dates().optional(),
                                status == AnswerStatus.NOT_YET_APPLICABLE
                                        ? dates().map(Optional::of)
                                        : dates().optional(),
                                ids().list().ofMaxSize(8))
                        .as((subject, text, note, maturity, owner, due, from, evidence) -> new Event.ControlAnswered(
                                subject, status, text, note, maturity, owner, due, from, evidence)));
    }

    private static Arbitrary<Event> recorded() {
        return Combinators.combine(
                        ids(),
                        collectors(),
                        Arbitraries.integers().greaterOrEqual(1),
                        instants(),
                        refs(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(Event.EvidenceRecorded::new);
    }

    private static Arbitrary<Event> revisions() {
        return Combinators.combine(ids(), ids())
                .filter((earlier, by) -> !earlier.equals(by))
                .as(RevisionEvent.EvidenceSuperseded::new);
    }

    private static Arbitrary<Event> workbooks() {
        return Combinators.combine(
                        digests(),
                        Arbitraries.longs().greaterOrEqual(1),
                        digests(),
                        Arbitraries.integers().greaterOrEqual(1))
                .as(HandbackEvent.WorkbookImported::new);
    }

    private static Arbitrary<Event> collections() {
        return Combinators.combine(
                        instants(),
                        ids().list().ofMaxSize(20),
                        collectors().list().ofMaxSize(5),
                        Arbitraries.of(true, false))
                .as(Event.CollectionCompleted::new);
    }

    private static Arbitrary<Event> packs() {
        return Combinators.combine(
                        texts(), frameworks(), digests(), Arbitraries.longs().greaterOrEqual(0))
                .as(Event.PackIssued::new);
    }

    private static Arbitrary<Event> identities() {
        Arbitrary<KeyId> keys = digests().map(KeyId::new);
        Arbitrary<Role> roles = Arbitraries.of(Role.values());
        Arbitrary<Bytes> spki =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(100).map(Bytes::copyOf);
        return Arbitraries.oneOf(
                Combinators.combine(keys, keys, spki).as(IdentityEvent.KeyRotated::new),
                Combinators.combine(keys, Arbitraries.of(IdentityEvent.IdentityRevoked.Reason.values()))
                        .as(IdentityEvent.IdentityRevoked::new),
                Combinators.combine(holders(), roles).as(IdentityEvent.RoleGranted::new),
                Combinators.combine(holders(), roles).as(IdentityEvent.RoleWithdrawn::new),
                Combinators.combine(keys, spki).as(IdentityEvent.RecoveryKeyEnrolled::new),
                Combinators.combine(holders(), keys, spki, keys, keys, spki)
                        .as(IdentityEvent.AdministratorReestablished::new));
    }

    private static Arbitrary<Event> reviews() {
        Arbitrary<ReviewEvent.AnswerRef> answers = Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0), digests())
                .as(ReviewEvent.AnswerRef::new);
        Arbitrary<RiskId> risks = Arbitraries.longs().map(id -> new RiskId("%016x".formatted(id)));
        return Arbitraries.oneOf(
                Combinators.combine(subjects(), answers).as(ReviewEvent.AnswerSubmitted::new),
                Combinators.combine(
                                subjects(),
                                answers,
                                Arbitraries.of(ReviewEvent.AnswerReviewed.Decision.values()),
                                refs())
                        .as(ReviewEvent.AnswerReviewed::new),
                Combinators.combine(subjects(), answers, refs()).as(ReviewEvent.AnswerWithdrawn::new),
                Combinators.combine(
                                digests(),
                                Arbitraries.of("RiskAccepted", "BaselineApproved"),
                                subjects().list().uniqueElements().ofMaxSize(4),
                                refs())
                        .as(ReviewEvent.ProposalRejected::new),
                Combinators.combine(
                                risks,
                                subjects().list().uniqueElements().ofMinSize(1).ofMaxSize(4),
                                refs(),
                                refs(),
                                dates())
                        .as(ReviewEvent.RiskAccepted::new),
                Combinators.combine(risks, refs()).as(ReviewEvent.RiskAcceptanceEnded::new),
                Combinators.combine(Arbitraries.of("assistant", "a.1-b"), digests(), refs())
                        .as(ReviewEvent.BaselineApproved::new));
    }

    private static Arbitrary<Event> deviations() {
        Arbitrary<AcceptanceId> acceptances = Arbitraries.longs().map(id -> new AcceptanceId("%016x".formatted(id)));
        Arbitrary<Event> accepted = Combinators.combine(
                        acceptances,
                        Arbitraries.of("assistant", "a.1-b"),
                        Arbitraries.of("new-destination", "model-written"),
                        Arbitraries.of(DeviationEvent.DeviationAccepted.As.values()),
                        ids(),
                        refs(),
                        dates(),
                        refs().optional())
                .as((id, system, kind, as, evidence, text, until, override) -> new DeviationEvent.DeviationAccepted(
                        id, system, kind, as, evidence, text, text, until, override));
        return Arbitraries.oneOf(
                accepted, Combinators.combine(acceptances, refs()).as(DeviationEvent.DeviationAcceptanceEnded::new));
    }

    /// Both forms: drawn at random, and of a key that stands for its own holder.
    private static Arbitrary<HolderId> holders() {
        return Arbitraries.oneOf(
                digests().map(digest -> new HolderId(digest.hex().substring(32))),
                digests().map(digest -> HolderId.of(new KeyId(digest))));
    }

    private static Arbitrary<Event> exchanges() {
        Arbitrary<Bytes> key =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(100).map(Bytes::copyOf);
        Arbitrary<Bytes> text = texts().map(Bytes::utf8);
        Arbitrary<EntryImported.Envelope> envelopes = Arbitraries.oneOf(
                text.map(EntryImported.Envelope.Inline::new), refs().map(EntryImported.Envelope.Stored::new));
        Arbitrary<Long> sizes = Arbitraries.longs().greaterOrEqual(0);
        return Arbitraries.oneOf(
                Combinators.combine(key, refs()).as(TransferKeyMade::new),
                Combinators.combine(texts(), texts().list().ofMaxSize(2), key, digests(), key)
                        .as(PeerPaired::new),
                Combinators.combine(places(), digests(), texts().optional(), envelopes)
                        .as(EntryImported::new),
                Combinators.combine(texts(), sizes, sizes, text)
                        .as((origin, one, other, note) ->
                                new BundleImported(origin, Math.min(one, other), Math.max(one, other), note)),
                Combinators.combine(texts(), text, text, sizes.list().ofMaxSize(5))
                        .as(ForkSeen::new),
                Combinators.combine(
                                subjects(),
                                places().list().uniqueElements().ofMinSize(2).ofMaxSize(5),
                                refs())
                        .as((subject, all, reason) ->
                                new ConflictDecided(subject, all.getFirst(), all.subList(1, all.size()), reason)));
    }

    private static Arbitrary<EntryPlace> places() {
        return Combinators.combine(
                        Arbitraries.of("cairn/a", "cairn/b", "ü"),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(EntryPlace::new);
    }

    static Arbitrary<Subject> subjects() {
        Arbitrary<Subject> controls = Arbitraries.of("NET-1", "MON-4", "SOV-11").map(ControlId::new);
        Arbitrary<Subject> requirements = Combinators.combine(
                        frameworks(), Arbitraries.of("Art. 9(4)(b)", "2024/1774 Art. 12(2)(a)", "A.8.15", "a:b \"ü\""))
                .as(RequirementId::new);
        return Arbitraries.oneOf(controls, requirements);
    }

    private static Arbitrary<FrameworkId> frameworks() {
        return Arbitraries.of("eu-ai-act", "dora", "iso27001").map(FrameworkId::new);
    }

    private static Arbitrary<CollectorId> collectors() {
        return Arbitraries.of("network.listening-sockets", "attachment").map(CollectorId::new);
    }

    private static Arbitrary<Maturity> maturities() {
        Arbitrary<Integer> level = Arbitraries.integers().between(0, 5);
        return Combinators.combine(level, level).as(Maturity::new);
    }

    /// Any text but one with lone surrogates, which is no Unicode text (RFC 8259 section 8.2).
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(60)
                .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    static Arbitrary<PayloadRef> refs() {
        return Combinators.combine(digests(), digests(), Arbitraries.longs().greaterOrEqual(0))
                .as(PayloadRef::new);
    }

    static Arbitrary<EvidenceId> ids() {
        return digests().map(EvidenceId::new);
    }

    static Arbitrary<Digest> digests() {
        Arbitrary<Long> word = Arbitraries.longs();
        return Combinators.combine(word, word, word, word).as(Digest::new);
    }

    static Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.longs()
                .between(
                        Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
        Arbitrary<Long> nanos = Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 500_000_000L, 999_999_999L),
                Arbitraries.longs().between(0, 999_999_999));
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(0, 100_000).map(LocalDate::ofEpochDay);
    }
}
