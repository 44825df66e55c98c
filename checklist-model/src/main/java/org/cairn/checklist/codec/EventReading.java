package org.cairn.checklist.codec;

import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ProgrammeEvent;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// JSON to events. [EventWriting] is the way there.
final class EventReading {
    private final Members members;

    private EventReading(Members members) {
        this.members = members;
    }

    /// The event's own members; the header's are read already.
    static Event read(EventKind kind, Members members) throws MalformedEvent {
        EventReading reading = new EventReading(members);
        return switch (kind) {
            case WORKSPACE_FOUNDED -> reading.founded();
            case IDENTITY_ENROLLED -> reading.enrolled();
            case FRAMEWORK_ADOPTED -> reading.adopted();
            case SCOPE_DEFINED -> reading.scope();
            case SESSION_OPENED -> reading.session();
            case CLOCK_WENT_BACK -> new Event.ClockWentBack(members.instant("previous"), members.instant("now"));
            case CONTROL_ANSWERED -> reading.answer();
            case EVIDENCE_RECORDED -> reading.recorded();
            case EVIDENCE_LINKED -> reading.linked();
            case COLLECTION_COMPLETED -> reading.completed();
            case PACK_ISSUED -> reading.issued();
            case KEY_ROTATED -> IdentityShapes.rotated(members);
            case IDENTITY_REVOKED -> IdentityShapes.revoked(members);
            case ROLE_GRANTED -> IdentityShapes.granted(members);
            case ROLE_WITHDRAWN -> IdentityShapes.withdrawn(members);
            case RECOVERY_KEY_ENROLLED -> IdentityShapes.recoveryKey(members);
            case ADMINISTRATOR_REESTABLISHED -> IdentityShapes.reestablished(members);
            case ANSWER_SUBMITTED -> ReviewShapes.submitted(members);
            case ANSWER_REVIEWED -> ReviewShapes.reviewed(members);
            case ANSWER_WITHDRAWN, PROPOSAL_REJECTED -> refused(kind, members);
            case RISK_ACCEPTED, RISK_ACCEPTANCE_ENDED -> risk(kind, members);
            case BASELINE_APPROVED -> ReviewShapes.baseline(members);
            case SYSTEM_DEFINED -> ScopeShapes.defined(members);
            case SYSTEM_RENAMED -> ScopeShapes.renamed(members);
            case SYSTEM_RETIRED -> ScopeShapes.retired(members);
            case SCOPE_FACT_STATED -> ScopeShapes.stated(members);
            case SCOPE_PROFILE_APPLIED -> ScopeShapes.applied(members);
            case EVIDENCE_ERASED -> ErasureReading.evidence(members);
            case PAYLOAD_ERASED -> ErasureReading.payload(members);
            case ERASURE_FOLLOWED -> ErasureReading.followed(members);
            case RETENTION_RULE_SET -> ErasureReading.rule(members);
            case LEGAL_HOLD_PLACED, LEGAL_HOLD_LIFTED -> hold(kind, members);
            case BACKUP_MADE -> ErasureReading.backup(members);
            case ROLLBACK_ACKNOWLEDGED -> ErasureReading.acknowledged(members);
            case TRANSFER_KEY_MADE -> ExchangeReading.transferKey(members);
            case PEER_PAIRED -> ExchangeReading.paired(members);
            case ENTRY_IMPORTED -> ExchangeReading.entry(members);
            case BUNDLE_IMPORTED -> ExchangeReading.bundle(members);
            case FORK_SEEN -> ExchangeReading.fork(members);
            case CONFLICT_DECIDED -> ExchangeReading.decided(members);
            case WITNESS_TRUSTED -> WitnessShapes.trusted(members);
            case WITNESS_POLICY_SET -> WitnessShapes.policy(members);
            case CHECKPOINT_WITNESSED -> WitnessShapes.witnessed(members);
            case FOREIGN_CHECKPOINT_RECORDED -> WitnessShapes.foreign(members);
            case DEADLINE_STARTED, DEADLINE_START_LEARNED, DEADLINE_MET, DEADLINE_EXTENDED, DEADLINE_WITHDRAWN ->
                deadline(kind, members);
            case FRAMEWORK_IMPORTED -> FrameworkShapes.imported(members);
            case HOST_EXPECTED, HOST_DISMISSED, HOST_RUN_IMPORTED -> host(kind, members);
            case EVIDENCE_SUPERSEDED -> RevisionShapes.superseded(members);
            case RISK_ASSESSED, RISK_CLOSED -> RegisterShapes.read(kind, members);
            case SAMPLE_DECLARED -> new ProgrammeEvent.SampleDeclared();
            case PILOT_BEGUN, PILOT_MEASURED -> pilot(kind, members);
            case WORKBOOK_IMPORTED, AUDIT_REVIEW_RECEIVED, AUDITOR_REMARKED, REMARK_ANSWERED ->
                HandbackShapes.read(kind, members);
            case DEVIATION_ACCEPTED, DEVIATION_ACCEPTANCE_ENDED -> deviation(kind, members);
        };
    }

