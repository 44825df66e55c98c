package org.cairn.app.cli;

import java.util.List;
import java.util.Locale;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// Whether something applies, for a program.
final class ScopeJson {
    private ScopeJson() {}

    static Json of(Applicability applicability) {
        List<StatedFact> because = switch (applicability) {
            case Applicability.Applies(var _, var facts) -> facts;
            case Applicability.OutOfScope(var _, var facts) -> facts;
            case Applicability.Unscoped _ -> List.of();
        };
        List<ScopeFact> missing = applicability instanceof Applicability.Unscoped(var _, var facts) ? facts : List.of();
        return Json.object()
                .with("applies", ScopeReasons.word(applicability))
                .with(
                        "rules",
                        array(applicability.rules().stream()
                                .map(ScopeJson::rule)
                                .toList()))
                .with("because", array(because.stream().map(ScopeJson::fact).toList()))
                .with(
                        "missing",
                        JsonOutput.texts(missing.stream().map(ScopeFact::value).toList()))
                .build();
    }

    private static Json rule(ScopeRule rule) {
        return Json.object()
                .with("because", rule.because())
                .with("citation", rule.citation())
                .build();
    }

    private static Json fact(StatedFact fact) {
        return base(fact).build();
    }

    static Json.Builder base(StatedFact fact) {
        return Json.object()
                .with("fact", fact.fact().value())
                .with("answer", fact.answer())
                .with("system", JsonOutput.text(fact.system().map(SystemId::value)))
                .with("source", fact.source().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("validFrom", fact.validFrom().toString())
                .with("entry", fact.entry());
    }

    static JsonArray array(List<? extends Json> elements) {
        return new JsonArray(List.copyOf(elements));
    }
}
