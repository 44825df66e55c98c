package org.cairn.collectors.imports.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/// A table of findings (RFC 4180; a comma or, where the head has none, a semicolon or a tab), read by a [ColumnMap].
final class CsvReader {
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int MOST_FIELDS = 1_000;

    private final BufferedReader text;
    private final ColumnMap map;
    private final ReportBuilder report = new ReportBuilder(ImportFormat.CSV);
    private char separator = ',';
    private long line = 1;

    private CsvReader(Reader text, ColumnMap map) {
        this.text = new BufferedReader(text, 1 << 16);
        this.map = map;
    }

    static ToolReport read(Reader text, ColumnMap map) throws UnreadableReport {
        CsvReader reader = new CsvReader(text, map);
        try {
            reader.rows();
        } catch (UnreadableReport e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableReport("line " + reader.line, "cannot be read: " + e.getMessage(), "Save it as UTF-8");
        }
        return reader.report.finish();
    }

    private void rows() throws IOException {
        separator = separator();
        Optional<List<String>> head = row();
        ColumnMap.Bound bound = map.bind(head.orElse(List.of()));
        report.tool("a table", Optional.empty());
        report.scope("csv / " + map.spelled());
        for (Optional<List<String>> row = row(); row.isPresent(); row = row()) {
            List<String> fields = row.get();
            if (fields.size() == 1 && fields.getFirst().isBlank()) {
                continue;
            }
            result(bound, fields);
        }
    }

    private void result(ColumnMap.Bound bound, List<String> fields) throws UnreadableReport {
        Optional<String> target = bound.value("target", fields);
        if (target.isPresent()) {
            report.target(target.get(), "line " + line);
        }
        report.scannedAt(bound.value("time", fields).flatMap(ScanTime::parse));
        RuleIds ids = new RuleIds();
        bound.value("ids", fields).ifPresent(each -> ids.in(each).nistIn(each));
        report.result(new ToolResult(
                "",
                bound.value("rule", fields).orElse(""),
                bound.value("title", fields).orElse(""),
                outcome(bound.value("outcome", fields).orElse("")),
                bound.value("severity", fields).flatMap(Severity::of),
                bound.value("where", fields),
                ids));
    }

    /// A word that is none of these told nothing.
    private static ResultOutcome outcome(String word) {
        return switch (CleanText.of(word).toLowerCase(Locale.ROOT)) {
            case "pass", "passed", "ok", "compliant", "yes", "true" -> ResultOutcome.PASS;
            case "fail", "failed", "open", "finding", "non-compliant", "noncompliant", "no", "false" ->
                ResultOutcome.FAIL;
            case "n/a", "na", "not applicable", "notapplicable" -> ResultOutcome.NOT_APPLICABLE;
            case "error" -> ResultOutcome.ERROR;
            case "manual", "not checked", "notchecked", "not reviewed", "skipped" -> ResultOutcome.NOT_CHECKED;
            case "accepted", "waived", "suppressed" -> ResultOutcome.ACCEPTED;
            case "info", "informational" -> ResultOutcome.INFORMATIONAL;
            default -> ResultOutcome.UNKNOWN;
        };
    }

    private char separator() throws IOException {
        text.mark(1 << 15);
        char[] head = new char[1 << 14];
        int read = Math.max(text.read(head), 0);
        text.reset();
        String first = new String(head, 0, read).lines().findFirst().orElse("");
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : '\t';
    }

    private Optional<List<String>> row() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int c = text.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0; c = text.read()) {
            if (quoted) {
                quoted = quoted(c, field);
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                line++;
                fields.add(withoutReturn(field));
                return Optional.of(fields);
            } else {
                field.append((char) c);
            }
            bounded(fields, field);
        }
        if (quoted) {
            throw new UnreadableReport("line " + line, "a quotation mark is never closed", "Export the table again");
        }
        fields.add(withoutReturn(field));
        return Optional.of(fields);
    }

    private static String withoutReturn(StringBuilder field) {
        String value = field.toString();
        return value.endsWith("\r") ? value.substring(0, value.length() - 1) : value;
    }

    /// Whether the field is still quoted after this character; two marks stand for one.
    private boolean quoted(int c, StringBuilder field) throws IOException {
        if (c == '\n') {
            line++;
        }
        if (c != '"') {
            field.append((char) c);
            return true;
        }
        text.mark(1);
        int next = text.read();
        if (next == '"') {
            field.append('"');
            return true;
        }
        if (next >= 0) {
            text.reset();
        }
        return false;
    }

    private void bounded(List<String> fields, StringBuilder field) throws UnreadableReport {
        if (field.length() > LONGEST_FIELD || fields.size() > MOST_FIELDS) {
            throw new UnreadableReport(
                    "line " + line,
                    "a field is longer than " + LONGEST_FIELD + " characters, or a row has more than " + MOST_FIELDS,
                    "Export the table again");
        }
    }
}
