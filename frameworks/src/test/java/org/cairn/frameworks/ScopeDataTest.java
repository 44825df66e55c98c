package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeCondition;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.scope.Applicability.OutOfScope;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.Scoping;
import org.junit.jupiter.api.Test;

/// The questions and rules of scope that are part of the product.
class ScopeDataTest {
    private static final Catalogue CATALOGUE = FrameworkLibrary.load().catalogue();
    private static final ScopeRules SCOPE = CATALOGUE.scope();
    private static final List<String> LAWS = List.of("eu-ai-act", "dora", "gdpr", "hipaa");

    @Test
    void everyQuestionBearsOnSomethingOrSaysThatItIsForTheReport() {
        Set<ScopeFact> read = new HashSet<>();
        rules().forEach(rule -> facts(rule.when(), read));
        SCOPE.questions().forEach(question -> question.gate().ifPresent(read::add));
        List<ScopeFact> idle = SCOPE.questions().stream()
                .filter(question -> question.nodes().isEmpty())
                .filter(question -> !question.help().contains("Recorded for the report"))
                .map(ScopeQuestion::id)
                .filter(id -> !read.contains(id))
                .toList();
        assertEquals(List.of(), idle);
    }

    @Test
    void whomALawBindsIsToldByARule() {
        List<String> without = new ArrayList<>();
        for (Framework law : laws()) {
            law.requirements().stream()
                    .flatMap(node -> node.binds().stream())
                    .distinct()
                    .filter(word -> SCOPE.ofBinding(law.id(), word).isEmpty())
                    .forEach(without::add);
        }
        assertEquals(List.of(), without);
    }

    /// What makes a model one with systemic risk is put to its provider as three questions, and asked as one.
    @Test
    void scopeQuestionsOfTheLawsAreAskedOnceForBoth() {
        Set<String> left = laws().stream()
                .flatMap(law -> law.requirements().stream())
                .filter(node -> node.kind().equals(Requirement.SCOPE_QUESTION))
                .filter(node -> SCOPE.asking(node.id()).isEmpty())
                .map(node -> node.id().number())
                .collect(Collectors.toSet());
        assertEquals(Set.of("Art. 51(1)(a)", "Art. 51(1)(b)", "Art. 51(2)"), left);
    }

    @Test
    void noTwoQuestionsAndNoTwoHelpsAreWordedAlike() {
        List<String> words = SCOPE.questions().stream()
                .map(question -> question.question() + question.group())
                .toList();
        assertEquals(words.size(), new HashSet<>(words).size());
    }

    @Test
    void withoutFactsNothingIsOutOfScope() {
        Scoping scoping = new Scoping(CATALOGUE, ScopeState.of(SCOPE, List.of(), _ -> Optional.empty()));
        assertTrue(CATALOGUE.frameworks().stream()
                .flatMap(framework -> framework.requirements().stream())
                .noneMatch(node -> scoping.of(node).overall() instanceof OutOfScope));
    }

    @Test
    void eachExemptionOfMicroenterprisesThatTheNotesNameHasItsRule() {
        List<String> without = framework("dora").requirements().stream()
                .filter(Requirement::assessable)
                .filter(node -> node.notes().contains("not micro"))
                .filter(node -> !reads(node.id(), new ScopeFact("dora.microenterprise")))
                .map(node -> node.id().number())
                .toList();
        assertEquals(List.of(), without);
    }

    private static boolean reads(RequirementId node, ScopeFact fact) {
        Set<ScopeFact> read = new HashSet<>();
        SCOPE.ofNode(node).ifPresent(rule -> facts(rule.when(), read));
        return read.contains(fact);
    }

    private static List<ScopeRule> rules() {
        List<ScopeRule> rules = new ArrayList<>();
        for (Framework framework : CATALOGUE.frameworks()) {
            for (Requirement node : framework.requirements()) {
                SCOPE.ofNode(node.id()).ifPresent(rules::add);
                node.binds()
                        .forEach(word -> SCOPE.ofBinding(framework.id(), word).ifPresent(rules::add));
            }
        }
        return rules;
    }

    private static void facts(ScopeCondition condition, Set<ScopeFact> into) {
        switch (condition) {
            case ScopeCondition.Is(var fact, var _) -> into.add(fact);
            case ScopeCondition.Term term -> facts(term.condition(), into);
            case ScopeCondition.Not(var inner) -> facts(inner, into);
            case ScopeCondition.All(var parts) -> parts.forEach(part -> facts(part, into));
            case ScopeCondition.Any(var parts) -> parts.forEach(part -> facts(part, into));
        }
    }

    private static List<Framework> laws() {
        return LAWS.stream().map(ScopeDataTest::framework).toList();
    }

    private static Framework framework(String id) {
        return CATALOGUE.framework(new FrameworkId(id)).orElseThrow();
    }
}
