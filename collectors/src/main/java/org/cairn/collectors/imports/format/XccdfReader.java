package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.imports.CleanText;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.collectors.imports.XmlCursor;

/// Results of XCCDF 1.1 and 1.2 (NIST IR 7275 rev. 4, section 6.6), alone or within an ARF 1.1 collection (NIST IR
/// 7694). The rules stand before the results in what OpenSCAP, SCC and OpenSCAP's ARF write; their titles and
/// identifiers are taken from there.
final class XccdfReader {
    /// Rules whose titles are held. The largest public benchmark has some 1,900.
    private static final int MOST_RULES = 20_000;

    private record Definition(String title, RuleIds ids) {}

    private final XmlCursor xml;
    private final ReportBuilder report = new ReportBuilder(ImportFormat.XCCDF);
    private final Map<String, Definition> definitions = new HashMap<>();
    private String tool = "";
    private String benchmark = "";
    private String profile = "";
    private boolean results;

    private XccdfReader(XmlCursor xml) {
        this.xml = xml;
    }

    static ToolReport read(Reader text) throws UnreadableReport {
        XccdfReader reader = new XccdfReader(new XmlCursor(text));
        reader.document();
        return reader.report.finish();
    }

    private void document() throws UnreadableReport {
        String enclosing = "";
        for (Optional<String> tag = xml.nextChildOrDeeper(0); tag.isPresent(); tag = xml.nextChildOrDeeper(0)) {
            switch (tag.get()) {
                case "Benchmark" -> enclosing = xml.attribute("id").orElse("");
                case "Rule" -> rule();
                case "TestResult" -> testResult(enclosing);
                case "Profile", "Value", "definitions", "oval_definitions", "oval_results", "ocil" -> xml.skip();
                default -> {}
            }
        }
        if (!results) {
            throw xml.refuse(
                    "there is no TestResult in it: these are rules without results",
                    "Import what `oscap xccdf eval --results` or `--results-arf` wrote");
        }
    }

    private void rule() throws UnreadableReport {
        String id = xml.attribute("id").orElse("");
        int within = xml.depth();
        String title = "";
        RuleIds ids = new RuleIds();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "title" -> title = CleanText.of(xml.text());
                case "ident" -> ids.in(xml.text());
                case "reference" -> reference(ids);
                default -> xml.skip();
            }
        }
        if (definitions.size() < MOST_RULES) {
            definitions.put(id, new Definition(title, ids));
        }
    }

    /// SCAP Security Guide names the catalogue by its address, e.g. `…NIST.SP.800-53r4.pdf`.
    private void reference(RuleIds ids) throws UnreadableReport {
        boolean nist = xml.attribute("href").orElse("").contains("800-53");
        String text = xml.text();
        ids.in(text);
        if (nist) {
            ids.nistIn(text);
        }
    }

    private void testResult(String enclosing) throws UnreadableReport {
        results = true;
        int within = xml.depth();
        tool = xml.attribute("test-system").orElse("");
        benchmark = enclosing;
        profile = "";
        report.scannedAt(
                xml.attribute("end-time").or(() -> xml.attribute("start-time")).flatMap(ScanTime::parse));
        String scanner = "";
        String version = "";
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "benchmark" -> {
                    benchmark =
                            xml.attribute("id").or(() -> xml.attribute("href")).orElse(benchmark);
                    xml.skip();
                }
                case "profile" -> {
                    profile = xml.attribute("idref").orElse("");
                    xml.skip();
                }
                case "target" -> report.target(xml.text(), xml.place());
                case "fact" -> {
                    String name = xml.attribute("name").orElse("");
                    String value = xml.text().strip();
                    scanner = name.endsWith(":scanner:name") ? value : scanner;
                    version = name.endsWith(":scanner:version") ? value : version;
                }
                case "rule-result" -> report.result(ruleResult());
                case "target-facts" -> {}
                default -> xml.skip();
            }
        }
        report.tool(scanner.isEmpty() ? tool : scanner, version.isEmpty() ? Optional.empty() : Optional.of(version));
        report.scope(benchmark + (profile.isEmpty() ? "" : " / " + profile));
    }

    private ToolResult ruleResult() throws UnreadableReport {
        String rule = xml.attribute("idref").orElse("");
        Optional<String> severity = xml.attribute("severity").flatMap(Severity::of);
        int within = xml.depth();
        RuleIds ids = new RuleIds();
        Definition known = definitions.get(rule);
        if (known != null) {
            ids.with(known.ids());
        }
        Optional<ResultOutcome> outcome = Optional.empty();
        boolean overridden = false;
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "result" -> outcome = Optional.of(outcome(xml.text()));
                case "old-result" -> overridden |= outcome(xml.text()) == ResultOutcome.FAIL;
                case "ident" -> ids.in(xml.text());
                case "override" -> {}
                default -> xml.skip();
            }
        }
        if (outcome.isEmpty()) {
            throw xml.refuse("a result of rule '" + CleanText.of(rule) + "' says nothing", "Export the report again");
        }
        boolean accepted = overridden && outcome.get() != ResultOutcome.FAIL;
        return new ToolResult(
                "",
                rule,
                known == null ? "" : known.title(),
                accepted ? ResultOutcome.ACCEPTED : outcome.get(),
                severity,
                Optional.empty(),
                ids);
    }

    /// NIST IR 7275 rev. 4, table 26.
    private ResultOutcome outcome(String word) throws UnreadableReport {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "pass" -> ResultOutcome.PASS;
            case "fail" -> ResultOutcome.FAIL;
            case "error" -> ResultOutcome.ERROR;
            case "unknown" -> ResultOutcome.UNKNOWN;
            case "notapplicable" -> ResultOutcome.NOT_APPLICABLE;
            case "notchecked" -> ResultOutcome.NOT_CHECKED;
            case "notselected" -> ResultOutcome.NOT_SELECTED;
            case "informational" -> ResultOutcome.INFORMATIONAL;
            case "fixed" -> ResultOutcome.FIXED;
            default ->
                throw xml.refuse("'" + CleanText.of(word) + "' is no result of XCCDF", "Export the report again");
        };
    }
}
