package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into records and fields (RFC 4180, section 2). Line ends may be CRLF, LF or CR.
final class CsvRecords {
    private final String text;
    private final char separator;
    private final TableReading table;
    private int position;
    private int row = 1;

    CsvRecords(String text, char separator, TableReading table) {
        this.text = text;
        this.separator = separator;
        this.table = table;
    }

    void read() throws MalformedFramework {
        while (position < text.length()) {
            table.row(row, record());
            row++;
        }
    }

    private List<String> record() throws MalformedFramework {
        List<String> fields = new ArrayList<>();
        while (true) {
            String field = atEnd() || text.charAt(position) != '"' ? plain(fields.size()) : quoted(fields.size());
            fields.add(CsvTable.text(field));
            if (fields.size() > TableReading.MOST_COLUMNS) {
                throw table.broken("row " + row, "has cells beyond column " + TableReading.MOST_COLUMNS);
            }
            if (atEnd()) {
                return fields;
            }
            char c = text.charAt(position++);
            if (c != separator) {
                if (c == '\r' && !atEnd() && text.charAt(position) == '\n') {
                    position++;
                }
                return fields;
            }
        }
    }

    private String plain(int column) {
        int start = position;
        boolean quote = false;
        while (!atFieldEnd()) {
            quote |= text.charAt(position) == '"';
            position++;
        }
        if (quote) {
            table.fault(row, column, "holds a quotation mark and does not start with one; put the whole cell in them");
        }
        return text.substring(start, position);
    }

    private String quoted(int column) throws MalformedFramework {
        StringBuilder field = new StringBuilder();
        position++;
        while (true) {
            int quote = text.indexOf('"', position);
            if (quote < 0) {
                throw table.broken(
                        "row " + row + ", column " + TableReading.letters(column),
                        "starts with a quotation mark that is never closed");
            }
            field.append(text, position, quote);
            position = quote + 1;
            if (atEnd() || text.charAt(position) != '"') {
                break;
            }
            field.append('"');
            position++;
        }
        if (!atFieldEnd()) {
            table.fault(row, column, "goes on behind its closing quotation mark; double the marks inside the cell");
            plain(column);
        }
        return field.toString();
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private boolean atFieldEnd() {
        return atEnd()
                || text.charAt(position) == separator
                || text.charAt(position) == '\n'
                || text.charAt(position) == '\r';
    }
}
