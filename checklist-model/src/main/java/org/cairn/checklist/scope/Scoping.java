package org.cairn.checklist.scope;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.scope.Applicability.Applies;
import org.cairn.checklist.scope.Applicability.OutOfScope;
import org.cairn.checklist.scope.Applicability.Unscoped;

/// Which requirements apply in a scope: the rule of the nearest node that has one has to hold, and one of those of whom
/// the requirement binds. What no rule limits applies. Safe for any thread.
public final class Scoping {
    private final Catalogue catalogue;
    private final ScopeState state;
    private final Map<Limits, RequirementScope> judged = new ConcurrentHashMap<>();

    /// What limits a requirement.
    /// @param binding of which one has to hold; empty limits nothing
    private record Limits(Optional<ScopeRule> node, List<ScopeRule> binding) {}

    public Scoping(Catalogue catalogue, ScopeState state) {
        this.catalogue = catalogue;
        this.state = state;
    }

    public RequirementScope of(Requirement requirement) {
        if (requirement.kind().equals(Requirement.SCOPE_QUESTION)) {
            return catalogue
                    .scope()
                    .asking(requirement.id())
                    .map(this::question)
                    .orElseGet(() -> new RequirementScope(new Applies(List.of(), List.of()), new TreeMap<>()));
        }
        return judged.computeIfAbsent(
                new Limits(
                        nodeRule(requirement.id()),
                        bindingRules(requirement.id().framework(), requirement.binds())),
                this::judge);
    }

    /// Whether one of those whom `words` name is meant; no words, or one without a rule, limit nothing.
    public RequirementScope bound(FrameworkId framework, List<String> words) {
        return judged.computeIfAbsent(new Limits(Optional.empty(), bindingRules(framework, words)), this::judge);
    }

    /// A scope question applies where its fact is yes, and is out of scope where it is no.
    private RequirementScope question(ScopeQuestion question) {
        ScopeCondition yes = new ScopeCondition.Is(question.id(), ScopeQuestion.YES);
        return everywhere(system -> applicability(List.of(), verdict(yes, system)));
    }

    private RequirementScope judge(Limits limits) {
        return everywhere(system -> limited(limits, system));
    }

    private Applicability limited(Limits limits, Optional<SystemId> system) {
        List<ScopeRule> rules = new ArrayList<>(limits.node().stream().toList());
        List<Verdict> verdicts = new ArrayList<>();
        limits.node().ifPresent(rule -> verdicts.add(verdict(rule.when(), system)));
        if (!limits.binding().isEmpty()) {
            rules.addAll(limits.binding());
            verdicts.add(Verdict.any(limits.binding().stream()
                    .map(rule -> verdict(rule.when(), system))
                    .toList()));
        }
        Verdict verdict = Verdict.all(verdicts);
        if (verdict.truth() != Truth.FALSE || verdicts.size() < 2) {
            return applicability(rules, verdict);
        }
        boolean byNode = verdicts.getFirst().truth() == Truth.FALSE;
        return applicability(byNode ? limits.node().stream().toList() : limits.binding(), verdict);
    }

    private static Applicability applicability(List<ScopeRule> rules, Verdict verdict) {
        return switch (verdict.truth()) {
            case TRUE -> new Applies(rules, verdict.because());
            case UNKNOWN -> new Unscoped(rules, verdict.missing());
            case FALSE -> new OutOfScope(rules, verdict.because());
        };
    }

    private interface View {
        Applicability of(Optional<SystemId> system);
    }

    private RequirementScope everywhere(View view) {
        if (state.systems().isEmpty()) {
            return new RequirementScope(view.of(Optional.empty()), new TreeMap<>());
        }
        SortedMap<SystemId, Applicability> bySystem = new TreeMap<>();
        state.systems().keySet().forEach(system -> bySystem.put(system, view.of(Optional.of(system))));
        return new RequirementScope(overall(List.copyOf(bySystem.values())), bySystem);
    }

    /// Of several systems one to which it applies is enough; it is out of scope only if it is for each.
    private static Applicability overall(List<Applicability> views) {
        Set<ScopeRule> rules = new LinkedHashSet<>();
        Set<ScopeFact> missing = new LinkedHashSet<>();
        Set<StatedFact> because = new LinkedHashSet<>();
        for (Applicability view : views) {
            rules.addAll(view.rules());
            switch (view) {
                case Applies applies -> {
                    return applies;
                }
                case Unscoped unscoped -> missing.addAll(unscoped.missing());
                case OutOfScope out -> because.addAll(out.because());
            }
        }
        return missing.isEmpty()
                ? new OutOfScope(List.copyOf(rules), List.copyOf(because))
                : new Unscoped(List.copyOf(rules), List.copyOf(missing));
    }

    private Verdict verdict(ScopeCondition condition, Optional<SystemId> system) {
        return switch (condition) {
            case ScopeCondition.Is(var fact, var answer) ->
                state.known(fact, system)
                        .map(stated -> Verdict.settled(stated.answer().equals(answer), stated))
                        .orElseGet(() -> Verdict.unknown(state.toAsk(fact, system)));
            case ScopeCondition.Term term -> verdict(term.condition(), system);
            case ScopeCondition.Not(var inner) -> verdict(inner, system).not();
            case ScopeCondition.All(var parts) ->
                Verdict.all(parts.stream().map(part -> verdict(part, system)).toList());
            case ScopeCondition.Any(var parts) ->
                Verdict.any(parts.stream().map(part -> verdict(part, system)).toList());
        };
    }

    private Optional<ScopeRule> nodeRule(RequirementId node) {
        if (!catalogue.scope().limits(node.framework())) {
            return Optional.empty(); // nothing to look for, at each of thousands of rows and all above it
        }
        return catalogue
                .scope()
                .ofNode(node)
                .or(() ->
                        catalogue.requirement(node).flatMap(Requirement::parent).flatMap(this::nodeRule));
    }

    /// None if one of the words has no rule: then nothing is known that would leave somebody out.
    private List<ScopeRule> bindingRules(FrameworkId framework, List<String> words) {
        List<ScopeRule> rules = new ArrayList<>();
        for (String word : words) {
            Optional<ScopeRule> rule = catalogue.scope().ofBinding(framework, word);
            if (rule.isEmpty()) {
                return List.of();
            }
            rules.add(rule.get());
        }
        return rules;
    }
}
