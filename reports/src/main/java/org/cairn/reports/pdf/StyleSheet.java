package org.cairn.reports.pdf;

import java.io.IOException;

/// How documents look.
final class StyleSheet {
    private StyleSheet() {}

    /// Every page has its running lines.
    static String plain() throws IOException {
        return ReportFonts.resource("report.css").asUtf8();
    }

    /// The first page is a cover and has none.
    static String withCover() throws IOException {
        return plain() + ReportFonts.resource("cover.css").asUtf8();
    }
}
