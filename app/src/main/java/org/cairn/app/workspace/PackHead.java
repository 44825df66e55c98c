package org.cairn.app.workspace;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.cairn.checklist.codec.EventCodec;
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
import org.cairn.evidence.EvidenceId;
import org.cairn.ledger.key.DocumentKey;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.LedgerPage;

/// The cover and the ledger's page of a pack.
final class PackHead {
    private final Parts parts;
    private final PackDraft draft;
    private final PackTitles titles;

    PackHead(Parts parts, PackDraft draft, PackTitles titles) {
        this.titles = titles;
        this.parts = parts;
        this.draft = draft;
    }

    /// The period runs from the workspace's founding to the pack's issue.
    Cover cover() throws WorkspaceException {
        return new Cover(
                parts.organisation(draft.request().language()),
                parts.file().origin(),
                draft.packId(),
                draft.kind(),
                titles.of(draft.framework().framework()),
                draft.events().getFirst().recordedAt(),
                draft.issuedAt(),
                draft.shownState(),
                draft.issuedAt(),
                issuer(parts.keyring().documents(), new TimeStamps(parts).named()));
    }

    LedgerPage ledger() throws WorkspaceException {
        List<LedgerPage.EntryLine> lines = new ArrayList<>();
        for (Recorded<? extends Event> recorded : draft.shown()) {
            lines.add(line(recorded));
        }
        return new LedgerPage(
                parts.file().origin(),
                draft.note().encode().asUtf8(),
                draft.checkpoint().size(),
                draft.checkpoint().root(),
                parts.keyring().log().keys().stream().map(PackHead::logKey).toList(),
                lines,
                new PackWitnesses(parts, draft).lines());
    }

    private LedgerPage.EntryLine line(Recorded<? extends Event> recorded) throws WorkspaceException {
        try {
            return new LedgerPage.EntryLine(
                    recorded.entry(),
                    EventCodec.kind(recorded.event()),
                    recorded.event() instanceof IdentityEvent.AdministratorReestablished back
                            ? parts.names().of(back.key()) + " ("
                                    + back.holder().shortForm() + ")"
                            : subject(recorded.event()),
                    recorded.recordedAt(),
                    recorded.actor(),
                    Merkle.leafHash(parts.ledger().entry(recorded.entry())));
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static String subject(Event event) {
        return switch (event) {
            case Event.ControlAnswered answer -> answer.subject().text();
            case Event.EvidenceRecorded evidence -> evidence.id().shortForm();
            case Event.EvidenceLinked linked -> linked.subject().text();
            case HandbackEvent.WorkbookImported imported ->
                LogTexts.shortened(imported.workbook().hex());
            case HandbackEvent.AuditReviewReceived review ->
                LogTexts.shortened(review.file().hex());
            case HandbackEvent.AuditorRemarked remarked -> AuditTexts.item(remarked.item());
            case HandbackEvent.RemarkAnswered answered -> Long.toString(answered.remark());
            case RevisionEvent.EvidenceSuperseded superseded ->
                superseded.evidence().shortForm();
            case Event.FrameworkAdopted adopted -> adopted.framework().value();
            case Event.IdentityEnrolled enrolled -> enrolled.role().name();
            case ErasureEvent.EvidenceErased erased -> erased.evidence().shortForm();
            case ErasureEvent.ErasureFollowed followed ->
                followed.evidence().map(EvidenceId::shortForm).orElse("");
            case ReviewEvent.AnswerSubmitted submitted -> submitted.subject().text();
            case ReviewEvent.AnswerReviewed reviewed -> reviewed.subject().text();
            case ReviewEvent.AnswerWithdrawn withdrawn -> withdrawn.subject().text();
            case ReviewEvent.ProposalRejected rejected -> rejected.proposed();
            case ReviewEvent.RiskAccepted risk -> risk.id().hex();
            case ReviewEvent.RiskAcceptanceEnded ended -> ended.id().hex();
            case ReviewEvent.BaselineApproved baseline -> baseline.system();
            case RegisterEvent register -> register.id().hex();
            case DeviationEvent.DeviationAccepted accepted -> accepted.system();
            case DeviationEvent.DeviationAcceptanceEnded ended -> ended.id().hex();
            case ScopeEvent scope -> ScopeTexts.subject(scope);
            case IdentityEvent.RoleGranted granted -> granted.role().name();
            case IdentityEvent.RoleWithdrawn withdrawn -> withdrawn.role().name();
            case ExchangeEvent.EntryImported imported -> imported.subject().orElse("");
            case ExchangeEvent.ConflictDecided decided -> decided.subject().text();
            case WitnessEvent.WitnessTrusted trusted -> trusted.name();
            case WitnessEvent.CheckpointWitnessed witnessed -> witnessed.witness();
            case WitnessEvent.ForeignCheckpointRecorded foreign ->
                foreign.checkpoint().origin();
            case DeadlineEvent deadline -> deadline.deadline().hex();
            case FrameworkEvent own -> own.framework().value();
            case FleetEvent.HostRunImported run ->
                "run " + run.sequence() + " of key "
                        + LogTexts.shortened(run.key().hex());
            case ExchangeEvent _,
                    WitnessEvent.WitnessPolicySet _,
                    IdentityEvent.KeyRotated _,
                    IdentityEvent.RecoveryKeyEnrolled _,
                    IdentityEvent.AdministratorReestablished _,
                    IdentityEvent.IdentityRevoked _,
                    ErasureEvent _,
                    Event.WorkspaceFounded _,
                    Event.ScopeDefined _,
                    Event.SessionOpened _,
                    Event.ClockWentBack _,
                    Event.CollectionCompleted _,
                    Event.PackIssued _,
                    FleetEvent _,
                    ProgrammeEvent _,
                    Event.Unknown _ -> "";
        };
    }

    private static LedgerPage.LogKey logKey(NoteKey key) {
        String algorithm = switch (key.algorithm()) {
            case ED25519 -> "Ed25519";
            case ED25519_COSIGNATURE -> "Ed25519 cosignature";
            case ML_DSA_44 -> "ML-DSA-44";
        };
        return new LedgerPage.LogKey(key.name(), algorithm, key.encode());
    }

    static Cover.Issuer issuer(DocumentKey key, Optional<Cover.StampedBy> stampedBy) {
        X509Certificate certificate = key.certificate();
        return new Cover.Issuer(
                commonName(certificate),
                new KeyId(Digest.sha256(Bytes.copyOf(certificate.getPublicKey().getEncoded()))),
                digest(certificate),
                digest(key.root()),
                stampedBy);
    }

    private static Digest digest(X509Certificate certificate) {
        try {
            return Digest.sha256(Bytes.copyOf(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has an encoding", e);
        }
    }

    static String commonName(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .collect(Collectors.joining(" "));
        } catch (InvalidNameException e) {
            throw new IllegalStateException("a certificate's subject is a name: " + subject, e);
        }
    }
}
