package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.StatementRow.Decision;
import org.cairn.reports.pack.StatementRow.Implementation;
import org.cairn.reports.pack.StatementRow.Missing;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final Statement STATEMENT = SampleStatement.statement(SampleStatement.model(Language.EN));

    private static StatementRow row(String number) {
        return STATEMENT.decidable().stream()
                .filter(row -> row.row().id().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itHasEachOfThe93ControlsOnceAndClauses4To10() {
        List<String> numbers = STATEMENT.decidable().stream()
                .map(row -> row.row().id().number())
                .toList();
        assertEquals(93, numbers.size());
        assertEquals(93, new HashSet<>(numbers).size());
        for (int clause = 4; clause <= 10; clause++) {
            String number = "C." + clause;
            assertTrue(
                    STATEMENT.clauses().stream()
                            .anyMatch(row -> row.row().id().number().equals(number)),
                    number);
        }
        assertFalse(STATEMENT.clauses().stream()
                .anyMatch(row -> row.row().id().number().startsWith("A")));
    }

    @Test
    void onlyPeopleDecideWhetherAControlIsNeeded() {
        assertEquals(Decision.INCLUDED, row("A.5.1").decision());
        assertEquals(Decision.EXCLUDED, row("A.7.4").decision());
        assertEquals(Decision.INCLUDED, row("A.8.1").decision());
        assertEquals(Decision.EXCLUDED, row("A.8.24").decision(), "left out, against the evidence");
        assertEquals(Decision.UNDECIDED, row("A.5.7").decision(), "shown by evidence, and nobody decided");
        assertEquals(
                List.of(3L, 2L, 88L),
                List.of(
                        STATEMENT.count(Decision.INCLUDED),
                        STATEMENT.count(Decision.EXCLUDED),
                        STATEMENT.count(Decision.UNDECIDED)));
    }

    @Test
    void whatIsImplementedIsWhatPeopleSayOfIt() {
        assertEquals(Implementation.IMPLEMENTED, row("A.5.1").implementation());
        assertEquals(Implementation.PARTLY, row("A.8.30").implementation());
        assertEquals(Implementation.PLANNED, row("A.8.1").implementation());
        assertEquals(Implementation.NOT_ASKED, row("A.7.4").implementation());
        assertEquals(Implementation.NOT_STATED, row("A.5.7").implementation());
    }

    @Test
    void whatNobodyRecordedIsMissingAndNeverMadeUp() {
        assertEquals(88, STATEMENT.missing(Missing.DECISION).size());
        assertEquals(List.of("A.8.30"), STATEMENT.missing(Missing.REASON));
        assertEquals(List.of("A.8.30"), STATEMENT.missing(Missing.OWNER));
        assertEquals(List.of("A.8.1", "A.8.30"), STATEMENT.missing(Missing.RISK));
        assertEquals(List.of("A.8.1", "A.8.30"), STATEMENT.missing(Missing.EVIDENCE));
        assertEquals(List.of("A.7.4", "A.8.1", "A.8.24", "A.8.30"), STATEMENT.missing(Missing.APPROVAL));
        assertEquals("", row("A.5.7").reason());
        assertEquals("No premises.", row("A.7.4").reason());
    }

    @Test
    void aRiskIsLinkedThroughTheControlThatSupportsTheRow() {
        assertEquals(
                List.of(77L),
                row("A.5.1").risks().stream().map(AcceptedRisk::entry).toList());
        assertEquals(List.of(), row("A.7.4").risks());
    }

    @Test
    void anOpenRiskOfTheRegisterIsALinkAndAClosedOneIsNot() {
        assertEquals(
                List.of("0a1b2c3d4e5f6071"),
                row("A.5.1").registered().stream().map(RegisterRow::id).toList());
        Statement withoutAcceptances = Statement.of(SampleStatement.model(Language.EN), List.of(), Map.of())
                .orElseThrow();
        assertFalse(withoutAcceptances.missing(Missing.RISK).contains("A.5.1"));
    }

    @Test
    void theWholeIsApprovedByWhoeverAcceptedTheAnswerToItsOwnClause() {
        assertEquals(Optional.of("Clara Vogt"), STATEMENT.approval().map(Approval::by));
        assertEquals(
                Optional.empty(),
                Statement.of(SampleStatement.model(Language.EN), List.of(), Map.of())
                        .orElseThrow()
                        .approval());
    }

    @Test
    void aPackAboutAnotherFrameworkHasNone() {
        assertEquals(Optional.empty(), Statement.of(SamplePack.realistic(), List.of(), Map.of()));
    }
}
