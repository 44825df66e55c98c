package org.cairn.reports.oscal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.reports.pack.VisibleText;

/// Text from people and hosts, as OSCAL's data types take it. Titles and descriptions are Markdown there, so whatever
/// would start markup is escaped (CommonMark 0.31.2, section 2.4); values are one line (OSCAL's `string`). What a
/// reader would not see is written as its code point.
final class Prose {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*\\[\\]<&{_~!#]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// For what is there and has no words: OSCAL has no empty title.
    private static final String NOTHING = "—";

    private Prose() {}

    /// One line of plain text; empty where there is none.
    static Optional<String> value(String text) {
        String line = BLANKS.matcher(visible(text)).replaceAll(" ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /// One line of Markdown that shows the text as it is.
    static String line(String text) {
        return value(text).map(Prose::escaped).orElse(NOTHING);
    }

    /// Paragraphs of Markdown that show the texts as they are; blank ones are left out.
    static String paragraphs(List<String> texts) {
        List<String> said = texts.stream()
                .filter(text -> !text.isBlank())
                .map(Prose::paragraph)
                .toList();
        return said.isEmpty() ? NOTHING : String.join("\n\n", said);
    }

    static String paragraphs(String... texts) {
        return paragraphs(List.of(texts));
    }

    private static String paragraph(String text) {
        return escaped(visible(text).strip());
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }

    private static String visible(String text) {
        return VisibleText.of(text, _ -> true);
    }
}
