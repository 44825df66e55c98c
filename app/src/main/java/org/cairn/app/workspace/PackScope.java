package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.DefinedSystem;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.reports.pack.Scope;

/// What a pack says about the scope.
final class PackScope {
    private final Parts parts;
    private final Posture posture;
    private final PackTitles titles;

    PackScope(Parts parts, Posture posture, PackTitles titles) {
        this.parts = parts;
        this.posture = posture;
        this.titles = titles;
    }

    List<Scope.Fact> facts() throws WorkspaceException {
        List<Scope.Fact> facts = new ArrayList<>();
        for (StatedFact fact : posture.scope().all()) {
            facts.add(new Scope.Fact(
                    of(fact),
                    posture.scope()
                            .rules()
                            .question(fact.fact())
                            .map(titles::of)
                            .orElse(fact.fact().value()),
                    fact.answer(),
                    parts.names().text(fact.reason()).orElse(""),
                    fact.entry()));
        }
        return facts;
    }

    private String of(StatedFact fact) throws WorkspaceException {
        if (fact.system().isEmpty()) {
            return "organisation";
        }
        DefinedSystem system = posture.scope().systems().get(fact.system().get());
        String id = fact.system().get().value();
        return system == null ? id : parts.names().text(system.name()).orElse(id);
    }

    /// In short: what is missing, or the facts and the rule that leave it out; nothing where it applies.
    static String brief(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies _ -> "";
            case Applicability.Unscoped(var _, var missing) ->
                "not known: " + missing.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Applicability.OutOfScope(var rules, var because) ->
                because.stream()
                                .map(fact -> fact.fact() + " is " + fact.answer() + " (entry " + fact.entry() + ")")
                                .collect(Collectors.joining(", "))
                        + rules.stream()
                                .findFirst()
                                .map(rule -> ". " + rule.because() + " [" + rule.citation() + "]")
                                .orElse("");
        };
    }
}
