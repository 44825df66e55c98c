package org.cairn.app.objection;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.event.Event.ControlAnswered;

/// Whether a reason says anything about the row it stands on. ISO/IEC 27001:2022, 6.1.3 d) asks for a justification
/// of every exclusion; one that would fit any row justifies none.
final class Reasons {
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_ROWS = 5;
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_PHRASES = Set.of(
            "this control is not applicable",
            "this control is not relevant",
            "this is not relevant for us",
            "this does not apply to us",
            "does not apply to our organisation",
            "not applicable to our organisation",
            "not relevant to our business",
            "not relevant for our organisation",
            "dies ist nicht relevant",
            "das trifft nicht zu",
            "das trifft auf uns nicht zu",
            "dies trifft auf uns nicht zu",
            "ist für uns nicht relevant",
            "nicht relevant für unsere organisation",
            "gilt nicht für unser unternehmen");

    private Reasons() {}

    static boolean needsOne(ControlAnswered answer) {
        return answer.status() == AnswerStatus.NOT_APPLICABLE || answer.status() == AnswerStatus.ALTERNATIVE_DOCUMENTED;
    }

    /// Lower-case words alone, so that two spellings of one sentence are the same.
    static String plain(String reason) {
        return NOT_WORDS
                .matcher(reason.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    static boolean generic(String reason, Map<String, Integer> rows) {
        String plain = plain(reason);
        return plain.split(" ").length < FEWEST_WORDS
                || EMPTY_PHRASES.contains(plain)
                || rows.getOrDefault(plain, 0) > MOST_ROWS;
    }
}
