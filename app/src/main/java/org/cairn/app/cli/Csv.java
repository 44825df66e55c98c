package org.cairn.app.cli;

import java.io.PrintStream;

/// Comma-separated values (RFC 4180). A field that a spreadsheet would take for a formula gets an apostrophe in front
/// (OWASP, "CSV Injection").
final class Csv {
    private final PrintStream out;

    Csv(PrintStream out) {
        this.out = out;
    }

    void row(String... fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(line.isEmpty() ? "" : ",").append(field(field));
        }
        out.print(line.append("\r\n"));
    }

    static String field(String text) {
        String inert = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = inert.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? inert : '"' + inert.replace("\"", "\"\"") + '"';
    }
}