    private static Event deadline(EventKind kind, Members members) throws MalformedEvent {
        if (kind == EventKind.DEADLINE_STARTED) {
            return DeadlineShapes.started(members);
        }
        if (kind == EventKind.DEADLINE_START_LEARNED) {
            return DeadlineShapes.learned(members);
        }
        if (kind == EventKind.DEADLINE_MET) {
            return DeadlineShapes.met(members);
        }
        return kind == EventKind.DEADLINE_EXTENDED
                ? DeadlineShapes.extended(members)
                : DeadlineShapes.withdrawn(members);
    }

    private static Event risk(EventKind kind, Members members) throws MalformedEvent {
        return kind == EventKind.RISK_ACCEPTED ? ReviewShapes.risk(members) : ReviewShapes.ended(members);
    }

    private static Event refused(EventKind kind, Members members) throws MalformedEvent {
        return kind == EventKind.ANSWER_WITHDRAWN ? ReviewShapes.withdrawn(members) : ReviewShapes.rejected(members);
    }

    private static Event pilot(EventKind kind, Members members) throws MalformedEvent {
        return kind == EventKind.PILOT_BEGUN ? ProgrammeShapes.begun(members) : ProgrammeShapes.measured(members);
    }

    private static Event host(EventKind kind, Members members) throws MalformedEvent {
        if (kind == EventKind.HOST_RUN_IMPORTED) {
            return FleetShapes.run(members);
        }
        return kind == EventKind.HOST_EXPECTED ? FleetShapes.expected(members) : FleetShapes.dismissed(members);
    }

    private static Event deviation(EventKind kind, Members members) throws MalformedEvent {
        return kind == EventKind.DEVIATION_ACCEPTED
                ? DeviationShapes.accepted(members)
                : DeviationShapes.ended(members);
    }

    private static Event hold(EventKind kind, Members members) throws MalformedEvent {
        return kind == EventKind.LEGAL_HOLD_PLACED ? ErasureReading.placed(members) : ErasureReading.lifted(members);
    }

    private Event founded() throws MalformedEvent {
        return new Event.WorkspaceFounded(
                members.smallInteger("formatVersion", 1), members.text("origin"), members.payloadRef("organisation"));
    }

    private Event enrolled() throws MalformedEvent {
        return new Event.IdentityEnrolled(
                members.text("key", KeyId::parse),
                members.text("spki", Bytes::parseHex),
                members.oneOf("role", Role.values()),
                members.optionalText("holder", HolderId::new),
                members.payloadRef("name"));
    }

    private Event adopted() throws MalformedEvent {
        return new Event.FrameworkAdopted(
                members.text("framework", FrameworkId::new),
                members.text("frameworkVersion"),
                members.digest("content"));
    }

    private Event scope() throws MalformedEvent {
        return new Event.ScopeDefined(members.texts("roles", role -> role), members.payloadRef("description"));
    }

    private Event session() throws MalformedEvent {
        return new Event.SessionOpened(
                members.text("productVersion"), members.text("timeSource"), members.flag("clockSynchronised"));
    }

    private Event answer() throws MalformedEvent {
        Subject subject = members.text("subject", Subject::parse);
        AnswerStatus status = members.oneOf("status", AnswerStatus.values());
        try {
            return new Event.ControlAnswered(
                    subject,
                    status,
                    members.digest("textDigest"),
                    members.optionalPayloadRef("note"),
                    maturity(),
                    members.optionalPayloadRef("owner"),
                    members.optionalDate("due"),
                    members.optionalDate("appliesFrom"),
                    members.evidenceIds("evidence"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("status", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Maturity> maturity() throws MalformedEvent {
        if (!members.has("maturity")) {
            return Optional.empty();
        }
        Members inner = members.object("maturity");
        int documentation = inner.smallInteger("documentation", 0);
        int implementation = inner.smallInteger("implementation", 0);
        inner.finish();
        try {
            return Optional.of(new Maturity(documentation, implementation));
        } catch (IllegalArgumentException e) {
            throw members.refusal("maturity", String.valueOf(e.getMessage()));
        }
    }

    private Event recorded() throws MalformedEvent {
        return new Event.EvidenceRecorded(
                members.text("evidence", EvidenceId::parse),
                members.text("collector", CollectorId::new),
                members.smallInteger("collectorVersion", 1),
                members.instant("observedAt"),
                members.payloadRef("manifest"),
                members.smallInteger("sources", 0),
                members.smallInteger("refusals", 0));
    }

    private Event linked() throws MalformedEvent {
        Subject subject = members.text("subject", Subject::parse);
        return new Event.EvidenceLinked(members.text("evidence", EvidenceId::parse), subject);
    }

    private Event completed() throws MalformedEvent {
        return new Event.CollectionCompleted(
                members.instant("startedAt"),
                members.evidenceIds("evidence"),
                members.texts("failed", CollectorId::new),
                members.flag("cancelled"));
    }

    private Event issued() throws MalformedEvent {
        return new Event.PackIssued(
                members.text("packKind"),
                members.text("framework", FrameworkId::new),
                members.digest("sums"),
                members.integer("size", 0));
    }
}
