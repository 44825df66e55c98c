package org.cairn.proof.authority;

import static org.cairn.proof.authority.Role.ADMINISTRATOR;
import static org.cairn.proof.authority.Role.AUDITOR;
import static org.cairn.proof.authority.Role.AUTHOR;
import static org.cairn.proof.authority.Role.COLLECTOR;
import static org.cairn.proof.authority.Role.REVIEWER;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which roles each kind of event needs: the table of `docs/identities.md`, which a test holds against this one.
public final class Rules {
    /// An answer's acceptance, which needs more than its refusal does.
    public static final String ACCEPTANCE = "AnswerReviewed, ACCEPTED";

    private static final Rule PEOPLE = Rule.anyOf(ADMINISTRATOR, AUTHOR, REVIEWER);

    /// Whoever takes in what an auditor signed elsewhere; the auditor may do so too.
    private static final Rule RECEIVING = Rule.anyOf(ADMINISTRATOR, AUTHOR, REVIEWER, AUDITOR);

    private static final Rule ANYBODY = Rule.anyOf(ADMINISTRATOR, AUTHOR, REVIEWER, AUDITOR, COLLECTOR);

    private static final SortedMap<String, Rule> BY_KIND =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry("WorkspaceFounded", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("IdentityEnrolled", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("IdentityRevoked", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("RoleGranted", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("RoleWithdrawn", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("KeyRotated", ANYBODY),
                    Map.entry("RecoveryKeyEnrolled", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("AdministratorReestablished", Rule.nobody()),
                    Map.entry("SessionOpened", ANYBODY),
                    Map.entry("ClockWentBack", ANYBODY),
                    Map.entry("FrameworkAdopted", Rule.anyOf(ADMINISTRATOR, AUTHOR)),
                    Map.entry("FrameworkImported", Rule.anyOf(ADMINISTRATOR, AUTHOR)),
                    Map.entry("ScopeDefined", Rule.anyOf(ADMINISTRATOR, AUTHOR)),
                    Map.entry("SystemDefined", Rule.anyOf(AUTHOR)),
                    Map.entry("SystemRenamed", Rule.anyOf(AUTHOR)),
                    Map.entry("SystemRetired", Rule.anyOf(AUTHOR)),
                    Map.entry("ScopeFactStated", Rule.anyOf(AUTHOR)),
                    Map.entry("ScopeProfileApplied", Rule.anyOf(AUTHOR)),
                    Map.entry("ControlAnswered", Rule.anyOf(AUTHOR)),
                    Map.entry("AnswerSubmitted", Rule.anyOf(AUTHOR)),
                    Map.entry("AnswerReviewed", Rule.anyOf(REVIEWER)),
                    Map.entry("AnswerWithdrawn", Rule.anyOf(AUTHOR)),
                    Map.entry("ProposalRejected", PEOPLE),
                    Map.entry(ACCEPTANCE, Rule.twoPeople(REVIEWER, AUTHOR)),
                    Map.entry("EvidenceRecorded", Rule.anyOf(COLLECTOR, AUTHOR)),
                    Map.entry("EvidenceLinked", Rule.anyOf(AUTHOR)),
                    Map.entry("EvidenceSuperseded", Rule.anyOf(AUTHOR)),
                    Map.entry("CollectionCompleted", Rule.anyOf(COLLECTOR, ADMINISTRATOR, AUTHOR, REVIEWER)),
                    Map.entry("RiskAccepted", Rule.twoPeople(REVIEWER, AUTHOR)),
                    Map.entry("RiskAcceptanceEnded", Rule.anyOf(AUTHOR, REVIEWER)),
                    Map.entry("BaselineApproved", Rule.twoPeople(REVIEWER, AUTHOR)),
                    Map.entry("DeviationAccepted", Rule.twoPeople(REVIEWER, AUTHOR)),
                    Map.entry("DeviationAcceptanceEnded", Rule.anyOf(AUTHOR, REVIEWER)),
                    Map.entry("EvidenceErased", Rule.twoPeople(ADMINISTRATOR, AUTHOR, REVIEWER)),
                    Map.entry("PayloadErased", Rule.twoPeople(ADMINISTRATOR, AUTHOR, REVIEWER)),
                    Map.entry("ErasureFollowed", PEOPLE),
                    Map.entry("RetentionRuleSet", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("LegalHoldPlaced", PEOPLE),
                    Map.entry("LegalHoldLifted", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("BackupMade", PEOPLE),
                    Map.entry("RollbackAcknowledged", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("PackIssued", PEOPLE),
                    Map.entry("AuditReviewReceived", RECEIVING),
                    Map.entry("AuditorRemarked", RECEIVING),
                    Map.entry("RemarkAnswered", Rule.anyOf(AUTHOR, REVIEWER)),
                    Map.entry("TransferKeyMade", PEOPLE),
                    Map.entry("PeerPaired", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("EntryImported", PEOPLE),
                    Map.entry("BundleImported", PEOPLE),
                    Map.entry("ForkSeen", ANYBODY),
                    Map.entry("ConflictDecided", Rule.anyOf(AUTHOR)),
                    Map.entry("HostExpected", Rule.anyOf(ADMINISTRATOR, AUTHOR)),
                    Map.entry("HostDismissed", Rule.anyOf(AUTHOR)),
                    Map.entry("HostRunImported", Rule.anyOf(AUTHOR)),
                    Map.entry("WorkbookImported", Rule.anyOf(AUTHOR)),
                    Map.entry("RiskAssessed", Rule.anyOf(AUTHOR)),
                    Map.entry("RiskClosed", Rule.anyOf(AUTHOR, REVIEWER)),
                    Map.entry("SampleDeclared", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("PilotBegun", Rule.anyOf(ADMINISTRATOR, AUTHOR)),
                    Map.entry("PilotMeasured", Rule.anyOf(AUTHOR)),
                    Map.entry("WitnessTrusted", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("WitnessPolicySet", Rule.anyOf(ADMINISTRATOR)),
                    Map.entry("CheckpointWitnessed", PEOPLE),
                    Map.entry("ForeignCheckpointRecorded", PEOPLE))));

    /// A kind that is not in the table is something a person says.
    private static final Rule UNLISTED = Rule.anyOf(AUTHOR);

    private Rules() {}

    /// @param kind as in the ledger, or [#ACCEPTANCE]
    public static Rule of(String kind) {
        Rule rule = BY_KIND.get(kind);
        return rule == null ? UNLISTED : rule;
    }

    /// Every kind that has a rule of its own.
    public static SortedMap<String, Rule> table() {
        return BY_KIND;
    }
}
