package org.cairn.app.ui.scope;

import java.util.HashSet;
import java.util.Set;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRules;

/// Which questions matter to the frameworks that were adopted: those that a rule of theirs reads, those that they ask
/// themselves, and those before them. What no framework reads is asked for the report, of everybody.
final class Mattering {
    private final Catalogue catalogue;
    private final ScopeRules rules;

    Mattering(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.rules = catalogue.scope();
    }

    Set<ScopeFact> to(Set<FrameworkId> adopted) {
        Set<ScopeFact> ours = new HashSet<>();
        Set<ScopeFact> anybodys = new HashSet<>();
        for (Framework framework : catalogue.frameworks()) {
            Set<ScopeFact> read = adopted.contains(framework.id()) ? ours : anybodys;
            framework.requirements().forEach(requirement -> read(requirement, read));
        }
        anybodys.addAll(ours);
        for (ScopeQuestion question : rules.questions()) {
            question.gate().ifPresent(anybodys::add);
        }
        rules.questions().stream()
                .map(ScopeQuestion::id)
                .filter(fact -> !anybodys.contains(fact))
                .forEach(ours::add);
        return ours;
    }

    private void read(Requirement requirement, Set<ScopeFact> into) {
        rules.ofNode(requirement.id()).ifPresent(rule -> facts(rule.when(), into));
        rules.asking(requirement.id()).ifPresent(question -> add(question.id(), into));
        requirement
                .binds()
                .forEach(word -> rules.ofBinding(requirement.id().framework(), word)
                        .ifPresent(rule -> facts(rule.when(), into)));
    }

    private void facts(ScopeCondition condition, Set<ScopeFact> into) {
        switch (condition) {
            case ScopeCondition.Is(var fact, var _) -> add(fact, into);
            case ScopeCondition.Term term -> facts(term.condition(), into);
            case ScopeCondition.Not(var inner) -> facts(inner, into);
            case ScopeCondition.All(var parts) -> parts.forEach(part -> facts(part, into));
            case ScopeCondition.Any(var parts) -> parts.forEach(part -> facts(part, into));
        }
    }

    private void add(ScopeFact fact, Set<ScopeFact> into) {
        if (into.add(fact)) {
            rules.question(fact).flatMap(ScopeQuestion::gate).ifPresent(gate -> add(gate, into));
        }
    }
}
