package org.cairn.checklist.codec;

import java.util.Optional;
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

/// The kinds of events this version reads and writes, as spelled in the ledger, each with the version of its shape.
enum EventKind {
    WORKSPACE_FOUNDED("WorkspaceFounded"),
    IDENTITY_ENROLLED("IdentityEnrolled"),
    FRAMEWORK_ADOPTED("FrameworkAdopted"),
    SCOPE_DEFINED("ScopeDefined"),
    SESSION_OPENED("SessionOpened"),
    CLOCK_WENT_BACK("ClockWentBack"),
    CONTROL_ANSWERED("ControlAnswered"),
    EVIDENCE_RECORDED("EvidenceRecorded"),
    EVIDENCE_LINKED("EvidenceLinked"),
    COLLECTION_COMPLETED("CollectionCompleted"),
    PACK_ISSUED("PackIssued"),
    KEY_ROTATED("KeyRotated"),
    IDENTITY_REVOKED("IdentityRevoked"),
    ROLE_GRANTED("RoleGranted"),
    ROLE_WITHDRAWN("RoleWithdrawn"),
    RECOVERY_KEY_ENROLLED("RecoveryKeyEnrolled"),
    ADMINISTRATOR_REESTABLISHED("AdministratorReestablished"),
    ANSWER_SUBMITTED("AnswerSubmitted"),
    ANSWER_REVIEWED("AnswerReviewed"),
    ANSWER_WITHDRAWN("AnswerWithdrawn"),
    PROPOSAL_REJECTED("ProposalRejected"),
    RISK_ACCEPTED("RiskAccepted"),
    RISK_ACCEPTANCE_ENDED("RiskAcceptanceEnded"),
    BASELINE_APPROVED("BaselineApproved"),
    SYSTEM_DEFINED("SystemDefined"),
    SYSTEM_RENAMED("SystemRenamed"),
    SYSTEM_RETIRED("SystemRetired"),
    SCOPE_FACT_STATED("ScopeFactStated"),
    SCOPE_PROFILE_APPLIED("ScopeProfileApplied"),
    EVIDENCE_ERASED("EvidenceErased"),
    PAYLOAD_ERASED("PayloadErased"),
    ERASURE_FOLLOWED("ErasureFollowed"),
    RETENTION_RULE_SET("RetentionRuleSet"),
    LEGAL_HOLD_PLACED("LegalHoldPlaced"),
    LEGAL_HOLD_LIFTED("LegalHoldLifted"),
    BACKUP_MADE("BackupMade"),
    ROLLBACK_ACKNOWLEDGED("RollbackAcknowledged"),
    TRANSFER_KEY_MADE("TransferKeyMade"),
    PEER_PAIRED("PeerPaired"),
    ENTRY_IMPORTED("EntryImported"),
    BUNDLE_IMPORTED("BundleImported"),
    FORK_SEEN("ForkSeen"),
    CONFLICT_DECIDED("ConflictDecided"),
    WITNESS_TRUSTED("WitnessTrusted"),
    WITNESS_POLICY_SET("WitnessPolicySet"),
    CHECKPOINT_WITNESSED("CheckpointWitnessed"),
    FOREIGN_CHECKPOINT_RECORDED("ForeignCheckpointRecorded"),
    DEADLINE_STARTED("DeadlineStarted"),
    DEADLINE_START_LEARNED("DeadlineStartLearned"),
    DEADLINE_MET("DeadlineMet"),
    DEADLINE_EXTENDED("DeadlineExtended"),
    DEADLINE_WITHDRAWN("DeadlineWithdrawn"),
    FRAMEWORK_IMPORTED("FrameworkImported"),
    HOST_EXPECTED("HostExpected"),
    HOST_DISMISSED("HostDismissed"),
    HOST_RUN_IMPORTED("HostRunImported"),
    EVIDENCE_SUPERSEDED("EvidenceSuperseded"),
    DEVIATION_ACCEPTED("DeviationAccepted"),
    DEVIATION_ACCEPTANCE_ENDED("DeviationAcceptanceEnded"),
    WORKBOOK_IMPORTED("WorkbookImported"),
    RISK_ASSESSED("RiskAssessed"),
    RISK_CLOSED("RiskClosed"),
    SAMPLE_DECLARED("SampleDeclared"),
    PILOT_BEGUN("PilotBegun"),
    PILOT_MEASURED("PilotMeasured"),
    AUDIT_REVIEW_RECEIVED("AuditReviewReceived"),
    AUDITOR_REMARKED("AuditorRemarked"),
    REMARK_ANSWERED("RemarkAnswered");

