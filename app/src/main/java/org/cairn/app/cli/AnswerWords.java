package org.cairn.app.cli;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;

/// The parts of an answer as typed.
final class AnswerWords {
    private static final Pattern MATURITY = Pattern.compile("([0-5]),([0-5])");

    private AnswerWords() {}

    static AnswerStatus status(String word) throws Refused {
        return Arrays.stream(AnswerStatus.values())
                .filter(status -> OutcomeTexts.word(status).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused("'" + word + "' is no answer; it is one of "
                        + Arrays.stream(AnswerStatus.values())
                                .map(OutcomeTexts::word)
                                .collect(Collectors.joining(", "))));
    }

    static Maturity maturity(String text) throws Refused {
        Matcher matcher = MATURITY.matcher(text);
        if (!matcher.matches()) {
            throw new Refused("'" + text + "' is no maturity: documentation and implementation from 0 to 5, like 3,2");
        }
        return new Maturity(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
