package org.cairn.app.workspace;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Framework;
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
import org.cairn.collectors.host.Collector;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.CatalogueFiles;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.own.CanonicalForm;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.NoteKey;
import org.cairn.proof.authority.Role;
import org.cairn.reports.pack.PackCertificates;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackContent.FrameworkData;
import org.cairn.reports.pack.PackContent.Identity;
import org.cairn.reports.pack.PackContent.LedgerExtract;
import org.cairn.reports.pack.PackContent.ProvedEntry;
import org.cairn.reports.pack.PackContent.Text;
import org.cairn.reports.pack.PackContent.Withheld;

/// What goes into a pack beside the report and the workbook: entries with their proofs, payloads, keys.
final class PackContents {
    private final Parts parts;
    private final PackDraft draft;

    PackContents(Parts parts, PackDraft draft) {
        this.parts = parts;
        this.draft = draft;
    }

    PackContent content(Bytes report, Bytes workbook, List<PackContent.Document> documents) throws WorkspaceException {
        return new PackContent(
                new PackContent.Head(
                        draft.packId(),
                        draft.kind(),
                        parts.organisation(draft.request().language()),
                        draft.issuedAt(),
                        parts.environment().productVersion(),
                        draft.shownState(),
                        draft.request().language()),
                framework(),
                report,
                workbook,
                ledger(),
                folders(),
                texts(),
                withheld(),
                new PackErasures(parts, draft, Language.EN).items(),
                documents,
                identities(),
                certificates());
    }

    /// What is disclosed of each piece of evidence, in the order of the ledger.
    List<EvidenceFolder> folders() throws WorkspaceException {
        List<EvidenceFolder> folders = new ArrayList<>();
        for (RecordedEvidence piece : draft.evidence().all()) {
            if (!draft.withholds(piece.id())) {
                folders.add(new EvidenceFolder(
                        piece.id(),
                        piece.entry(),
                        title(piece),
                        draft.evidence().controlsOf(piece.id()),
                        piece.manifest(),
                        artefacts(piece)));
            }
        }
        return folders;
    }

    /// For a person: the title given to an attachment, or what the collector says it observes.
    String title(RecordedEvidence piece) {
        Optional<String> given = piece.evidence().fact("title");
        return given.orElseGet(() -> parts.environment().collectors().stream()
                .filter(collector -> collector.id().equals(piece.evidence().collector()))
                .map(Collector::title)
                .findFirst()
                .orElse(piece.evidence().collector().value()));
    }

    private List<EvidenceFolder.Artefact> artefacts(RecordedEvidence piece) throws WorkspaceException {
        List<EvidenceFolder.Artefact> artefacts = new ArrayList<>();
        for (Artefact kept : parts.shelf().artefacts(piece.id())) {
            int number = piece.evidence().sources().indexOf(kept.source());
            artefacts.add(new EvidenceFolder.Artefact(number, kept.source(), kept.payload()));
        }
        return artefacts;
    }

