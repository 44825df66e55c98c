package org.cairn.reports.xlsx;

import java.util.regex.Pattern;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.VisibleText;

/// Text as a cell can hold it.
record CellText(ReportWords words) {
    /// Characters of one cell (Excel specifications and limits).
    static final int LIMIT = 32_767;

    /// How a workbook writes a character by number (ECMA-376 part 1, 22.9.2.19): text that looks like it is escaped.
    private static final Pattern NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String FORMULA_STARTS = "=+-@\t\r";

    String of(String text) {
        String shown = VisibleText.of(text.replace("\r\n", "\n"), _ -> true);
        String escaped = escaped(shown);
        if (escaped.length() <= LIMIT) {
            return escaped;
        }
        String notice = words.text("cell.cut", text.length());
        int end = LIMIT - notice.length();
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + notice;
    }

    /// So that a program shows the text as it is.
    static String escaped(String text) {
        return text.contains("_x") ? NUMBERED.matcher(text).replaceAll("_x005F_") : text;
    }

    /// Whether a program could take the text for a formula when it is edited or exported.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
