package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.imports.BoundedLines;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.evidence.Refusal;

/// Lynis report.dat: one `key=value` a line, `key[]=value` for lists (Lynis documentation, "report file").
/// A warning or suggestion objects to its test. That a test was executed without either is no pass: Lynis does not say
/// what it found then.
final class LynisReader {
    private static final int MOST_OBJECTED = 100_000;

    private final ReportBuilder report = new ReportBuilder(ImportFormat.LYNIS);
    private final Set<String> objected = new HashSet<>();
    private final List<String> executed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private Optional<ScanTime> started = Optional.empty();
    private Optional<ScanTime> ended = Optional.empty();
    private long manual;
    private long notUnderstood;
    private boolean finished;
    private boolean isReport;

    private LynisReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        LynisReader reader = new LynisReader();
        BoundedLines lines = new BoundedLines(text);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            reader.line(line.get().strip(), lines);
        }
        return reader.finish(lines);
    }

    private void line(String line, BoundedLines lines) throws UnreadableReport {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1) {
            notUnderstood++;
            return;
        }
        value(line.substring(0, equals), line.substring(equals + 1), lines);
    }

    private void value(String key, String value, BoundedLines lines) throws UnreadableReport {
        switch (key) {
            case "lynis_version" -> {
                isReport = true;
                report.tool("Lynis", Optional.of(value));
            }
            case "hostname" -> report.target(value, lines.place());
            case "report_datetime_start" -> started = ScanTime.parse(value);
            case "report_datetime_end" -> ended = ScanTime.parse(value);
            case "warning[]" -> objection(value, "medium");
            case "suggestion[]" -> objection(value, "low");
            case "tests_executed" -> executed.addAll(ids(value));
            case "tests_skipped" -> skipped.addAll(ids(value));
            case "manual[]" -> manual++;
            case "vulnerable_package[]" ->
                report.member("vulnerable-packages", Map.of("package", value.replaceAll("\\|+$", "")));
            case "hardening_index", "os_fullname", "test_category", "test_group" ->
                report.fact(key.replace('_', '-'), value);
            case "finish" -> finished = value.equals("true");
            default -> {}
        }
    }

    private static List<String> ids(String value) {
        return List.of(value.split("\\|", -1)).stream()
                .filter(id -> !id.isBlank())
                .toList();
    }

    /// `ID|text|details|solution|`; the severities are ours: Lynis has none.
    private void objection(String value, String severity) {
        String[] parts = value.split("\\|", -1);
        if (objected.size() < MOST_OBJECTED) {
            objected.add(parts[0]);
        }
        Optional<String> where = parts.length > 2 && !parts[2].equals("-") ? Optional.of(parts[2]) : Optional.empty();
        add(parts[0], parts.length > 1 ? parts[1] : "", ResultOutcome.FAIL, Optional.of(severity), where);
    }

    private void add(
            String rule, String title, ResultOutcome outcome, Optional<String> severity, Optional<String> where) {
        report.result(new ToolResult("", rule, title, outcome, severity, where, new RuleIds()));
    }

    private ToolReport finish(BoundedLines lines) throws UnreadableReport {
        if (!isReport) {
            throw new UnreadableReport(
                    lines.place(), "there is no lynis_version in it", "Import Lynis's report.dat, not its log");
        }
        executed.stream()
                .filter(id -> !objected.contains(id))
                .forEach(id -> add(id, "", ResultOutcome.INFORMATIONAL, Optional.empty(), Optional.empty()));
        skipped.forEach(id -> add(id, "", ResultOutcome.NOT_CHECKED, Optional.empty(), Optional.empty()));
        report.scannedAt(ended.isPresent() ? ended : started);
        report.fact("manual-checks", Long.toString(manual));
        report.scope("lynis audit");
        if (notUnderstood > 0) {
            report.refuse(new Refusal("report", Refusal.Why.MALFORMED, notUnderstood + " lines are not `key=value`"));
        }
        if (!finished) {
            report.refuse(
                    new Refusal("report", Refusal.Why.MALFORMED, "Lynis did not finish: `finish=true` is missing"));
        }
        return report.finish();
    }
}
