package org.cairn.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.posture.Standing;
import org.junit.jupiter.api.Test;

class MarkTest {
    private final Texts kit = Texts.beside(Texts.class);

    @Test
    void everyMarkHasAWord() {
        assertThat(Mark.values()).allSatisfy(mark -> assertThat(mark.word(kit)).isNotBlank());
    }

    @Test
    void marksThatStandInOneLegendDifferInShapeAndNotOnlyInColour() {
        differ(Arrays.stream(RequirementState.values()).map(Mark::of));
        differ(Arrays.stream(Standing.values()).map(Mark::of));
        differ(Stream.concat(
                Arrays.stream(AnswerStatus.values()).map(Mark::ofAnswer), Stream.of(Mark.ofAnswer(Optional.empty()))));
        differ(Stream.of(
                Mark.SATISFIED, Mark.NOT_SATISFIED, Mark.INDETERMINATE, Mark.NOT_APPLICABLE, Mark.NOT_ASSESSED));
        differ(Stream.of(Mark.FRESH, Mark.LAPSING, Mark.LAPSED, Mark.WITHOUT_LIMIT));
        differ(Stream.of(Mark.INTACT, Mark.BROKEN, Mark.INCOMPLETE));
    }

    private static void differ(Stream<Mark> marks) {
        Map<String, List<Mark>> byShape = marks.collect(Collectors.groupingBy(Mark::path));
        assertThat(byShape.values()).extracting(Collection::size).containsOnly(1);
    }
}
