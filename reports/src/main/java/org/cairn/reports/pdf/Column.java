package org.cairn.reports.pdf;

/// One column of a table.
/// @param width in per cent
record Column(int width, String title, Align align) {
    enum Align {
        TEXT,
        NUMBER
    }

    static Column text(int width, String title) {
        return new Column(width, title, Align.TEXT);
    }

    static Column number(int width, String title) {
        return new Column(width, title, Align.NUMBER);
    }
}
