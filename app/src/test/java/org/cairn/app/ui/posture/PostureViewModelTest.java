package org.cairn.app.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostureViewModelTest {
    private static final ControlId NET_3 = new ControlId("NET-3");

    @TempDir
    Path folder;

    @Test
    void theBarOfAFrameworkHoldsEveryRequirementOnce() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            PostureViewModel model = new PostureViewModel(open.desk, OpenDesk.library(), open.visited::add);
            assertThat(model.frameworks().getValue())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.states().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isEqualTo(line.total()));
            assertThat(model.untouched().getValue()).isTrue();
        }
    }

    @Test
    void aContradictionStandsFirstAmongWhatIsToBeDone() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            open.workspace.answer(AnswerRequest.of(NET_3, AnswerStatus.MET));
            open.desk.reload();
            PostureViewModel model = new PostureViewModel(open.desk, OpenDesk.library(), open.visited::add);
            assertThat(model.gaps().getValue().getFirst().control()).isEqualTo(NET_3);
            assertThat(model.contradictions().getValue())
                    .extracting(PostureViewModel.ContradictionLine::leads)
                    .contains(new Place.ChecklistItem(NET_3));
            assertThat(model.answered().getValue()).isEqualTo(1L);
        }
    }

    @Test
    void evidenceLapsesAsTimePasses() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            PostureViewModel model = new PostureViewModel(open.desk, OpenDesk.library(), open.visited::add);
            assertThat(model.freshness().getValue()).containsKey(Mark.FRESH);
            open.clock.pass(Duration.ofDays(400));
            open.desk.reload();
            Map<Mark, Long> later = model.freshness().getValue();
            assertThat(later).containsKey(Mark.LAPSED).doesNotContainKey(Mark.FRESH);
            assertThat(model.lapsing().getValue()).isNotEmpty();
        }
    }
}
