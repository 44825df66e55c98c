package org.cairn.app.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words that a text holds in another form than as they were typed: escaped as JSON, HTML or URLs escape them,
/// over the end of a line, with characters that look alike or are not seen. What is taken out in one form and stays in
/// another would be shown.
final class OtherForms {
    /// ECMA-404 and JavaScript, HTML (numbers and the few names that matter), RFC 3986.
    private static final Pattern ESCAPED = Pattern.compile(
            "\\\\u([0-9a-fA-F]{4})|\\\\x([0-9a-fA-F]{2})|&#([0-9]{1,7});|&#[xX]([0-9a-fA-F]{1,6});|&(amp|lt|gt|quot|apos|nbsp);|((?:%[0-9a-fA-F]{2})+)");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private OtherForms() {}

    static void refuse(String text, List<Cut.Words> cuts) throws RedactionException {
        for (Cut.Words cut : cuts) {
            OptionalInt line = line(text, cut);
            if (line.isPresent()) {
                throw new RedactionException(
                        "line " + line.getAsInt() + " holds words number " + (cuts.indexOf(cut) + 1)
                                + " in another form (escaped, over the end of the line, or with characters that are not seen)."
                                + " Take that line out too");
            }
        }
    }

    /// The first line, from 1, that holds the words in whatever form, or begins to.
    static OptionalInt line(String text, Cut.Words cut) {
        String sought = plain(cut.text()).strip();
        String[] lines = text.split("\\R", -1);
        String here = plain(lines[0]);
        for (int i = 0; i < lines.length; i++) {
            String next = i + 1 < lines.length ? plain(lines[i + 1]) : "";
            if (here.contains(sought)
                    || (!next.contains(sought) && (here.strip() + " " + next.strip()).contains(sought))
                    || (!next.contains(sought) && (here.strip() + next.strip()).contains(sought))) {
                return OptionalInt.of(i + 1);
            }
            here = next;
        }
        return OptionalInt.empty();
    }

    private static String plain(String text) {
        String decoded = ESCAPED.matcher(text).replaceAll(OtherForms::decoded);
        String alike = Normalizer.normalize(decoded, Normalizer.Form.NFKD);
        String seen = UNSEEN.matcher(alike).replaceAll("");
        return SPACE.matcher(seen.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    private static String decoded(MatchResult found) {
        return Matcher.quoteReplacement(meaning(found));
    }

    private static String meaning(MatchResult found) {
        for (int group = 1; group <= 4; group++) {
            if (found.group(group) != null) {
                int point = Integer.parseInt(found.group(group), group == 3 ? 10 : 16);
                return Character.isValidCodePoint(point) ? Character.toString(point) : found.group();
            }
        }
        if (found.group(5) != null) {
            return switch (found.group(5)) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> " ";
            };
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String octets = found.group(6);
        for (int i = 1; i < octets.length(); i += 3) {
            bytes.write(Integer.parseInt(octets.substring(i, i + 2), 16));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
