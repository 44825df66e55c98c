package org.cairn.collectors.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;

/// A report while it is read. Holds a bounded part of it, and counts the rest.
public final class ReportBuilder {
    /// Distinct names of tools, scopes and the like that are kept.
    private static final int MOST_NAMES = 100;

    private final ImportFormat format;
    private ImportFamily family;
    private final SequencedSet<String> tools = new LinkedHashSet<>();
    private final SequencedSet<String> versions = new LinkedHashSet<>();
    private final TreeSet<String> scopes = new TreeSet<>();
    private Optional<String> target = Optional.empty();
    private Optional<ScanTime> scannedAt = Optional.empty();
    private Optional<ScanTime> databaseAt = Optional.empty();
    private final SortedMap<String, String> facts = new TreeMap<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final ResultTally results = new ResultTally();
    private final SortedMap<String, Members> members = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    public ReportBuilder(ImportFormat format) {
        this.format = format;
        this.family = format.family();
    }

    /// A document that turned out to be of another family, as a CycloneDX VEX is.
    public void family(ImportFamily other) {
        family = other;
    }

    public void tool(String name, Optional<String> version) {
        keep(tools, name);
        version.ifPresent(each -> keep(versions, each));
    }

    public void scope(String part) {
        keep(scopes, part);
    }

    /// @throws UnreadableReport if the report is about another target too: one piece of evidence is about one
    public void target(String name, String place) throws UnreadableReport {
        String clean = CleanText.of(name);
        if (clean.isEmpty()) {
            return;
        }
        if (target.isPresent() && !target.get().equals(clean)) {
            throw new UnreadableReport(
                    place,
                    "the report is about '" + target.get() + "' and about '" + clean + "'",
                    "Export one file for each target, and import them one by one");
        }
        target = Optional.of(clean);
    }

    public void scannedAt(Optional<ScanTime> time) {
        scannedAt = earlier(scannedAt, time);
    }

    public void databaseAt(Optional<ScanTime> time) {
        databaseAt = earlier(databaseAt, time);
    }

    private static Optional<ScanTime> earlier(Optional<ScanTime> one, Optional<ScanTime> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.get().at().isAfter(other.get().at()) ? other : one;
    }

    public void fact(String name, String value) {
        facts.put(name, CleanText.of(value));
    }

    public void result(ToolResult result) {
        results.add(result, 1);
    }

    /// The same result, so many times.
    public void results(ToolResult result, long times) {
        results.add(result, times);
    }

    /// A member of a population other than the results.
    public void member(String population, Map<String, String> values) {
        members.computeIfAbsent(population, Members::new).add(values);
    }

    /// A population that the report has, even if it turns out to be empty.
    public void population(String name) {
        members.computeIfAbsent(name, Members::new);
    }

    /// Counts what is no result of a rule.
    public void count(String outcome) {
        count(outcome, 1);
    }

    public void count(String outcome, long many) {
        counts.merge(outcome, many, Long::sum);
    }

    /// Something that kept the report from being seen as a whole: no population of it counts as complete.
    public void refuse(Refusal refusal) {
        if (!refusals.contains(refusal) && refusals.size() < MOST_NAMES) {
            refusals.add(refusal);
        }
    }

    private static void keep(Collection<String> names, String name) {
        String clean = CleanText.of(name);
        if (!clean.isEmpty() && names.size() < MOST_NAMES) {
            names.add(clean);
        }
    }

    public ToolReport finish() {
        results.counts().forEach((outcome, many) -> counts.merge(outcome.word(), many, Long::sum));
        List<Population> populations = new ArrayList<>();
        if (!results.isEmpty() || members.isEmpty()) {
            populations.add(results.population(refusals));
        }
        members.values().forEach(each -> populations.add(each.population(refusals)));
        return new ToolReport(
                format,
                family,
                tools.isEmpty() ? format.title() : String.join(", ", tools),
                versions.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", versions)),
                target,
                String.join(" + ", scopes),
                scannedAt,
                databaseAt,
                facts,
                counts,
                populations,
                refusals);
    }
}
