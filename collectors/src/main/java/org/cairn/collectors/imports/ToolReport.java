package org.cairn.collectors.imports;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// A report of another tool, as read.
/// @param tool        name of the tool, several with commas
/// @param target      the host, image or product that the report says it is about
/// @param scope       what of the target was looked at: benchmark and profile, artefact. A later report replaces an
///                    earlier one only within the same scope
/// @param scannedAt   of several times in one report the earliest
/// @param databaseAt  when the vulnerability database was built
/// @param counts      results, vulnerabilities or rows by outcome, all of them, also those that are not kept
public record ToolReport(
        ImportFormat format,
        ImportFamily family,
        String tool,
        Optional<String> toolVersion,
        Optional<String> target,
        String scope,
        Optional<ScanTime> scannedAt,
        Optional<ScanTime> databaseAt,
        SortedMap<String, String> facts,
        SortedMap<String, Long> counts,
        List<Population> populations,
        List<Refusal> refusals) {
    public ToolReport {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        populations = List.copyOf(populations);
        refusals = List.copyOf(refusals);
    }

    public long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /// All that was counted.
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Optional<Population> population(String name) {
        return populations.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
