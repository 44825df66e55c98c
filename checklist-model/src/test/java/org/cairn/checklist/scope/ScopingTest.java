package org.cairn.checklist.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.scope.Applicability.OutOfScope;
import org.junit.jupiter.api.Test;

class ScopingTest {
    private final SmallScope world = new SmallScope();

    @Test
    void withoutFactsNothingIsOutOfScopeAndTheMissingOnesAreNamed() {
        assertEquals("unscoped: [use.listed, role.maker]", world.brief("1.a"));
        assertEquals("unscoped: [role.maker]", world.brief("3"));
        assertEquals("applies", world.brief("4"));
    }

    @Test
    void aRequirementIsOutOfScopeByTheFactsThatSettleItAlone() {
        world.state(SmallScope.MAKER, "no");
        assertEquals("out: [0]", world.brief("3"));
        assertEquals("out: [0]", world.brief("1.a"));
        OutOfScope out = (OutOfScope) world.of("1.a").overall();
        assertEquals(1, out.rules().size());
        assertEquals(
                Optional.of(SmallScope.MAKER),
                out.because().stream().map(StatedFact::fact).findFirst());
        assertEquals("unscoped: [use.listed, role.user]", world.brief("1.b"), "it binds users too");
    }

    @Test
    void aNodesOwnRuleTakesThePlaceOfTheOneAbove() {
        world.state(SmallScope.MAKER, "yes").state(SmallScope.LISTED, "no");
        assertEquals("applies", world.brief("1.c"));
    }

    @Test
    void aNoToTheQuestionBeforeAnswersThoseBehindIt() {
        world.system(SmallScope.ONE).state(SmallScope.MAKER, "yes").state(SmallScope.LISTED, "no", SmallScope.ONE);
        assertEquals("out: [2]", world.brief("1.a"));
        world.state(SmallScope.HIRING, "yes", SmallScope.ONE);
        assertEquals("applies", world.brief("1.a"), "what was said of a use itself counts");
        assertEquals(
                Optional.empty(),
                world.scope().known(SmallScope.SCORING, Optional.of(SmallScope.ONE)),
                "a no that is contradicted answers nothing else");
    }

    @Test
    void aRequirementAppliesAsSoonAsItAppliesToOneSystem() {
        world.state(SmallScope.MAKER, "yes").system(SmallScope.ONE).system(SmallScope.TWO);
        world.state(SmallScope.LISTED, "no", SmallScope.ONE);
        assertEquals("unscoped: [use.listed]", world.brief("1.a"));
        world.state(SmallScope.SCORING, "yes", SmallScope.TWO);
        assertEquals("applies", world.brief("1.a"));
        assertEquals(
                Optional.of("out: [3]"),
                Optional.ofNullable(world.of("1.a").bySystem().get(SmallScope.ONE))
                        .map(SmallScope::brief));
        world.retire(SmallScope.TWO);
        assertEquals("out: [3]", world.brief("1.a"));
    }

    @Test
    void aRoleThatIsNamedIsHeldAndOneThatIsNotIsUnknown() {
        world.roles("user");
        assertEquals("unscoped: [role.maker]", world.brief("3"));
        world.roles("user", "none other");
        assertEquals("out: [1]", world.brief("3"));
        world.roles("maker");
        assertEquals("applies", world.brief("3"), "the later scope counts");
    }

    @Test
    void aGeneralNoIsNotTakenForOneAboutEachSystem() {
        world.roles("maker", "none other").answer(SmallScope.ASKS_SCORING, AnswerStatus.NOT_APPLICABLE);
        assertEquals("out: [1]", world.brief("2"));
        world.system(SmallScope.ONE).state(SmallScope.HIRING, "no", SmallScope.ONE);
        assertEquals("unscoped: [use.listed]", world.brief("1.a"));
        world.answer(SmallScope.ASKS_SCORING, AnswerStatus.MET);
        assertEquals("applies", world.brief("1.a"), "a general yes holds for every system");
    }

    @Test
    void aScopeQuestionOfTheFrameworkAndTheFactAreAnsweredOnceForBoth() {
        world.answer(SmallScope.ASKS_SCORING, AnswerStatus.MET).state(SmallScope.MAKER, "yes");
        assertEquals("applies", world.brief("1.a"));
        assertEquals("applies", world.brief("2"));
    }

    @Test
    void ofSeveralStatementsTheLatestValidCountsThenTheLaterEntry() {
        world.state(5, SmallScope.MAKER, "no", Optional.empty()).state(2, SmallScope.MAKER, "yes", Optional.empty());
        assertEquals("out: [0]", world.brief("3"));
        world.state(5, SmallScope.MAKER, "yes", Optional.empty());
        assertEquals("applies", world.brief("3"));
    }

    @Test
    void unknownTakesBackWhatWasSaidAndWhatARoleSays() {
        world.roles("maker").state(SmallScope.MAKER, "no").state(SmallScope.MAKER, ScopeQuestion.UNKNOWN);
        assertEquals("unscoped: [role.maker]", world.brief("3"));
    }

    @Test
    void whatIsOutOfScopeNamesAtLeastOneEntry() {
        assertTrue(List.of("1.a", "1.b", "1.c", "2", "3", "4").stream()
                .noneMatch(number -> world.of(number).overall() instanceof OutOfScope));
    }
}
