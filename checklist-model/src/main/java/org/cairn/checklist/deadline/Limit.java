package org.cairn.checklist.deadline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One time limit of a rule; a rule may have several, of which the earliest counts. Spelled as data and for people:
///
/// - `4 hours from classified-as-major`
/// - `24 hours from aware unless classified-as-major is later`
/// - `60 days from the end of the year of discovered`
/// - `own period from last-evaluation`: the law gives no number, the organisation sets one
/// - `without undue delay from aware`: the law gives no number, and nobody can set one
public sealed interface Limit {
    /// What it is counted from.
    StartEvent from();

    String text();

    /// @param unlessLater where this happens only after the limit has passed, the limit does not count
    record Within(Amount amount, Base base, StartEvent from, Optional<StartEvent> unlessLater) implements Limit {
        @Override
        public String text() {
            return amount.text() + " from " + (base == Base.EVENT ? "" : "the end of the year of ") + from
                    + unlessLater.map(event -> " unless " + event + " is later").orElse("");
        }

        Within extendedBy(Amount more) {
            return new Within(amount.plus(more), base, from, unlessLater);
        }
    }

    /// Where counting begins.
    enum Base {
        EVENT,
        /// With the last day of the calendar year in which the event fell.
        END_OF_YEAR
    }

    record OwnPeriod(StartEvent from) implements Limit {
        @Override
        public String text() {
            return "own period from " + from;
        }
    }

    record WithoutUndueDelay(StartEvent from) implements Limit {
        @Override
        public String text() {
            return "without undue delay from " + from;
        }
    }

    /// @throws IllegalArgumentException if `text` is spelled in none of these ways
    static Limit parse(String text) {
        Matcher matcher = Spelling.FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no limit; write it like 72 hours from aware");
        }
        StartEvent from = new StartEvent(matcher.group("from"));
        Optional<StartEvent> unless =
                Optional.ofNullable(matcher.group("unless")).map(StartEvent::new);
        Base base = matcher.group("year") == null ? Base.EVENT : Base.END_OF_YEAR;
        return switch (matcher.group("amount")) {
            case "own period" -> plain(new OwnPeriod(from), base, unless);
            case "without undue delay" -> plain(new WithoutUndueDelay(from), base, unless);
            case String amount -> new Within(Amount.parse(amount), base, from, unless);
        };
    }

    private static Limit plain(Limit limit, Base base, Optional<StartEvent> unless) {
        if (base != Base.EVENT || unless.isPresent()) {
            throw new IllegalArgumentException("'" + limit.text() + "' stands alone");
        }
        return limit;
    }

    /// The grammar.
    final class Spelling {
        private static final Pattern FORM =
                Pattern.compile("(?<amount>[a-z0-9 ]+) from (?<year>the end of the year of )?(?<from>[a-z0-9-]+)"
                        + "(?: unless (?<unless>[a-z0-9-]+) is later)?");

        private Spelling() {}
    }
}