    private FrameworkData framework() throws WorkspaceException {
        Framework framework = draft.framework().framework();
        String file = framework.id() + "/framework.json";
        try {
            Optional<OwnFramework> own = parts.library(draft.times()).own(framework.id());
            Optional<Bytes> carried = own.isPresent()
                    ? own.map(CanonicalForm::write)
                    : CatalogueFiles.builtIn().read(file);
            Bytes data = carried.filter(bytes -> Digest.sha256(bytes).equals(framework.content()))
                    .orElseThrow(() -> new IllegalStateException(file + " is not what was loaded"));
            return new FrameworkData(
                    framework.id(),
                    framework.version(),
                    data,
                    draft.framework().adoption().entry());
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, file + ": cannot be read (" + e + ")", e);
        }
    }

    private LedgerExtract ledger() throws WorkspaceException {
        List<ProvedEntry> entries = new ArrayList<>();
        try {
            for (Recorded<? extends Event> recorded : draft.shown()) {
                long index = recorded.entry();
                entries.add(new ProvedEntry(
                        parts.ledger().entry(index),
                        parts.ledger().inclusionProof(index, draft.checkpoint().size())));
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
        List<NoteKey> keys = parts.keyring().log().keys();
        PackWitnesses witnesses = new PackWitnesses(parts, draft);
        return new LedgerExtract(
                draft.note(), keys.get(0), keys.get(1), entries, witnesses.policy(), witnesses.states());
    }

    private List<Text> texts() throws WorkspaceException {
        List<Text> texts = new ArrayList<>();
        for (Recorded<? extends Event> recorded : draft.shown()) {
            texts(texts, recorded.entry(), recorded.event());
        }
        return texts;
    }

    private void texts(List<Text> texts, long entry, Event event) throws WorkspaceException {
        switch (event) {
            case Event.WorkspaceFounded founded -> text(texts, entry, "organisation", founded.organisation());
            case Event.IdentityEnrolled enrolled -> text(texts, entry, "name", enrolled.name());
            case Event.ScopeDefined scope -> text(texts, entry, "scope", scope.description());
            case Event.ControlAnswered answer -> {
                for (PayloadRef note : answer.note().stream().toList()) {
                    text(texts, entry, "note", note);
                }
                for (PayloadRef owner : answer.owner().stream().toList()) {
                    text(texts, entry, "owner", owner);
                }
            }
            case ReviewEvent.AnswerReviewed reviewed -> text(texts, entry, "reason", reviewed.reason());
            case ReviewEvent.AnswerWithdrawn withdrawn -> text(texts, entry, "reason", withdrawn.reason());
            case ReviewEvent.ProposalRejected rejected -> text(texts, entry, "reason", rejected.reason());
            case ReviewEvent.RiskAccepted risk -> {
                text(texts, entry, "reason", risk.reason());
                text(texts, entry, "owner", risk.owner());
            }
            case ReviewEvent.RiskAcceptanceEnded ended -> text(texts, entry, "reason", ended.reason());
            case RegisterEvent.RiskAssessed risk -> {
                text(texts, entry, "title", risk.title());
                text(texts, entry, "reason", risk.reason());
                text(texts, entry, "owner", risk.owner());
            }
            case RegisterEvent.RiskClosed closed -> text(texts, entry, "reason", closed.reason());
            case ReviewEvent.BaselineApproved baseline -> text(texts, entry, "policy", baseline.document());
            case DeviationEvent.DeviationAccepted accepted -> {
                text(texts, entry, "what", accepted.what());
                text(texts, entry, "reason", accepted.reason());
                for (PayloadRef longer : accepted.override().stream().toList()) {
                    text(texts, entry, "override", longer);
                }
            }
            case DeviationEvent.DeviationAcceptanceEnded ended -> text(texts, entry, "reason", ended.reason());
            case ScopeEvent scope -> text(texts, entry, ScopeTexts.textIs(scope), ScopeTexts.text(scope));
            case FrameworkEvent.FrameworkImported own -> text(texts, entry, "framework", own.document());
            case FleetEvent fleet -> fleetTexts(texts, entry, fleet);
            case HandbackEvent handback -> handbackTexts(texts, entry, handback);
            case ExchangeEvent.ConflictDecided decided -> text(texts, entry, "reason", decided.reason());
            case ExchangeEvent _,
                    DeadlineEvent _,
                    IdentityEvent _,
                    WitnessEvent _,
                    ReviewEvent.AnswerSubmitted _,
                    ErasureEvent _,
                    Event.FrameworkAdopted _,
                    Event.SessionOpened _,
                    Event.ClockWentBack _,
                    Event.EvidenceRecorded _,
                    Event.EvidenceLinked _,
                    RevisionEvent _,
                    ProgrammeEvent _,
                    Event.CollectionCompleted _,
                    Event.PackIssued _,
                    Event.Unknown _ -> {}
        }
    }

    private void handbackTexts(List<Text> texts, long entry, HandbackEvent event) throws WorkspaceException {
        switch (event) {
            case HandbackEvent.AuditorRemarked remarked -> {
                if (remarked.remark().isPresent()) {
                    text(texts, entry, "remark", remarked.remark().get());
                }
            }
            case HandbackEvent.RemarkAnswered answered -> text(texts, entry, "note", answered.note());
            case HandbackEvent.AuditReviewReceived review -> {
                if (new PackReviews(parts, draft).opens(review)) {
                    text(texts, entry, "review", review.statement());
                }
            }
            case HandbackEvent.WorkbookImported _ -> {}
        }
    }

    private void fleetTexts(List<Text> texts, long entry, FleetEvent event) throws WorkspaceException {
        switch (event) {
            case FleetEvent.HostExpected expected -> text(texts, entry, "host", expected.host());
            case FleetEvent.HostDismissed dismissed -> {
                text(texts, entry, "host", dismissed.host());
                text(texts, entry, "reason", dismissed.reason());
            }
            case FleetEvent.HostRunImported run -> {
                if (holdsNothingBack(run)) {
                    text(texts, entry, "host-run", run.statement());
                }
            }
        }
    }

    /// A host signs bare digests, by which a guess at what is withheld or was erased could be confirmed.
    private boolean holdsNothingBack(FleetEvent.HostRunImported run) {
        return run.evidence().stream()
                .noneMatch(id -> draft.withholds(id) || parts.erasures().erased(id.stored()));
    }

    /// One that was erased is left out: the entry still commits to it.
    private void text(List<Text> texts, long entry, String what, PayloadRef payload) throws WorkspaceException {
        if (parts.names().text(payload).isPresent()) {
            texts.add(new Text(entry, what, payload));
        }
    }

    private List<Withheld> withheld() {
        return draft.evidence().all().stream()
                .filter(piece -> draft.withholds(piece.id()))
                .map(piece -> new Withheld(piece.entry(), title(piece), PackDraft.WITHHELD, piece.manifest()))
                .toList();
    }

    /// Each key with the entry that brought it in; one that took another's place came with that one's role.
    private List<Identity> identities() {
        Map<KeyId, Identity> identities = new LinkedHashMap<>();
        for (Recorded<? extends Event> recorded : draft.shown()) {
            if (recorded.event() instanceof Event.IdentityEnrolled enrolled) {
                identities.put(
                        enrolled.key(),
                        new Identity(enrolled.key(), enrolled.spki(), enrolled.role(), recorded.entry()));
            } else if (recorded.event() instanceof IdentityEvent.KeyRotated rotated) {
                Optional.ofNullable(identities.get(rotated.oldKey()))
                        .ifPresent(before -> identities.put(
                                rotated.newKey(),
                                new Identity(rotated.newKey(), rotated.spki(), before.role(), recorded.entry())));
            } else if (recorded.event() instanceof IdentityEvent.AdministratorReestablished back) {
                identities.put(back.key(), new Identity(back.key(), back.spki(), Role.ADMINISTRATOR, recorded.entry()));
            }
        }
        return List.copyOf(identities.values());
    }

    /// The revocation list is made anew, since readers want it younger than the signatures.
    private PackCertificates certificates() throws WorkspaceException {
        try {
            PackCertificates certificates = new PackCertificates(
                    parts.keyring().documents().chain(),
                    parts.keyring().authority().revocationList(InstantSource.fixed(draft.issuedAt())));
            return new TimeStamps(parts)
                    .authority()
                    .map(stamps -> certificates.stampedUnder(stamps.root()))
                    .orElse(certificates);
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }
}
