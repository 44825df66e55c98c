package org.cairn.app.ui.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.Scoping;

/// Counts what applies in a scope, framework by framework, and by which reason.
final class Reaches {
    private final Catalogue catalogue;
    private final Titles titles;
    private final Scoping scoping;

    Reaches(Catalogue catalogue, Titles titles, ScopeState scope) {
        this.catalogue = catalogue;
        this.titles = titles;
        this.scoping = new Scoping(catalogue, scope);
    }

    List<Reach> of(Posture posture) {
        return posture.frameworks().values().stream().map(this::of).toList();
    }

    private Reach of(FrameworkPosture framework) {
        Map<Reach.Reason, Long> counts = new LinkedHashMap<>();
        long[] sums = new long[3];
        for (RequirementPosture row : framework.requirements()) {
            Applicability applicability = scoping.of(row.requirement()).overall();
            Reach.Reason reason = reason(applicability);
            sums[reason.mark() == Mark.APPLIES ? 0 : reason.mark() == Mark.UNSCOPED ? 1 : 2]++;
            counts.merge(reason, 1L, Long::sum);
        }
        List<Reach.Reason> reasons = new ArrayList<>();
        counts.forEach((reason, count) ->
                reasons.add(new Reach.Reason(reason.mark(), reason.words(), reason.citation(), count)));
        reasons.sort(Comparator.comparing(Reach.Reason::mark)
                .thenComparing(Comparator.comparingLong(Reach.Reason::count).reversed())
                .thenComparing(Reach.Reason::words));
        return new Reach(
                framework.framework().id(), titles.of(framework.framework()), sums[0], sums[1], sums[2], reasons);
    }

    private Reach.Reason reason(Applicability applicability) {
        return switch (applicability) {
            case Applicability.Applies(var rules, var _) -> byRule(Mark.APPLIES, rules);
            case Applicability.OutOfScope(var rules, var _) -> byRule(Mark.OUT_OF_SCOPE, rules);
            case Applicability.Unscoped(var _, var missing) -> byQuestion(missing.getFirst());
        };
    }

    private Reach.Reason byRule(Mark mark, List<ScopeRule> rules) {
        return rules.stream()
                .findFirst()
                .map(rule -> new Reach.Reason(mark, titles.of(rule), rule.citation(), 0))
                .orElse(new Reach.Reason(mark, "", "", 0));
    }

    /// The first of those that are open: it is the next to ask.
    private Reach.Reason byQuestion(ScopeFact fact) {
        return catalogue
                .scope()
                .question(fact)
                .map(question ->
                        new Reach.Reason(Mark.UNSCOPED, titles.of(question).question(), question.citation(), 0))
                .orElse(new Reach.Reason(Mark.UNSCOPED, fact.value(), "", 0));
    }
}
