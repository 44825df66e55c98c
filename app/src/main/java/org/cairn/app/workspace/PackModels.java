package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.crosswalk.Crosswalk;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.ControlPage.CheckRow;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.FrameworkCounts;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.PackPaths;
import org.cairn.reports.pack.Scope;

/// What the report and the workbook show, assembled once from the posture.
final class PackModels {
    private final Parts parts;
    private final PackDraft draft;
    private final PackContents contents;
    private final PackTitles titles;

    PackModels(Parts parts, PackDraft draft, PackContents contents) {
        this.parts = parts;
        this.draft = draft;
        this.contents = contents;
        this.titles =
                new PackTitles(parts.library(draft.times()), draft.request().language());
    }

    PackModel model() throws WorkspaceException {
        PackHead head = new PackHead(parts, draft, titles);
        return new PackModel(
                draft.request().language(),
                head.cover(),
                scope(),
                counts(),
                draft.posture().contradictions(),
                new PackRequirements(parts, draft, titles).rows(),
                controls(),
                sheets(),
                new PackErasures(parts, draft, draft.request().language()).items(),
                new PackDates(parts, draft, titles).dates(),
                head.ledger(),
                new PackAppendix(
                                parts.environment().knowledge().library(),
                                draft.request().language())
                        .appendix(),
                new PackAudit(parts, draft).rows(),
                new PackRegister(parts, draft).rows());
    }

    private Scope scope() throws WorkspaceException {
        String description = "";
        List<String> roles = List.of();
        for (Recorded<? extends Event> recorded : draft.events()) {
            if (recorded.event() instanceof Event.ScopeDefined scope) {
                description = parts.names().text(scope.description()).orElse("");
                roles = scope.roles();
            }
        }
        SortedSet<String> hosts = new TreeSet<>();
        List<Scope.Withheld> withheld = new ArrayList<>();
        for (RecordedEvidence piece : draft.evidence().all()) {
            hosts.add(piece.evidence().host());
            if (draft.withholds(piece.id())) {
                draft.subjectOf(piece.id())
                        .ifPresent(subject -> withheld.add(new Scope.Withheld(piece.id(), subject, titles.withheld())));
            }
        }
        return new Scope(
                description,
                roles,
                List.copyOf(hosts),
                withheld,
                new PackScope(parts, draft.posture(), titles).facts());
    }

    /// The cover's framework first.
    private List<FrameworkCounts> counts() {
        List<FrameworkCounts> counts = new ArrayList<>();
        counts.add(counts(draft.framework()));
        draft.posture().frameworks().values().stream()
                .filter(each -> !each.framework()
                        .id()
                        .equals(draft.framework().framework().id()))
                .forEach(each -> counts.add(counts(each)));
        return counts;
    }

    private FrameworkCounts counts(FrameworkPosture framework) {
        Map<RequirementState, Integer> counts = new EnumMap<>(RequirementState.class);
        framework.counts().forEach((state, count) -> counts.put(state, Math.toIntExact(count)));
        return new FrameworkCounts(titles.of(framework.framework()), counts);
    }

    private List<ControlPage> controls() throws WorkspaceException {
        PackAnswers answers = new PackAnswers(parts);
        List<ControlPage> pages = new ArrayList<>();
        for (ControlPosture row : draft.posture().controls()) {
            pages.add(new ControlPage(
                    titles.of(row.control()),
                    answers.of(row.answer(), row.workState()),
                    row.outcome(),
                    checks(row),
                    draft.evidence().of(row.control().id()),
                    supports(row)));
        }
        return pages;
    }

    private List<CheckRow> checks(ControlPosture row) {
        CheckCatalogue catalogue = parts.environment().knowledge().checks();
        List<CheckRow> rows = new ArrayList<>();
        row.checks().forEach(result -> {
            CheckDefinition check = catalogue.check(result.check()).orElseThrow();
            rows.add(new CheckRow(check.id().value(), titles.of(check), result.outcome(), titles.remediation(check)));
        });
        return rows;
    }

    private List<RequirementId> supports(ControlPosture row) {
        Crosswalk crosswalk = parts.library(draft.times()).crosswalk();
        return crosswalk.requirementsReachedBy(row.control().id()).stream()
                .map(mapping -> mapping.requirement())
                .filter(id ->
                        id.framework().equals(draft.framework().framework().id()))
                .toList();
    }

    private List<EvidenceSheet> sheets() throws WorkspaceException {
        List<EvidenceFolder> folders = contents.folders();
        PackPaths paths = PackPaths.of(folders);
        List<EvidenceSheet> sheets = new ArrayList<>();
        for (RecordedEvidence piece : draft.evidence().all()) {
            sheets.add(new EvidenceSheet(
                    piece,
                    contents.title(piece),
                    draft.evidence().staleFrom(piece),
                    artefacts(piece, folders, paths),
                    draft.evidence().controlsOf(piece.id()),
                    draft.withholds(piece.id()) ? EvidenceSheet.Pictures.NONE : new PackPictures(parts).of(piece)));
        }
        return sheets;
    }

    private List<EvidenceSheet.Artefact> artefacts(
            RecordedEvidence piece, List<EvidenceFolder> folders, PackPaths paths) throws WorkspaceException {
        Optional<EvidenceFolder> folder =
                folders.stream().filter(each -> each.id().equals(piece.id())).findFirst();
        if (folder.isEmpty()) {
            return List.of(new EvidenceSheet.Artefact.Withheld(
                    titles.withheld(),
                    piece.manifest().commitment(),
                    piece.manifest().sizeBytes()));
        }
        EvidenceId id = piece.id();
        Bytes manifest = parts.content(piece.manifest());
        List<EvidenceSheet.Artefact> artefacts = new ArrayList<>();
        artefacts.add(
                new EvidenceSheet.Artefact.Included(paths.manifest(id), Digest.sha256(manifest), manifest.size()));
        for (EvidenceFolder.Artefact artefact : folder.get().artefacts()) {
            artefacts.add(new EvidenceSheet.Artefact.Included(
                    paths.artefact(id, artefact.number(), artefact.source().location()),
                    artefact.source().sha256(),
                    artefact.source().sizeBytes()));
        }
        return artefacts;
    }
}
