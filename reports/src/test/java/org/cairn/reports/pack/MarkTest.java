package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.posture.RequirementState;
import org.junit.jupiter.api.Test;

class MarkTest {
    @Test
    void allHoldsTheMarkOfEveryStatusSinceAWorkbookHasItsStylesBeforeItsRows() {
        Set<Mark> given = Stream.of(
                        Arrays.stream(RequirementState.values()).map(Mark::of),
                        Arrays.stream(OutcomeKind.values()).map(Mark::of),
                        Arrays.stream(StatementRow.Decision.values()).map(Mark::of),
                        Arrays.stream(StatementRow.Implementation.values()).map(Mark::of),
                        Arrays.stream(RegisterRow.Borne.values()).map(Mark::of),
                        Arrays.stream(Freshness.values()).map(Mark::of),
                        Arrays.stream(AnswerStatus.values()).map(Mark::of))
                .flatMap(marks -> marks)
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(Mark.ALL), given);
    }
}
