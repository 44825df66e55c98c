package org.cairn.app.preview;

import java.util.ArrayList;
import java.util.List;
import org.cairn.app.preview.Preview.Grid;

/// Rows of fields (RFC 4180), separated by comma, semicolon or tab, whichever the first line has most of.
final class Csv {
    static final int MOST_ROWS = 2_000;
    static final int MOST_COLUMNS = 100;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean cut;

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static Grid read(Preview.Text text) {
        Csv csv = new Csv(text.content());
        csv.parse();
        return new Grid(csv.rows, csv.cut || text.cut());
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char most = ',';
        for (char each : SEPARATORS) {
            if (count(first, each) > count(first, most)) {
                most = each;
            }
        }
        return most;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private void parse() {
        boolean quoted = false;
        for (int i = 0; i < text.length() && rows.size() < MOST_ROWS; i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = c != '"' || doubled;
                if (quoted) {
                    field.append(c);
                }
                i += doubled ? 1 : 0;
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endField();
            } else if (c == '\n') {
                endRow();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (rows.size() == MOST_ROWS) {
            cut = true;
        } else if (!field.isEmpty() || !row.isEmpty()) {
            endRow();
        }
    }

    private void endField() {
        if (row.size() < MOST_COLUMNS) {
            row.add(field.toString());
        } else {
            cut = true;
        }
        field.setLength(0);
    }

    private void endRow() {
        endField();
        rows.add(row);
        row = new ArrayList<>();
    }
}
