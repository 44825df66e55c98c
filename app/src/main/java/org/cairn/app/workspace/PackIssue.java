package org.cairn.app.workspace;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Verdict;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.PackContent;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.PackKind;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.PackResult;
import org.cairn.reports.pack.PackWriter;
import org.cairn.reports.pack.PayloadReader;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pdf.PdfReport;
import org.cairn.reports.pdf.StatementReport;
import org.cairn.reports.sign.DocumentSigning;
import org.cairn.reports.xlsx.Workbook;
import org.cairn.verifier.VerifyPage;

/// Writes a pack, verifies it with the auditor's own verifier, and records its issue.
final class PackIssue {
    private static final int STEPS = 5;

    private final Parts parts;

    PackIssue(Parts parts) {
        this.parts = parts;
    }

    IssuedPack issue(PackRequest request, Progress progress) throws WorkspaceException {
        parts.requireIssuable();
        if (Files.exists(request.out())) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, request.out() + ": exists; nothing was written. Choose another name");
        }
        progress.at(new Step("Reading the posture", 0, STEPS));
        PackDraft draft = draft(request);
        PackContents contents = new PackContents(parts, draft);
        try {
            PackResult result = write(draft, contents, progress);
            progress.at(new Step("Verifying the pack", 4, STEPS));
            verify(result);
            long entry = parts.log()
                    .recordByPerson(new Event.PackIssued(
                            draft.kind().code(),
                            request.framework(),
                            result.sums(),
                            draft.checkpoint().size()));
            progress.at(new Step("Done", STEPS, STEPS));
            return new IssuedPack(
                    result.file(),
                    result.sizeBytes(),
                    result.sums(),
                    draft.checkpoint().size(),
                    result.rootFingerprint(),
                    entry);
        } catch (PackException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        }
    }

    private PackResult write(PackDraft draft, PackContents contents, Progress progress)
            throws WorkspaceException, PackException {
        DocumentSigning signing = new DocumentSigning(parts.keyring().documents(), new TimeStamps(parts).signing());
        Instant at = draft.issuedAt();
        progress.at(new Step("Laying out the report", 1, STEPS));
        PackModel model = new PackModels(parts, draft, contents).model();
        List<AcceptedRisk> risks = new PackRisks(parts, draft).risks();
        List<PackContent.Document> documents = new ArrayList<>(new PackOscal(parts, model, risks).documents());
        Bytes report = signing.signPdf(PdfReport.render(model, draft.request().depth(), documents), at);
        progress.at(new Step("Filling the workbook", 2, STEPS));
        Optional<Statement> statement = new PackStatement(parts, draft).statement(model, risks);
        Bytes workbook = signing.signWorkbook(Workbook.render(model, statement), at);
        progress.at(new Step("Writing the pack", 3, STEPS));
        PackWriter writer = new PackWriter(
                PayloadReader.of(parts.vault()),
                new KeyringPackSigner(parts.keyring(), signing, at),
                VerifyPage.bytes());
        if (statement.isPresent()) {
            Bytes signed = signing.signPdf(StatementReport.render(model, statement.get()), at);
            documents.add(PackContent.statement(signed));
        }
        return writer.write(
                contents.content(report, workbook, documents), draft.request().out());
    }

    private PackDraft draft(PackRequest request) throws WorkspaceException {
        Instant now = parts.environment().clock().instant();
        PackKind kind = kind(request.kind());
        if (kind == PackKind.STATEMENT_OF_APPLICABILITY && !request.framework().equals(Statement.FRAMEWORK)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "a statement of applicability is about " + Statement.FRAMEWORK + ", not about "
                            + request.framework() + "; nothing was written");
        }
        TwoTimes times = parts.times(request.asOf());
        Posture posture = parts.posture(times);
        FrameworkPosture framework = posture.framework(request.framework())
                .filter(FrameworkPosture::sameEdition)
                .orElseThrow(() -> notAdopted(request, posture));
        PackEvidence evidence = PackEvidence.of(
                posture,
                framework,
                parts.environment().knowledge().checks(),
                parts.shelf().all().stream()
                        .filter(piece -> piece.entry() < times.size()
                                && !piece.evidence().observedAt().isAfter(times.validAt()))
                        .toList());
        requireKnown(request, evidence);
        try {
            SignedNote note = parts.ledger().checkpoint();
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            Set<Long> foreign = new PackForeign(parts).entries(posture, framework, evidence, times.size());
            List<Recorded<? extends Event>> events = parts.log().events().stream()
                    .filter(recorded -> recorded.entry() < checkpoint.size()
                            && (recorded.entry() < times.size()
                                    || foreign.contains(recorded.entry())
                                    || stillBears(recorded.event())))
                    .toList();
            String id = packId(request, parts.log().all(Event.PackIssued.class).size(), now);
            return new PackDraft(
                    request.withholding(replacedIn(request, evidence)),
                    kind,
                    id,
                    now,
                    times,
                    posture,
                    framework,
                    evidence,
                    events,
                    foreign,
                    clocks(request, times),
                    note,
                    checkpoint);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (MalformedNote e) {
            throw new IllegalStateException("a checkpoint that was just signed", e);
        }
    }

    /// Clocks of other frameworks are nothing to whoever reads the pack.
    private Set<DeadlineId> clocks(PackRequest request, TwoTimes times) {
        return new Deadlines(parts)
                .standings(times.validAt(), times.size()).stream()
                        .filter(clock -> clock.rule()
                                .filter(rule -> rule.framework().equals(request.framework()))
                                .isPresent())
                        .map(clock -> clock.deadline().id())
                        .collect(Collectors.toSet());
    }

    /// A pack about an earlier state is made now: what was erased since is shown as erased, by people whose keys the
    /// pack has to name.
    private static boolean stillBears(Event later) {
        return later instanceof Destruction
                || later instanceof Event.IdentityEnrolled
                || later instanceof IdentityEvent;
    }

    /// e.g. `DORA-2026-11-21-0007`.
    private static String packId(PackRequest request, int issued, Instant now) {
        return String.format(
                Locale.ROOT,
                "%s-%s-%04d",
                request.framework().value().toUpperCase(Locale.ROOT),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                1 + issued);
    }

    private void verify(PackResult result) throws WorkspaceException {
        Verification verification = PackCheck.verify(
                result.file(), Optional.of(parts.keyring().publicKeys().rootFingerprint()), Optional.empty());
        if (!(verification.verdict() instanceof Verdict.Intact)) {
            throw new IllegalStateException(
                    result.file() + " was written and does not verify: " + verification.verdict());
        }
    }

    private static PackKind kind(String code) throws WorkspaceException {
        return Arrays.stream(PackKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.BAD_INPUT,
                        "no kind of pack '" + code + "'; there are "
                                + Arrays.stream(PackKind.values())
                                        .map(PackKind::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static WorkspaceException notAdopted(PackRequest request, Posture posture) {
        boolean adopted = posture.framework(request.framework()).isPresent();
        return new WorkspaceException(
                Kind.UNKNOWN_FRAMEWORK,
                adopted
                        ? "framework " + request.framework() + " was adopted in another edition than this version of"
                                + " Cairn carries; adopt this edition, or make the pack with the version that was used"
                        : "framework " + request.framework() + " is not adopted here; adopted: "
                                + posture.frameworks().keySet().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")));
    }

    /// Judged by the copies there are now, also for a pack about an earlier state: what was taken out since stays out.
    private Set<EvidenceId> replacedIn(PackRequest request, PackEvidence evidence) {
        if (!request.withholdsRedacted()) {
            return Set.of();
        }
        Set<EvidenceId> replaced = new Redacting(parts).replaced();
        return evidence.all().stream()
                .map(RecordedEvidence::id)
                .filter(replaced::contains)
                .collect(Collectors.toSet());
    }

    private static void requireKnown(PackRequest request, PackEvidence evidence) throws WorkspaceException {
        for (EvidenceId id : request.withheld()) {
            if (evidence.all().stream().noneMatch(piece -> piece.id().equals(id))) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE,
                        "evidence " + id.hex() + " is not in this pack, so it cannot be withheld from it");
            }
        }
    }
}
