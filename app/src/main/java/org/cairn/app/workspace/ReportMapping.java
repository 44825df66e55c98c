package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckId;
import org.cairn.checklist.check.ImportRule;
import org.cairn.checklist.check.ImportRules;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;

/// Which controls the results of a report bear on, and which bear on none. Told once, when it is imported; the checks
/// judge the recorded results themselves.
/// @param controls by id
/// @param unmapped what is kept of results that bear on no control
public record ReportMapping(List<OnControl> controls, List<Unmapped> unmapped) {
    /// @param passed  results that passed
    /// @param failed  results that are a finding
    /// @param untold  that apply and of which the tool told nothing
    /// @param notMeant that do not apply
    /// @param reasons why, each once
    public record OnControl(
            ControlId control, long passed, long failed, long untold, long notMeant, List<String> reasons) {
        public OnControl {
            reasons = List.copyOf(reasons);
        }
    }

    /// @param outcome of a rule, or what kind of thing it is
    public record Unmapped(String rule, String outcome, long count) {}

    /// Populations of a report that a check of its own reads as a whole, each with that check.
    private static final Map<String, CheckId> READ_WHOLE = Map.of(
            "vulnerabilities", new CheckId("sup.vuln"),
            "statements", new CheckId("sup.vuln"),
            "components", new CheckId("sup.sbom"));

    public ReportMapping {
        controls = List.copyOf(controls);
        unmapped = List.copyOf(unmapped);
    }

    public long unmappedCount() {
        return unmapped.stream().mapToLong(Unmapped::count).sum();
    }

    static ReportMapping of(ToolReport report, ImportRules rules, CheckCatalogue checks) {
        Gathering gathering = new Gathering(rules, checks, report.family().collector());
        report.populations().forEach(gathering::add);
        return gathering.mapping();
    }

    private static final class Gathering {
        private final ImportRules rules;
        private final CheckCatalogue checks;
        private final CollectorId collector;
        private final SortedMap<ControlId, long[]> counts = new TreeMap<>();
        private final SortedMap<ControlId, SortedSet<String>> reasons = new TreeMap<>();
        private final List<Unmapped> unmapped = new ArrayList<>();

        Gathering(ImportRules rules, CheckCatalogue checks, CollectorId collector) {
            this.rules = rules;
            this.checks = checks;
            this.collector = collector;
        }

        void add(Population population) {
            if (population.name().equals("results")) {
                population.items().forEach(this::result);
                return;
            }
            Optional<List<ControlId>> fed = Optional.ofNullable(READ_WHOLE.get(population.name()))
                    .flatMap(checks::check)
                    .filter(check -> check.judges().contains(collector))
                    .map(check ->
                            check.feeds().stream().map(feed -> feed.control()).toList());
            if (population.items().isEmpty()) {
                return;
            }
            if (fed.isEmpty()) {
                unmapped.add(new Unmapped(
                        "(" + population.name() + ")",
                        "recorded",
                        population.items().size()));
                return;
            }
            for (ControlId control : fed.get()) {
                add(
                        control,
                        3,
                        population.items().size(),
                        population.name() + " are read by " + READ_WHOLE.get(population.name()));
            }
        }

        private void result(Item item) {
            long times = Long.parseLong(item.value("count").orElse("1"));
            List<ImportRule> bearing = rules.bearing(collector, item);
            if (bearing.isEmpty()) {
                unmapped.add(new Unmapped(
                        item.value("rule").orElse(""), item.value("outcome").orElse(""), times));
            }
            SortedSet<ControlId> once = new TreeSet<>();
            for (ImportRule rule : bearing) {
                if (once.add(rule.control())) {
                    add(rule.control(), place(item), times, rule.reason());
                }
            }
        }

        private static int place(Item item) {
            if (!item.value("applies").orElse("").equals("yes")) {
                return 3;
            }
            return switch (item.value("passed").orElse("")) {
                case "yes" -> 0;
                case "no" -> 1;
                default -> 2;
            };
        }

        private void add(ControlId control, int place, long times, String reason) {
            counts.computeIfAbsent(control, _ -> new long[4])[place] += times;
            reasons.computeIfAbsent(control, _ -> new TreeSet<>()).add(reason);
        }

        ReportMapping mapping() {
            List<OnControl> controls = new ArrayList<>();
            counts.forEach((control, each) -> controls.add(new OnControl(
                    control,
                    each[0],
                    each[1],
                    each[2],
                    each[3],
                    List.copyOf(reasons.getOrDefault(control, new TreeSet<>())))));
            return new ReportMapping(controls, unmapped);
        }
    }
}
