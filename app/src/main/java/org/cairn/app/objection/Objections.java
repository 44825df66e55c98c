package org.cairn.app.objection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// All that an auditor would send back, of rows and of the evidence they rest on.
public final class Objections {
    private record Same(ObjectionKind kind, Optional<EvidenceId> evidence, List<String> about) {}

    private Objections() {}

    /// @param hosts that are known here by name
    /// @param today in UTC
    /// @return the gravest kind first, then in the order of the rows
    public static List<Objection> of(
            List<ObjectionRow> rows,
            Map<EvidenceId, Piece> pieces,
            List<String> hosts,
            Optional<AuditPeriod> period,
            LocalDate today) {
        List<Objection> all = new ArrayList<>();
        AnswerObjections answers = new AnswerObjections(today, sameReasons(rows));
        EvidenceObjections evidence = new EvidenceObjections(pieces, hosts, period);
        for (ObjectionRow row : rows) {
            all.addAll(answers.of(row));
            all.addAll(evidence.of(row));
        }
        return joined(all).stream()
                .sorted(Comparator.comparing(Objection::kind))
                .toList();
    }

    /// On how many rows the same reason stands.
    private static Map<String, Integer> sameReasons(List<ObjectionRow> rows) {
        Map<String, Integer> counts = new HashMap<>();
        for (ObjectionRow row : rows) {
            if (row.counting().filter(Reasons::needsOne).isPresent()) {
                row.note().ifPresent(note -> counts.merge(Reasons.plain(note), 1, Integer::sum));
            }
        }
        return counts;
    }

    /// One piece of evidence is sent back once, whatever rests on it.
    private static List<Objection> joined(List<Objection> all) {
        List<Objection> joined = new ArrayList<>();
        Map<Same, SequencedSet<Subject>> bySource = new LinkedHashMap<>();
        for (Objection each : all) {
            if (each.evidence().isPresent() || each.kind() == ObjectionKind.UNREADABLE_SOURCE) {
                bySource.computeIfAbsent(
                                new Same(each.kind(), each.evidence(), each.about()), _ -> new LinkedHashSet<>())
                        .addAll(each.subjects());
            } else {
                joined.add(each);
            }
        }
        bySource.forEach((same, subjects) ->
                joined.add(new Objection(same.kind(), List.copyOf(subjects), same.evidence(), same.about())));
        return joined;
    }
}
