package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.EvidenceId;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.RequirementRow;

/// The requirement matrix of a pack, in the framework's reading order.
final class PackRequirements {
    private final PackDraft draft;
    private final PackAnswers answers;
    private final PackTitles titles;
    private final Map<RequirementId, Integer> depths = new HashMap<>();

    PackRequirements(Parts parts, PackDraft draft, PackTitles titles) {
        this.draft = draft;
        this.titles = titles;
        this.answers = new PackAnswers(parts);
    }

    List<RequirementRow> rows() throws WorkspaceException {
        Map<RequirementId, RequirementPosture> judged = new HashMap<>();
        draft.framework()
                .requirements()
                .forEach(row -> judged.put(row.requirement().id(), row));
        List<RequirementRow> rows = new ArrayList<>();
        for (Requirement requirement : draft.framework().framework().requirements()) {
            int depth = requirement
                    .parent()
                    .map(parent -> depths.getOrDefault(parent, -1) + 1)
                    .orElse(-1);
            depths.put(requirement.id(), depth);
            if (depth >= 0) {
                rows.add(row(requirement, depth, Optional.ofNullable(judged.get(requirement.id()))));
            }
        }
        return rows;
    }

    private RequirementRow row(Requirement requirement, int depth, Optional<RequirementPosture> judged)
            throws WorkspaceException {
        List<Mapping> mappings = judged.stream()
                .flatMap(row -> row.mappings().stream())
                .filter(mapping -> mapping.relation().supports())
                .toList();
        Optional<Answer> own = judged.isPresent()
                ? answers.of(judged.get().answer(), judged.get().workState())
                : Optional.empty();
        return new RequirementRow(
                requirement.id(),
                depth,
                titles.of(requirement),
                requirement.citation(),
                requirement.kind(),
                requirement.binds(),
                requirement.notes(),
                judged.map(RequirementPosture::state),
                own,
                mappings.stream()
                        .map(mapping ->
                                new RequirementRow.Support(mapping.control(), mapping.relation(), mapping.rationale()))
                        .toList(),
                evidence(judged, mappings),
                gaps(judged, mappings),
                judged.map(row -> PackScope.brief(row.scope().overall())).orElse(""));
    }

    private List<EvidenceId> evidence(Optional<RequirementPosture> judged, List<Mapping> mappings) {
        SortedSet<EvidenceId> ids = new TreeSet<>();
        judged.ifPresent(row -> ids.addAll(PackEvidence.ofRequirement(row)));
        mappings.forEach(mapping -> ids.addAll(draft.evidence().of(mapping.control())));
        return List.copyOf(ids);
    }

    /// Of the controls that reach it, where they leave it open.
    private List<Gap> gaps(Optional<RequirementPosture> judged, List<Mapping> mappings) {
        boolean open = judged.filter(
                        row -> row.state() == RequirementState.INDETERMINATE || row.state() == RequirementState.STALE)
                .isPresent();
        Set<Gap> gaps = new LinkedHashSet<>();
        if (open) {
            for (Mapping mapping : mappings) {
                draft.posture().control(mapping.control()).ifPresent(control -> {
                    if (control.outcome() instanceof Outcome.Indeterminate(var found)) {
                        gaps.addAll(found);
                    }
                });
            }
        }
        return List.copyOf(gaps);
    }
}
