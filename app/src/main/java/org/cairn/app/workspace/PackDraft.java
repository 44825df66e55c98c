package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cairn.checklist.Subject;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.FrameworkEvent;
import org.cairn.checklist.event.HandbackEvent;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.ProgrammeEvent;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.RevisionEvent;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.SignedNote;
import org.cairn.reports.pack.PackKind;
import org.cairn.reports.pack.ShownState;
import org.cairn.reports.pack.ShownState.KnownBy;

/// What a pack is made from, fixed at one instant: report, workbook and entries all show the same state.
/// @param packId   unique in the workspace
/// @param times    which state it shows
/// @param events   those under the checkpoint
/// @param foreign  entries that hold what other logs say of reviews, risks and erasures
/// @param clocks   deadlines under rules of the framework
/// @param note     the signed checkpoint
record PackDraft(
        PackRequest request,
        PackKind kind,
        String packId,
        Instant issuedAt,
        TwoTimes times,
        Posture posture,
        FrameworkPosture framework,
        PackEvidence evidence,
        List<Recorded<? extends Event>> events,
        Set<Long> foreign,
        Set<DeadlineId> clocks,
        SignedNote note,
        Checkpoint checkpoint) {
    static final String WITHHELD = "withheld by the issuer";

    PackDraft {
        events = List.copyOf(events);
        foreign = Set.copyOf(foreign);
        clocks = Set.copyOf(clocks);
    }

    /// The events whose entries go into the pack: who signs, what was adopted and scoped, and every answer and piece of
    /// evidence that a row shows.
    List<Recorded<? extends Event>> shown() {
        List<Recorded<? extends Event>> shown = shownBeforeTextsWereErased();
        Set<Long> entries = new HashSet<>();
        shown.forEach(recorded -> entries.add(recorded.entry()));
        return Stream.concat(
                        shown.stream(),
                        events.stream()
                                .filter(recorded -> recorded.event() instanceof ErasureEvent.PayloadErased erased
                                        && entries.contains(erased.erased())))
                .sorted(Comparator.comparingLong(Recorded::entry))
                .toList();
    }

    /// Erasures of evidence that a row rests on, oldest first.
    List<Recorded<ErasureEvent.Destruction>> erasedEvidence() {
        return events.stream()
                .flatMap(recorded -> recorded.as(ErasureEvent.Destruction.class).stream())
                .filter(erased ->
                        erased.event().destroyed().filter(evidence::uses).isPresent())
                .toList();
    }

    private List<Recorded<? extends Event>> shownBeforeTextsWereErased() {
        Set<Long> answers = new HashSet<>();
        Set<Subject> rows = new HashSet<>();
        posture.controls().forEach(row -> {
            rows.add(row.control().id());
            Stream.concat(row.answer().stream(), row.competing().stream()).forEach(each -> answers.add(each.entry()));
        });
        framework.requirements().forEach(row -> {
            rows.add(row.requirement().id());
            Stream.concat(row.answer().stream(), row.competing().stream()).forEach(each -> answers.add(each.entry()));
        });
        Set<EvidenceId> pieces = pieces();
        Set<Long> imported = new HashSet<>(answers);
        imported.addAll(foreign);
        evidence.all().forEach(piece -> imported.add(piece.entry()));
        imported.add(framework.adoption().entry());
        Set<Long> audited = audited(rows, pieces);
        return events.stream()
                .filter(recorded -> switch (recorded.event()) {
                    case Event.WorkspaceFounded _, Event.IdentityEnrolled _, Event.ScopeDefined _, IdentityEvent _ ->
                        true;
                    case RegisterEvent _ -> true;
                    case ProgrammeEvent said -> said instanceof ProgrammeEvent.SampleDeclared;
                    case ReviewEvent.AnswerWithdrawn withdrawn ->
                        recorded.validAt(times.validAt()) && rows.contains(withdrawn.subject());
                    case ReviewEvent review -> isShown(review, answers, rows);
                    case ScopeEvent _, DeviationEvent _ -> true;
                    case FrameworkEvent.FrameworkImported own -> isShown(own);
                    case FleetEvent fleet -> isShown(fleet, pieces);
                    case Event.FrameworkAdopted _ ->
                        recorded.entry() == framework.adoption().entry();
                    case Event.ControlAnswered _ -> answers.contains(recorded.entry());
                    case Event.EvidenceRecorded piece -> pieces.contains(piece.id());
                    case Event.EvidenceLinked linked -> pieces.contains(linked.evidence());
                    case HandbackEvent handback -> isShown(handback, recorded.entry(), answers, audited);
                    case RevisionEvent.EvidenceSuperseded superseded ->
                        pieces.contains(superseded.evidence()) || pieces.contains(superseded.by());
                    case ErasureEvent.EvidenceErased erased -> pieces.contains(erased.evidence());
                    case ErasureEvent.ErasureFollowed followed ->
                        followed.evidence().filter(pieces::contains).isPresent();
                    case ExchangeEvent.ConflictDecided decided -> rows.contains(decided.subject());
                    case ExchangeEvent.ForkSeen _, ExchangeEvent.PeerPaired _ -> true;
                    case ExchangeEvent.EntryImported _ -> imported.contains(recorded.entry());
                    case ExchangeEvent.TransferKeyMade _, ExchangeEvent.BundleImported _ -> false;
                    case WitnessEvent.WitnessTrusted _,
                            WitnessEvent.WitnessPolicySet _,
                            WitnessEvent.CheckpointWitnessed _ -> true;
                    case DeadlineEvent clock -> clocks.contains(clock.deadline());
                    case ErasureEvent _,
                            WitnessEvent.ForeignCheckpointRecorded _,
                            Event.SessionOpened _,
                            Event.ClockWentBack _,
                            Event.CollectionCompleted _,
                            Event.PackIssued _,
                            Event.Unknown _ -> false;
                })
                .toList();
    }

    private Set<Long> audited(Set<Subject> rows, Set<EvidenceId> pieces) {
        return PackAudit.entries(events, items(rows, pieces));
    }

    private static Set<String> items(Set<Subject> rows, Set<EvidenceId> pieces) {
        Set<String> items = new HashSet<>();
        rows.forEach(row -> items.add(new AuditItem.Row(row).text()));
        pieces.forEach(piece -> items.add(new AuditItem.Piece(piece).text()));
        return items;
    }

    /// Names of the rows and pieces that the pack shows openly, as an auditor's marks name them.
    Set<String> disclosedItems() {
        Set<Subject> rows = new HashSet<>();
        posture.controls().forEach(row -> rows.add(row.control().id()));
        framework.requirements().forEach(row -> rows.add(row.requirement().id()));
        Set<EvidenceId> pieces = new HashSet<>();
        evidence.all().stream()
                .map(RecordedEvidence::id)
                .filter(id -> !withholds(id))
                .forEach(pieces::add);
        return items(rows, pieces);
    }

    private Set<EvidenceId> pieces() {
        Set<EvidenceId> pieces = new HashSet<>();
        evidence.all().forEach(piece -> pieces.add(piece.id()));
        erasedEvidence().forEach(erased -> erased.event().destroyed().ifPresent(pieces::add));
        return pieces;
    }

    private static boolean isShown(FleetEvent fleet, Set<EvidenceId> pieces) {
        return switch (fleet) {
            case FleetEvent.HostExpected _, FleetEvent.HostDismissed _ -> true;
            case FleetEvent.HostRunImported run -> run.evidence().stream().anyMatch(pieces::contains);
        };
    }

    private static boolean isShown(HandbackEvent handback, long entry, Set<Long> answers, Set<Long> audited) {
        return switch (handback) {
            case HandbackEvent.WorkbookImported workbook -> led(workbook, entry, answers);
            case HandbackEvent.AuditReviewReceived _, HandbackEvent.AuditorRemarked _, HandbackEvent.RemarkAnswered _ ->
                audited.contains(entry);
        };
    }

    /// Whether one of the answers that follow it is shown.
    private static boolean led(HandbackEvent.WorkbookImported workbook, long entry, Set<Long> answers) {
        return LongStream.rangeClosed(1, workbook.answers()).anyMatch(after -> answers.contains(entry + after));
    }

    private static boolean isShown(ReviewEvent review, Set<Long> answers, Set<Subject> rows) {
        return switch (review) {
            case ReviewEvent.AnswerSubmitted submitted ->
                answers.contains(submitted.answer().entry());
            case ReviewEvent.AnswerReviewed reviewed ->
                answers.contains(reviewed.answer().entry());
            case ReviewEvent.ProposalRejected rejected ->
                rejected.subjects().stream().anyMatch(rows::contains);
            case ReviewEvent.AnswerWithdrawn _,
                    ReviewEvent.RiskAccepted _,
                    ReviewEvent.RiskAcceptanceEnded _,
                    ReviewEvent.BaselineApproved _ -> true;
        };
    }

    /// Whether it is the import of the content that this pack shows.
    private boolean isShown(FrameworkEvent.FrameworkImported own) {
        return own.framework().equals(framework.framework().id())
                && own.content().equals(framework.framework().content());
    }

    ShownState shownState() {
        KnownBy by = switch (request.asOf().known()) {
            case KnownAt.Now _ -> KnownBy.EVERYTHING;
            case KnownAt.At _ -> KnownBy.TIME;
            case KnownAt.Through _ -> KnownBy.ENTRY;
        };
        return new ShownState(times.validAt(), times.knownAt(), by, times.size());
    }

    boolean withholds(EvidenceId id) {
        return request.withheld().contains(id);
    }

    /// The first row that rests on a piece of evidence.
    Optional<Subject> subjectOf(EvidenceId id) {
        Optional<Subject> control =
                evidence.controlsOf(id).stream().<Subject>map(c -> c).findFirst();
        return control.isPresent()
                ? control
                : framework.requirements().stream()
                        .filter(row -> PackEvidence.ofRequirement(row).contains(id))
                        .map(RequirementPosture::requirement)
                        .<Subject>map(requirement -> requirement.id())
                        .findFirst();
    }
}
