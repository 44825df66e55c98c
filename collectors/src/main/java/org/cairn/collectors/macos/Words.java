package org.cairn.collectors.macos;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.command.MalformedOutput;
import org.cairn.collectors.command.Reading;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Observation;

/// Commands that answer in a sentence.
final class Words {
    private Words() {}

    /// A command of which one group of a pattern is a fact. An answer without it is refused: it may say that an
    /// administrator has to ask.
    static Reading fact(String file, Command command, String fact, String pattern) {
        Pattern form = Pattern.compile(pattern, Pattern.MULTILINE);
        return reading(
                file,
                command,
                (printed, seen) -> seen.fact(
                        fact,
                        found(form, printed)
                                .orElseThrow(() -> new MalformedOutput("does not say " + fact + ": "
                                        + printed.lines()
                                                .filter(line -> !line.isBlank())
                                                .findFirst()
                                                .orElse("it is empty")))));
    }

    static Reading reading(String file, Command command, Reading.Parser parser, String... populations) {
        return new Reading(command.text(), command.savedAs(file + ".txt"), List.of(populations), parser);
    }

    static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Adds a fact where the text has it.
    static void fact(Observation seen, String fact, Pattern pattern, String text) {
        found(pattern, text).ifPresent(value -> seen.fact(fact, value));
    }
}
