package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.RevisionEvent;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.evidence.PayloadRef;

/// The payloads an event points to.
final class PayloadRefs {
    private PayloadRefs() {}

    static List<PayloadRef> of(Event event) {
        return switch (event) {
            case Event.WorkspaceFounded founded -> List.of(founded.organisation());
            case Event.IdentityEnrolled enrolled -> List.of(enrolled.name());
            case Event.ScopeDefined scope -> List.of(scope.description());
            case Event.ControlAnswered answer ->
                Stream.of(answer.note(), answer.owner())
                        .flatMap(Optional::stream)
                        .toList();
            case Event.EvidenceRecorded evidence -> List.of(evidence.manifest());
            case ReviewEvent.AnswerReviewed reviewed -> List.of(reviewed.reason());
            case ReviewEvent.AnswerWithdrawn withdrawn -> List.of(withdrawn.reason());
            case ReviewEvent.ProposalRejected rejected -> List.of(rejected.reason());
            case ReviewEvent.RiskAccepted risk -> List.of(risk.reason(), risk.owner());
            case ReviewEvent.RiskAcceptanceEnded ended -> List.of(ended.reason());
            case ReviewEvent.BaselineApproved baseline -> List.of(baseline.document());
            case DeviationEvent.DeviationAccepted accepted ->
                Stream.concat(Stream.of(accepted.what(), accepted.reason()), accepted.override().stream())
                        .toList();
            case DeviationEvent.DeviationAcceptanceEnded ended -> List.of(ended.reason());
            case ScopeEvent scope -> List.of(ScopeTexts.text(scope));
            case ErasureEvent erasure -> of(erasure);
            case ExchangeEvent.TransferKeyMade made -> List.of(made.secret());
            case ExchangeEvent.EntryImported imported ->
                imported.envelope() instanceof ExchangeEvent.EntryImported.Envelope.Stored(var payload)
                        ? List.of(payload)
                        : List.of();
            case ExchangeEvent.ConflictDecided decided -> List.of(decided.reason());
            case FrameworkEvent.FrameworkImported imported -> List.of(imported.document());
            case FleetEvent.HostExpected expected -> List.of(expected.host());
            case FleetEvent.HostDismissed dismissed -> List.of(dismissed.host(), dismissed.reason());
            case FleetEvent.HostRunImported run -> List.of(run.statement());
            case HandbackEvent handback -> of(handback);
            case DeadlineEvent.DeadlineStarted started -> List.of(started.matter());
            case DeadlineEvent.DeadlineMet met -> met.note().stream().toList();
            case DeadlineEvent.DeadlineExtended extended -> List.of(extended.reason());
            case DeadlineEvent.DeadlineWithdrawn withdrawn -> List.of(withdrawn.reason());
            case RegisterEvent.RiskAssessed risk -> List.of(risk.title(), risk.reason(), risk.owner());
            case RegisterEvent.RiskClosed closed -> List.of(closed.reason());
            case ProgrammeEvent.PilotBegun begun -> List.of(begun.purpose());
            case ProgrammeEvent.PilotMeasured measured -> List.of(measured.said());
            case ProgrammeEvent.SampleDeclared _,
                    DeadlineEvent.DeadlineStartLearned _,
                    ExchangeEvent.PeerPaired _,
                    ExchangeEvent.BundleImported _,
                    ExchangeEvent.ForkSeen _,
                    Event.FrameworkAdopted _,
                    Event.SessionOpened _,
                    Event.ClockWentBack _,
                    Event.EvidenceLinked _,
                    Event.CollectionCompleted _,
                    Event.PackIssued _,
                    IdentityEvent _,
                    WitnessEvent _,
                    ReviewEvent.AnswerSubmitted _,
                    RevisionEvent _,
                    Event.Unknown _ -> List.of();
        };
    }

    private static List<PayloadRef> of(HandbackEvent event) {
        return switch (event) {
            case HandbackEvent.AuditReviewReceived review -> List.of(review.statement());
            case HandbackEvent.AuditorRemarked remarked ->
                remarked.remark().stream().toList();
            case HandbackEvent.RemarkAnswered answered -> List.of(answered.note());
            case HandbackEvent.WorkbookImported _ -> List.of();
        };
    }

    private static List<PayloadRef> of(ErasureEvent event) {
        return switch (event) {
            case ErasureEvent.Erasure erasure ->
                Stream.concat(Stream.of(erasure.explanation()), erasure.override().stream())
                        .toList();
            case ErasureEvent.RetentionRuleSet rule -> List.of(rule.reason());
            case ErasureEvent.LegalHoldPlaced hold -> List.of(hold.reason());
            case ErasureEvent.LegalHoldLifted lifted -> List.of(lifted.reason());
            case ErasureEvent.RollbackAcknowledged acknowledged -> List.of(acknowledged.reason());
            case ErasureEvent.ErasureFollowed _, ErasureEvent.BackupMade _ -> List.of();
        };
    }
}
