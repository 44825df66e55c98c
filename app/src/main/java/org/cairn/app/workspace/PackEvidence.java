package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// Which evidence a pack carries, and which controls rest on it: what people linked or rested an answer on, and what
/// the
/// checks of a control read.
final class PackEvidence {
    private final CheckCatalogue checks;
    private final List<RecordedEvidence> recorded;
    private final Map<ControlId, SortedSet<EvidenceId>> byControl = new TreeMap<>();
    private final Set<EvidenceId> used = new LinkedHashSet<>();

    private PackEvidence(CheckCatalogue checks, List<RecordedEvidence> recorded) {
        this.checks = checks;
        this.recorded = recorded;
    }

    /// @param recorded all that can be opened, oldest entry first
    static PackEvidence of(
            Posture posture, FrameworkPosture framework, CheckCatalogue checks, List<RecordedEvidence> recorded) {
        PackEvidence evidence = ofControls(posture, checks, recorded);
        framework.requirements().forEach(requirement -> evidence.used.addAll(ofRequirement(requirement)));
        return evidence;
    }

    /// As above, of controls alone.
    static PackEvidence ofControls(Posture posture, CheckCatalogue checks, List<RecordedEvidence> recorded) {
        PackEvidence evidence = new PackEvidence(checks, recorded);
        posture.controls().forEach(evidence::control);
        return evidence;
    }

    /// Evidence that a control rests on, sorted.
    List<EvidenceId> of(ControlId control) {
        return List.copyOf(byControl.getOrDefault(control, new TreeSet<>()));
    }

    /// Evidence that a requirement's own row rests on.
    static SortedSet<EvidenceId> ofRequirement(RequirementPosture row) {
        SortedSet<EvidenceId> ids = new TreeSet<>(row.linked());
        row.answer().ifPresent(answer -> ids.addAll(answer.event().evidence()));
        return ids;
    }

    /// Whether a row rests on it, be it still there or erased.
    boolean uses(EvidenceId id) {
        return used.contains(id);
    }

    /// All of it, by ledger entry.
    List<RecordedEvidence> all() {
        return recorded.stream()
                .filter(evidence -> used.contains(evidence.id()))
                .toList();
    }

    /// The controls that rest on a piece, sorted.
    List<ControlId> controlsOf(EvidenceId id) {
        return byControl.entrySet().stream()
                .filter(entry -> entry.getValue().contains(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// When the first check that reads it calls it stale; empty where none reads it.
    Optional<Instant> staleFrom(RecordedEvidence piece) {
        return StaleEvidence.from(checks, piece);
    }

    private void control(ControlPosture row) {
        SortedSet<EvidenceId> ids = new TreeSet<>(row.linked());
        row.answer().ifPresent(answer -> ids.addAll(answer.event().evidence()));
        checks.feeding(row.control().id())
                .forEach(check -> check.judges().forEach(collector -> ids.addAll(newestOf(collector))));
        row.checks().forEach(check -> ids.addAll(behind(check.outcome())));
        byControl.put(row.control().id(), ids);
        used.addAll(ids);
    }

    /// What an outcome names, also what a check would have read, had it not been erased.
    private static List<EvidenceId> behind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied(var basis) -> basis;
            case Outcome.NotSatisfied(var findings) ->
                findings.stream().map(Finding::evidence).toList();
            case Outcome.Indeterminate(var gaps) ->
                gaps.stream().flatMap(PackEvidence::behind).toList();
            case Outcome.NotApplicable _ -> List.of();
        };
    }

    private static Stream<EvidenceId> behind(Gap gap) {
        return switch (gap) {
            case Gap.Erased(var id, var _) -> Stream.of(id);
            case Gap.Stale(var newest, var _, var _) -> Stream.of(newest);
            case Gap.Accepted(var finding, var _, var _) -> Stream.of(finding.evidence());
            case Gap.Missing _, Gap.Unreadable _, Gap.NotCovered _ -> Stream.empty();
        };
    }

    /// The newest piece from every host and scope, as the checks read it.
    private List<EvidenceId> newestOf(CollectorId collector) {
        Map<String, RecordedEvidence> byStrand = new HashMap<>();
        for (RecordedEvidence piece : recorded) {
            if (piece.evidence().collector().equals(collector)) {
                byStrand.merge(piece.evidence().strand(), piece, PackEvidence::newer);
            }
        }
        List<EvidenceId> newest = new ArrayList<>();
        byStrand.values().forEach(piece -> newest.add(piece.id()));
        return newest;
    }

    private static RecordedEvidence newer(RecordedEvidence older, RecordedEvidence later) {
        return later.observedAt().isBefore(older.observedAt()) ? older : later;
    }
}
