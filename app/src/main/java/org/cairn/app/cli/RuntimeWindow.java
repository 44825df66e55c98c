package org.cairn.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.cairn.causality.query.Window;
import picocli.CommandLine.Option;

/// The span of time a question is about.
final class RuntimeWindow {
    @Option(names = "--from", paramLabel = "TIME", description = "An instant, or the beginning of a day; in UTC.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", description = "An instant, or the end of a day; in UTC.")
    private Optional<String> until = Optional.empty();

    Window window(Instant now) throws Refused {
        Optional<Instant> first = from.isPresent() ? Optional.of(beginning(from.get())) : Optional.empty();
        Optional<Instant> last = When.optional(until, now);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw new Refused("--from lies after --until");
        }
        return new Window(first, last);
    }

    /// A day means its beginning.
    private static Instant beginning(String text) throws Refused {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException _) {
            throw new Refused("'" + text + "' is no time: write a day like 2026-03-31, or an instant in UTC like"
                    + " 2026-03-31T17:00:00Z");
        }
    }
}