    /// Raised when a kind changes its shape; the older shape is then still read.
    static final int VERSION = 1;

    private final String text;

    EventKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Optional<EventKind> parse(String text) {
        for (EventKind kind : values()) {
            if (kind.text.equals(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Empty for an event of a kind that this version does not know.
    static Optional<EventKind> of(Event event) {
        return switch (event) {
            case Event.WorkspaceFounded _ -> Optional.of(WORKSPACE_FOUNDED);
            case Event.IdentityEnrolled _ -> Optional.of(IDENTITY_ENROLLED);
            case Event.FrameworkAdopted _ -> Optional.of(FRAMEWORK_ADOPTED);
            case Event.ScopeDefined _ -> Optional.of(SCOPE_DEFINED);
            case Event.SessionOpened _ -> Optional.of(SESSION_OPENED);
            case Event.ClockWentBack _ -> Optional.of(CLOCK_WENT_BACK);
            case Event.ControlAnswered _ -> Optional.of(CONTROL_ANSWERED);
            case Event.EvidenceRecorded _ -> Optional.of(EVIDENCE_RECORDED);
            case Event.EvidenceLinked _ -> Optional.of(EVIDENCE_LINKED);
            case Event.CollectionCompleted _ -> Optional.of(COLLECTION_COMPLETED);
            case Event.PackIssued _ -> Optional.of(PACK_ISSUED);
            case IdentityEvent identity -> Optional.of(IdentityShapes.kind(identity));
            case ReviewEvent review -> Optional.of(ReviewShapes.kind(review));
            case ScopeEvent scope -> Optional.of(ScopeShapes.kind(scope));
            case ErasureEvent erasure -> Optional.of(of(erasure));
            case ExchangeEvent exchange -> Optional.of(ExchangeWriting.kind(exchange));
            case WitnessEvent witness -> Optional.of(WitnessShapes.kind(witness));
            case DeadlineEvent deadline -> Optional.of(DeadlineShapes.kind(deadline));
            case FrameworkEvent framework -> Optional.of(FrameworkShapes.kind(framework));
            case FleetEvent fleet -> Optional.of(FleetShapes.kind(fleet));
            case RevisionEvent revision -> Optional.of(RevisionShapes.kind(revision));
            case DeviationEvent deviation -> Optional.of(DeviationShapes.kind(deviation));
            case HandbackEvent handback -> Optional.of(HandbackShapes.kind(handback));
            case RegisterEvent register -> Optional.of(RegisterShapes.kind(register));
            case ProgrammeEvent programme -> Optional.of(ProgrammeShapes.kind(programme));
            case Event.Unknown _ -> Optional.empty();
        };
    }

    private static EventKind of(ErasureEvent event) {
        return switch (event) {
            case ErasureEvent.EvidenceErased _ -> EVIDENCE_ERASED;
            case ErasureEvent.PayloadErased _ -> PAYLOAD_ERASED;
            case ErasureEvent.ErasureFollowed _ -> ERASURE_FOLLOWED;
            case ErasureEvent.RetentionRuleSet _ -> RETENTION_RULE_SET;
            case ErasureEvent.LegalHoldPlaced _ -> LEGAL_HOLD_PLACED;
            case ErasureEvent.LegalHoldLifted _ -> LEGAL_HOLD_LIFTED;
            case ErasureEvent.BackupMade _ -> BACKUP_MADE;
            case ErasureEvent.RollbackAcknowledged _ -> ROLLBACK_ACKNOWLEDGED;
        };
    }
}
