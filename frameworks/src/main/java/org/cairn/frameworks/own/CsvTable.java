package org.cairn.frameworks.own;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalInt;
import org.cairn.proof.Bytes;

/// The table as comma-separated values (RFC 4180) in UTF-8. A text that a spreadsheet would take for a formula gets an
/// apostrophe in front (OWASP, "CSV Injection"), which reading takes off again; no text is ever evaluated.
public final class CsvTable {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvTable() {}

    /// @param file as messages name it
    /// @throws MalformedFramework with every fault
    public static Draft read(String file, Bytes content) throws MalformedFramework {
        TableReading table = new TableReading(file);
        String text = decode(content, table);
        new CsvRecords(text, separator(text), table).read();
        return table.draft();
    }

    public static void write(List<List<String>> rows, Writer out) throws IOException {
        for (List<String> row : rows) {
            String before = "";
            for (String text : row) {
                out.append(before).append(field(text));
                before = ",";
            }
            out.append("\r\n");
        }
    }

    private static String field(String text) {
        String inert = looksLikeFormula(text) ? "'" + text : text;
        boolean plain = inert.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? inert : '"' + inert.replace("\"", "\"\"") + '"';
    }

    /// The text itself, without the apostrophe that keeps a spreadsheet from calculating.
    static String text(String field) {
        return field.startsWith("'") && looksLikeFormula(field.substring(1)) ? field.substring(1) : field;
    }

    /// Apostrophes before it count as part of it, so that one more can be put there and taken off again.
    private static boolean looksLikeFormula(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length() && FORMULA_STARTS.indexOf(text.charAt(start)) >= 0;
    }

    private static String decode(Bytes content, TableReading table) throws MalformedFramework {
        OptionalInt malformed = Utf8.firstMalformed(content);
        if (malformed.isPresent()) {
            throw table.broken(
                    "byte " + malformed.getAsInt(), "is not UTF-8; save the file as \"CSV UTF-8\" and import it again");
        }
        String text = content.asUtf8();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /// Some languages' spreadsheets write a semicolon. Only the head decides: its column names hold neither.
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String head = end < 0 ? text : text.substring(0, end);
        return head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }
}
