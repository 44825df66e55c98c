package org.cairn.checklist.check;

import java.util.List;
import java.util.regex.Pattern;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.CollectorId;

/// Says which control a result of another tool bears on, and why.
/// @param reads   the kinds of evidence it is for
/// @param kind    which identifier of the result is looked at
/// @param matches over the whole rule name, or over one identifier
/// @param reason  why a result of that rule says something about the control
public record ImportRule(List<CollectorId> reads, Kind kind, Pattern matches, ControlId control, String reason) {
    /// The name of the value in a result, and whether it holds several, apart by blanks.
    public enum Kind {
        RULE("rule"),
        CCE("cce"),
        CCI("cci"),
        NIST("nist"),
        CWE("cwe");

        private final String value;

        Kind(String value) {
            this.value = value;
        }

        public String value() {
            return value;
        }
    }

    public ImportRule {
        reads = List.copyOf(reads);
        if (reads.isEmpty() || reason.isBlank()) {
            throw new IllegalArgumentException("a rule for " + control + " needs what it reads and its reason");
        }
    }

    Condition condition() {
        String text = matches.pattern();
        return new Condition.Holds(
                kind.value(),
                new ValueTest.Matches(
                        kind == Kind.RULE
                                ? Pattern.compile(text)
                                : Pattern.compile("(?:.* )?(?:" + text + ")(?: .*)?")));
    }
}
