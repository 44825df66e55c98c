package org.cairn.collectors.declared;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// What people did and wrote down: one JSON object a line, with `at`, `result` and what else is asked for. A line that
/// is
/// not understood, or of a later time, makes the population incomplete.
public final class DatedRecords {
    private DatedRecords() {}

    /// @param others further texts that a line may hold
    public static void read(Observation seen, String path, String population, List<String> others)
            throws InterruptedException {
        Optional<String> text = seen.text(path);
        if (text.isEmpty()) {
            return;
        }
        Members records = seen.population(population);
        int unknown = 0;
        for (String line : text.get().lines().filter(each -> !each.isBlank()).toList()) {
            Optional<Map<String, String>> entry = entry(line, seen.startedAt(), others);
            entry.ifPresent(records::add);
            unknown += entry.isPresent() ? 0 : 1;
        }
        if (unknown > 0) {
            records.refuse(new Refusal(path, Refusal.Why.MALFORMED, unknown + " lines were not understood"));
        }
    }

    private static Optional<Map<String, String>> entry(String line, Instant now, List<String> others) {
        try {
            Json json = Json.parseObject(Bytes.utf8(line));
            Instant at = Instant.parse(Tree.text(json, "at").orElse(""));
            if (at.isAfter(now)) {
                return Optional.empty();
            }
            Map<String, String> values = new TreeMap<>(Map.of(
                    "at", at.toString(),
                    "days", Long.toString(Duration.between(at, now).toDays()),
                    "result", Tree.text(json, "result").orElse("?")));
            others.forEach(name -> Tree.text(json, name).ifPresent(value -> values.put(name, value)));
            return Optional.of(values);
        } catch (MalformedJson | DateTimeException _) {
            return Optional.empty();
        }
    }
}
