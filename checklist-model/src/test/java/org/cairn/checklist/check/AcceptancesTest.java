package org.cairn.checklist.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.Acceptance.How;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an acceptance may do to an outcome, over the cases of every check.
class AcceptancesTest {
    private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);

    static Stream<CheckCase> failing() throws IOException {
        return CheckCasesTest.cases()
                .filter(one -> one.expects("fail") && one.checkId().startsWith("runtime."));
    }

    private static Outcome evaluate(CheckCase one, Acceptances acceptances) throws MalformedJson {
        CheckDefinition check = CATALOGUE.check(new CheckId(one.checkId())).orElseThrow();
        return CheckEvaluation.evaluate(
                check, Optional.of(one.evidence(check.reads())), one::beside, acceptances, CheckCase.OBSERVED_AT);
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whatIsHeldToBeNoneIsNeverAPassAndIsNamedWithDayAndEntry(CheckCase one) throws MalformedJson {
        Outcome outcome = evaluate(one, (_, _, _) -> Optional.of(new Acceptance(How.FALSE_POSITIVE, UNTIL, 93)));
        switch (outcome) {
            case Outcome.Satisfied satisfied -> throw new AssertionError(one.file() + ": " + satisfied);
            case Outcome.NotSatisfied _ ->
                assertEquals("runtime.baseline", one.checkId(), "of no member, so nothing is accepted of it");
            case Outcome.Indeterminate(var gaps) ->
                assertTrue(
                        gaps.stream()
                                .anyMatch(gap -> gap instanceof Gap.Accepted(var finding, var until, var entry)
                                        && one.json().toString().contains(finding.text())
                                        && until.equals(UNTIL)
                                        && entry == 93),
                        gaps.toString());
            case Outcome.NotApplicable never -> throw new AssertionError(never.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whatIsToleratedStaysAFindingThatSaysSo(CheckCase one) throws MalformedJson {
        Outcome outcome = evaluate(one, (_, _, _) -> Optional.of(new Acceptance(How.TOLERATED, UNTIL, 93)));
        Outcome.NotSatisfied not = assertInstanceOf(Outcome.NotSatisfied.class, outcome);
        if (!one.checkId().equals("runtime.baseline")) {
            assertTrue(
                    not.findings().getFirst().text().endsWith(" (tolerated until 2026-12-31, entry 93)"),
                    not.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whatIsAcceptedOfOneMemberLeavesTheOthersFindings(CheckCase one) throws MalformedJson {
        Outcome alone = evaluate(one, Acceptances.NONE);
        Outcome others = evaluate(
                one,
                (_, _, item) -> item.value("what").equals(Optional.of("something else"))
                        ? Optional.of(new Acceptance(How.FALSE_POSITIVE, UNTIL, 93))
                        : Optional.empty());
        assertEquals(alone, others);
    }
}
