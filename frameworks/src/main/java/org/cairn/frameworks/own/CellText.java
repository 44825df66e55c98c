package org.cairn.frameworks.own;

import java.text.Normalizer;
import java.util.Optional;

/// What a text of an own framework may hold, and its normal form.
final class CellText {
    /// As [org.cairn.checklist.RequirementId] allows.
    static final int ID = 80;

    static final int LINE = 1_000;

    /// Below what a cell of a workbook can hold: 32,767 characters (Excel specifications and limits).
    static final int LONGEST = 32_000;

    private CellText() {}

    /// Unicode normal form C (UAX 15), line ends as LF, nothing white around it: how a file was saved does not change
    /// what it says.
    static String normal(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
    }

    /// Why a text in normal form cannot stand in one line of at most `limit` characters.
    static Optional<String> lineProblem(String text, int limit) {
        return text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0
                ? Optional.of("holds a line break or a tab; it is one line")
                : problem(text, limit);
    }

    /// Why a text in normal form cannot stand here.
    static Optional<String> problem(String text, int limit) {
        if (text.length() > limit) {
            return Optional.of("has " + text.length() + " characters; at most " + limit + " are taken");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t' || c == '\uFFFE' || c == '\uFFFF') {
                return Optional.of(
                        "holds the control character U+%04X at character %d; take it out".formatted((int) c, i + 1));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of("holds half a character at character " + (i + 1) + "; take it out");
                }
                i++;
            }
        }
        return Optional.empty();
    }
}
