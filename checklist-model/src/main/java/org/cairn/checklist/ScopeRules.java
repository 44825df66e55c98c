package org.cairn.checklist;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The questions of scope and the rules that follow from the answers. Immutable; holds no answer.
public final class ScopeRules {
    /// Whom a word in `binds` means.
    public record Binding(FrameworkId framework, String word) {}

    private static final ScopeRules NONE = new ScopeRules(List.of(), Map.of(), Map.of());

    private final List<ScopeQuestion> questions;
    private final Map<ScopeFact, ScopeQuestion> byId;
    private final Map<RequirementId, ScopeQuestion> byNode = new HashMap<>();
    private final Map<RequirementId, ScopeRule> nodeRules;
    private final Set<FrameworkId> limited;
    private final Map<Binding, ScopeRule> bindings;

    /// @param questions in the order in which they are asked, each id and each node once
    public ScopeRules(
            List<ScopeQuestion> questions, Map<RequirementId, ScopeRule> nodeRules, Map<Binding, ScopeRule> bindings) {
        this.questions = List.copyOf(questions);
        this.byId = questions.stream().collect(toUnmodifiableMap(ScopeQuestion::id, Function.identity()));
        this.nodeRules = Map.copyOf(nodeRules);
        this.limited = nodeRules.keySet().stream().map(RequirementId::framework).collect(toUnmodifiableSet());
        this.bindings = Map.copyOf(bindings);
        for (ScopeQuestion question : questions) {
            for (RequirementId node : question.nodes()) {
                if (byNode.put(node, question) != null) {
                    throw new IllegalArgumentException("two questions ask " + node);
                }
            }
        }
    }

    /// Without rules everything applies once its framework is adopted.
    public static ScopeRules none() {
        return NONE;
    }

    public List<ScopeQuestion> questions() {
        return questions;
    }

    public Optional<ScopeQuestion> question(ScopeFact id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The question that asks the same as a node of a framework.
    public Optional<ScopeQuestion> asking(RequirementId node) {
        return Optional.ofNullable(byNode.get(node));
    }

    /// Those that a `no` to `gate` answers.
    public List<ScopeQuestion> behind(ScopeFact gate) {
        return questions.stream()
                .filter(question -> question.gate().filter(gate::equals).isPresent())
                .toList();
    }

    /// Whether a rule stands with any node of a framework.
    public boolean limits(FrameworkId framework) {
        return limited.contains(framework);
    }

    /// The rule that stands with a node itself.
    public Optional<ScopeRule> ofNode(RequirementId node) {
        return Optional.ofNullable(nodeRules.get(node));
    }

    public Optional<ScopeRule> ofBinding(FrameworkId framework, String word) {
        return Optional.ofNullable(bindings.get(new Binding(framework, word)));
    }
}
