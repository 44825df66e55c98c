package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Rows in aligned columns, two spaces apart. Control characters from data never reach the terminal.
final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    Table(String... heads) {
        columns = heads.length;
        rows.add(List.of(heads));
    }

    void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns);
        }
        rows.add(List.of(cells).stream().map(Table::printable).toList());
    }

    void printTo(PrintStream out) {
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(cell);
                if (i < columns - 1) {
                    line.append(" ".repeat(widths[i] - width(cell) + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /// Escape sequences in a file name or a process title must not drive the terminal.
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
