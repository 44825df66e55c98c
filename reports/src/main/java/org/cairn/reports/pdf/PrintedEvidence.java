package org.cairn.reports.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.EvidenceId;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.EvidenceSheet;
import org.cairn.reports.pack.PackModel;

/// Which pieces of evidence the report prints with all their sources: each, or where there are too many, first those
/// that an outcome rests on, then the newest. The workbook lists every piece.
final class PrintedEvidence {
    /// Ten take some four pages, and a tagged page 3 MB of memory until the report is written.
    static final int LIMIT = 250;

    private final Map<EvidenceId, EvidenceSheet> all = new HashMap<>();
    private final Set<EvidenceId> printed = new HashSet<>();

    PrintedEvidence(PackModel model) {
        model.evidence().forEach(sheet -> all.put(sheet.id(), sheet));
        Set<EvidenceId> wanted = new LinkedHashSet<>();
        model.controls().stream()
                .flatMap(PrintedEvidence::outcomes)
                .flatMap(PrintedEvidence::basis)
                .filter(all::containsKey)
                .forEach(wanted::add);
        newest(List.copyOf(all.keySet()), LIMIT).reversed().forEach(sheet -> wanted.add(sheet.id()));
        wanted.stream().limit(LIMIT).forEach(printed::add);
    }

    boolean has(EvidenceId id) {
        return printed.contains(id);
    }

    /// The latest by ledger entry of those that the pack carries, the earliest of them first.
    List<EvidenceSheet> newest(List<EvidenceId> ids, int limit) {
        List<EvidenceSheet> sheets = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(all.get(id)).ifPresent(sheets::add));
        sheets.sort(Comparator.comparingLong(sheet -> sheet.recorded().entry()));
        return List.copyOf(sheets.subList(Math.max(0, sheets.size() - limit), sheets.size()));
    }

    private static Stream<Outcome> outcomes(ControlPage page) {
        return Stream.concat(Stream.of(page.outcome()), page.checks().stream().map(ControlPage.CheckRow::outcome));
    }

    private static Stream<EvidenceId> basis(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied(List<EvidenceId> basis) -> basis.stream();
            case Outcome.NotSatisfied(List<Finding> findings) ->
                findings.stream().map(Finding::evidence);
            case Outcome.Indeterminate(List<Gap> gaps) -> gaps.stream().flatMap(PrintedEvidence::basis);
            case Outcome.NotApplicable _ -> Stream.of();
        };
    }

    private static Stream<EvidenceId> basis(Gap gap) {
        return switch (gap) {
            case Gap.Stale(EvidenceId newest, var _, var _) -> Stream.of(newest);
            case Gap.Accepted(Finding finding, var _, var _) -> Stream.of(finding.evidence());
            case Gap.Missing _, Gap.Unreadable _, Gap.Erased _, Gap.NotCovered _ -> Stream.of();
        };
    }
}
