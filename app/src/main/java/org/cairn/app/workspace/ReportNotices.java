package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.collectors.imports.ImportFamily;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Population;

/// What a person should know of a report before relying on it.
final class ReportNotices {
    private static final Set<String> TOLD = Set.of("pass", "fail", "accepted");

    private ReportNotices() {}

    static List<String> of(ToolReport report, Evidence evidence) {
        List<String> notices = new ArrayList<>();
        if (report.total() == 0) {
            notices.add("there is no result in it: it shows nothing");
        } else if (report.family() == ImportFamily.BENCHMARK
                && report.counts().keySet().stream().noneMatch(TOLD::contains)) {
            notices.add("no rule of it was checked on this target: it shows nothing, neither good nor bad");
        }
        if (evidence.fact("target-said-by").orElse("").equals("nobody")) {
            notices.add("it names no target and stands for itself until it is stale; with --target NAME a later report"
                    + " replaces it");
        }
        if (evidence.fact("scanned-at").isEmpty()) {
            notices.add("it does not say when it was made, so no check is satisfied by it; --scanned-at TIME says so");
        }
        if (report.family() == ImportFamily.VULNERABILITIES
                && evidence.fact("database-at").isEmpty()) {
            notices.add("it does not say how old its vulnerability database was, so sup.vuln is not satisfied by it;"
                    + " --database-at TIME says so");
        }
        report.refusals().forEach(refusal -> notices.add(refusal.detail()));
        report.populations().stream()
                .map(Population::refusals)
                .flatMap(List::stream)
                .filter(refusal -> !report.refusals().contains(refusal))
                .forEach(refusal -> notices.add(refusal.detail()));
        return notices.stream().distinct().toList();
    }
}
