package org.cairn.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.StatedFact;

/// Why something applies or not, in words.
final class ScopeReasons {
    private ScopeReasons() {}

    static String word(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies _ -> "applies";
            case Applicability.Unscoped _ -> "unscoped";
            case Applicability.OutOfScope _ -> "out-of-scope";
        };
    }

    /// One line: what is missing, or which facts settle it and by which rule.
    static String brief(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies(var _, var because) -> facts(because);
            case Applicability.Unscoped(var _, var missing) ->
                "unknown: " + missing.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Applicability.OutOfScope(var rules, var because) ->
                facts(because)
                        + rules.stream()
                                .findFirst()
                                .map(rule -> ". " + text(rule))
                                .orElse("");
        };
    }

    static String facts(List<StatedFact> facts) {
        return facts.stream().map(ScopeReasons::text).collect(Collectors.joining(", "));
    }

    static String text(StatedFact fact) {
        return fact.fact() + " is " + fact.answer()
                + fact.system().map(system -> " for " + system).orElse("") + " (entry " + fact.entry() + ")";
    }

    static String text(ScopeRule rule) {
        return rule.because() + " [" + rule.citation() + "]";
    }
}
