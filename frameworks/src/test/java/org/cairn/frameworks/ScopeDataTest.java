package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.Applicability.Applies;
import org.cairn.checklist.scope.Applicability.OutOfScope;
import org.cairn.checklist.scope.Applicability.Unscoped;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.Scoping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The questions and rules of scope that are part of the product.
class ScopeDataTest {
    private static final FrameworkLibrary LIBRARY = FrameworkLibrary.load();
    private static final Catalogue CATALOGUE = LIBRARY.catalogue();
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

    @Test
    void scopeQuestionsOfTheLawsAreAskedOnceForBoth() {
        Set<String> left = laws().stream()
                .flatMap(law -> law.requirements().stream())
                .filter(node -> node.kind().equals(Requirement.SCOPE_QUESTION))
                .filter(node -> SCOPE.asking(node.id()).isEmpty())
                .map(node -> node.id().number())
                .collect(Collectors.toSet());
        assertEquals(Set.of(), left);
    }

    /// Art. 51: either of two grounds is enough, and the second paragraph presumes the first.
    @ParameterizedTest
    @ValueSource(strings = {"ai.gpai-systemic-risk", "ai.gpai-high-impact", "ai.gpai-designated", "ai.gpai-compute"})
    void oneGroundOfSystemicRiskIsEnoughAndANoToOneAloneTakesNothingOut(String ground) {
        Requirement duty = CATALOGUE
                .requirement(new RequirementId(new FrameworkId("eu-ai-act"), "Art. 55(1)(a)"))
                .orElseThrow();
        assertEquals(
                Applies.class,
                applicability(duty, Map.of("ai.gpai-provider", "yes", ground, "yes"))
                        .getClass());
        Applicability without = applicability(duty, Map.of("ai.gpai-provider", "yes", ground, "no"));
        assertEquals(ground.equals("ai.gpai-systemic-risk") ? OutOfScope.class : Unscoped.class, without.getClass());
    }

    /// A `no` to the whole does not stand against a ground that says yes.
    @Test
    void aGroundOfSystemicRiskOutweighsTheNoBeforeIt() {
        Requirement duty = CATALOGUE
                .requirement(new RequirementId(new FrameworkId("eu-ai-act"), "Art. 55(1)(a)"))
                .orElseThrow();
        Map<String, String> said =
                Map.of("ai.gpai-provider", "yes", "ai.gpai-systemic-risk", "no", "ai.gpai-compute", "yes");
        assertEquals(Applies.class, applicability(duty, said).getClass());
    }

    private static Applicability applicability(Requirement node, Map<String, String> said) {
        Map<ScopeState.Key, String> answers = new HashMap<>();
        said.forEach((fact, answer) -> answers.put(new ScopeState.Key(new ScopeFact(fact), Optional.empty()), answer));
        ScopeState state = ScopeState.of(SCOPE, List.of(), _ -> Optional.empty())
                .supposing(answers, Optional.empty(), Instant.EPOCH, 0);
        return new Scoping(CATALOGUE, state).of(node).overall();
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

    @Test
    void everyQuestionRuleAndDeadlineHasItsGermanAndAsksTheSame() {
        Wording german = LIBRARY.in(Language.DE);
        List<String> without = new ArrayList<>();
        for (ScopeQuestion question : SCOPE.questions()) {
            Said<ScopeQuestion> said = german.question(question);
            if (said.language() != Language.DE || said.words().question().equals(question.question())) {
                without.add(question.id().value());
            }
            assertEquals(question.answers(), said.words().answers());
            assertEquals(question.gate(), said.words().gate());
        }
        rules().stream()
                .filter(rule -> german.rule(rule).language() != Language.DE)
                .forEach(rule -> without.add(rule.because()));
        LIBRARY.deadlines().rules().stream()
                .filter(rule -> german.title(rule).language() != Language.DE)
                .forEach(rule -> without.add(rule.id().value()));
        assertEquals(List.of(), without);
    }

    @Test
    void aGermanProfileProposesTheSameAnswers() {
        for (ScopeProfile profile : LIBRARY.profiles()) {
            Said<ScopeProfile> said = LIBRARY.in(Language.DE).profile(profile);
            assertEquals(Language.DE, said.language());
            assertEquals(answers(profile), answers(said.words()));
            assertEquals(profile, LIBRARY.in(Language.EN).profile(profile).words());
        }
    }

    private static List<String> answers(ScopeProfile profile) {
        return profile.facts().stream()
                .map(fact -> fact.fact() + " " + fact.answer())
                .toList();
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
