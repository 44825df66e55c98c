package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.imports.CleanText;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.evidence.Refusal;

/// SARIF 2.1.0 (OASIS standard, 27 March 2020). A run's tool may stand behind its results, so the results of a run are
/// held by rule until the run ends, and its rules are looked up then.
final class SarifReader {
    private static final int MOST_RULES = 20_000;

    private record Rule(String id, String title, Optional<String> level, RuleIds ids) {}

    private record Key(String rule, int index, ResultOutcome outcome, String level) {}

    private static final class Held {
        private final String title;
        private final Optional<String> where;
        private final RuleIds ids;
        private long count;

        Held(String title, Optional<String> where, RuleIds ids) {
            this.title = title;
            this.where = where;
            this.ids = ids;
        }
    }

    private final ReportBuilder report = new ReportBuilder(ImportFormat.SARIF);
    private final JsonWalk walk = new JsonWalk();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Rule> rulesById = new HashMap<>();
    private final Map<Key, Held> held = new HashMap<>();
    private String tool = "";
    private int findingKinds;
    private int otherKinds;
    private long dropped;
    private boolean anyRun;

    private SarifReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        SarifReader reader = new SarifReader();
        reader.walk
                .whole("/version", reader::version)
                .whole(
                        "/runs/*/tool/driver/name",
                        name -> reader.tool = CleanText.of(name.text().orElse("")))
                .whole("/runs/*/tool/driver/version", reader::toolVersion)
                .whole("/runs/*/tool/driver/semanticVersion", reader::toolVersion)
                .whole("/runs/*/tool/driver/rules/*", reader::rule)
                .whole("/runs/*/results/*", reader::result)
                .whole("/runs/*/invocations/*", reader::invocation)
                .whole("/runs/*/externalPropertyFileReferences", reader::external)
                .whole("/runs/*/automationDetails/id", id -> id.text().ifPresent(reader.report::scope))
                .ended("/runs/*", _ -> reader.endRun())
                .through(text);
        if (!reader.anyRun) {
            throw new UnreadableReport("/runs", "there is no run in it", "Run the tool again");
        }
        return reader.report.finish();
    }

    private void version(Tree version) throws UnreadableReport {
        if (!version.text().orElse("").startsWith("2.1")) {
            throw walk.refuse(
                    "SARIF version '" + CleanText.of(version.text().orElse("")) + "' is not read",
                    "Convert it to 2.1.0, which the tools' current versions write");
        }
    }

    private void toolVersion(Tree version) {
        version.text().ifPresent(each -> report.tool("", Optional.of(each)));
    }

    private void rule(Tree rule) {
        if (rules.size() >= MOST_RULES) {
            dropped++;
            return;
        }
        String id = rule.textOr("", "id");
        String title = rule.text("shortDescription", "text")
                .or(() -> rule.text("name"))
                .or(() -> rule.text("fullDescription", "text"))
                .orElse("");
        RuleIds ids = new RuleIds().in(title);
        rule.elements("properties", "tags").forEach(tag -> tag.text().ifPresent(ids::in));
        rule.elements("relationships").forEach(each -> taxon(each.at("target"), ids));
        Rule read = new Rule(id, CleanText.of(title), rule.text("defaultConfiguration", "level"), ids);
        rules.add(read);
        rulesById.putIfAbsent(id, read);
    }

    /// Section 3.52 and 3.54: a taxon names its taxonomy.
    private static void taxon(Tree target, RuleIds ids) {
        String taxonomy = target.textOr("", "toolComponent", "name");
        String id = target.textOr("", "id");
        if (taxonomy.equalsIgnoreCase("CWE")) {
            ids.in(id.regionMatches(true, 0, "CWE-", 0, 4) ? id : "CWE-" + id);
        } else if (taxonomy.toUpperCase(Locale.ROOT).startsWith("NIST")) {
            ids.nistIn(id);
        }
    }

    private void result(Tree result) {
        ResultOutcome outcome = outcome(result);
        String rule = result.text("ruleId").or(() -> result.text("rule", "id")).orElse("");
        int index = (int)
                result.number("ruleIndex").orElse(result.number("rule", "index").orElse(-1));
        Key key = new Key(CleanText.of(rule), index, outcome, result.textOr("", "level"));
        Held kept = held.get(key);
        if (kept == null) {
            if (!room(outcome)) {
                report.count(outcome.word());
                report.refuse(new Refusal(
                        "results", Refusal.Why.TOO_LARGE, "more than " + MOST_RULES + " kinds of results in one run"));
                return;
            }
            RuleIds ids = new RuleIds();
            result.elements("taxa").forEach(taxon -> taxon(taxon, ids));
            kept = new Held(CleanText.of(result.textOr("", "message", "text")), where(result), ids);
            held.put(key, kept);
        }
        kept.count++;
    }

    /// Findings have room of their own, as in the tally.
    private boolean room(ResultOutcome outcome) {
        return outcome.found() ? ++findingKinds <= MOST_RULES : ++otherKinds <= MOST_RULES;
    }

    /// Section 3.27.9 (kind), 3.27.23 (suppressions), 3.27.24 (baselineState).
    private static ResultOutcome outcome(Tree result) {
        if (result.textOr("", "baselineState").equals("absent")) {
            return ResultOutcome.FIXED;
        }
        return switch (result.textOr("fail", "kind")) {
            case "pass" -> ResultOutcome.PASS;
            case "open", "review" -> ResultOutcome.UNKNOWN;
            case "informational" -> ResultOutcome.INFORMATIONAL;
            case "notApplicable" -> ResultOutcome.NOT_APPLICABLE;
            default -> result.elements("suppressions").isEmpty() ? ResultOutcome.FAIL : ResultOutcome.ACCEPTED;
        };
    }

    private static Optional<String> where(Tree result) {
        List<Tree> locations = result.elements("locations");
        if (locations.isEmpty()) {
            return Optional.empty();
        }
        Tree place = locations.getFirst().at("physicalLocation");
        Optional<String> line = place.text("region", "startLine");
        return place.text("artifactLocation", "uri")
                .map(uri -> uri + line.map(each -> ":" + each).orElse(""));
    }

    private void invocation(Tree invocation) {
        report.scannedAt(invocation
                .text("endTimeUtc")
                .or(() -> invocation.text("startTimeUtc"))
                .flatMap(ScanTime::parse));
        if (invocation.textOr("", "executionSuccessful").equals("false")) {
            report.refuse(new Refusal("results", Refusal.Why.MALFORMED, "the tool says that its run did not succeed"));
        }
    }

    private void external(Tree references) {
        if (!references.elements("results").isEmpty()) {
            report.refuse(new Refusal("results", Refusal.Why.ABSENT, "further results lie in other files"));
        }
    }

    private void endRun() {
        anyRun = true;
        report.tool(tool, Optional.empty());
        report.scope(tool);
        for (Map.Entry<Key, Held> each : held.entrySet()) {
            add(each.getKey(), each.getValue());
        }
        if (dropped > 0) {
            report.fact("rules-not-held", Long.toString(dropped));
        }
        held.clear();
        rules.clear();
        rulesById.clear();
        tool = "";
        findingKinds = 0;
        otherKinds = 0;
    }

    private void add(Key key, Held kept) {
        Rule byIndex = key.index() >= 0 && key.index() < rules.size() ? rules.get(key.index()) : null;
        Rule rule = byIndex == null
                ? rulesById.getOrDefault(key.rule(), new Rule("", "", Optional.empty(), new RuleIds()))
                : byIndex;
        Optional<String> level = key.level().isEmpty() ? rule.level() : Optional.of(key.level());
        ToolResult result = new ToolResult(
                tool,
                key.rule().isEmpty() ? rule.id() : key.rule(),
                rule.title().isEmpty() ? kept.title : rule.title(),
                key.outcome(),
                level.or(() -> Optional.of("warning")).flatMap(Severity::of),
                kept.where,
                kept.ids.with(rule.ids()));
        report.results(result, kept.count);
    }
}
