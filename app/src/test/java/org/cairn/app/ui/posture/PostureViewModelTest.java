package org.cairn.app.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.AsOf;
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

    @Test
    void theTrendAndTheChangesTellWhatWasKnownThenAndNotWhatIsKnownNow() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.clock.pass(Duration.ofDays(5));
            open.collect();
            open.workspace.answer(AnswerRequest.of(NET_3, AnswerStatus.MET));
            open.desk.reload();
            LocalDate founded = LocalDate.of(2026, 11, 21);
            TrendViewModel trend = new TrendViewModel(open.desk, OpenDesk.library());
            ChangesViewModel changes = new ChangesViewModel(open.desk, OpenDesk.library());
            changes.since().set(founded);
            assertThat(trend.columns().getValue()).isEmpty();
            trend.show(true);
            changes.show(true);
            var columns = trend.columns().getValue().orElseThrow();
            assertThat(columns).hasSize(6);
            assertThat(columns.getFirst().day()).isEqualTo(founded);
            assertThat(columns.getFirst().counts().get(Mark.CONTRADICTED)).isZero();
            assertThat(columns.getLast().counts().get(Mark.CONTRADICTED)).isPositive();
            assertThat(columns)
                    .allSatisfy(column -> assertThat(column.counts().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isEqualTo(columns.getLast().counts().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()));
            ChangesViewModel.Changes read = changes.changes().get().orElseThrow();
            assertThat(read.lines())
                    .contains(new ChangesViewModel.Change(
                            Optional.of(Mark.NOT_ASSESSED),
                            Mark.CONTRADICTED,
                            "NET-3",
                            OpenDesk.library()
                                    .titles()
                                    .of(open.desk
                                            .now()
                                            .posture()
                                            .control(NET_3)
                                            .orElseThrow()
                                            .control()),
                            new Place.ChecklistItem(NET_3)));
            assertThat(read.adopted()).isEmpty();
            assertThat(read.lines()).hasSize((int) (read.controls() + read.requirements()));
            changes.since().set(founded.minusDays(1));
            assertThat(changes.changes().get().orElseThrow().adopted()).hasSize(2);
        }
    }

    @Test
    void aDayThatWasComparedWithIsReadAgainOnlyAfterSomethingWasRecorded() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            List<AsOf> read = new ArrayList<>();
            KeptStandings kept = new KeptStandings();
            KeptStandings.Reading reading = asOf -> {
                read.add(asOf);
                return open.workspace.at(asOf);
            };
            AsOf now = AsOf.now();
            KeptStandings.Standings before =
                    kept.of(now, open.workspace.describe().size(), reading);
            assertThat(before.controls()).containsEntry(NET_3, Mark.NOT_ASSESSED);
            assertThat(before.frameworks()).hasSize(2);
            assertThat(kept.of(now, open.workspace.describe().size(), reading)).isSameAs(before);
            assertThat(read).hasSize(1);
            open.workspace.answer(AnswerRequest.of(NET_3, AnswerStatus.NOT_MET));
            assertThat(kept.of(now, open.workspace.describe().size(), reading).controls())
                    .containsEntry(NET_3, Mark.NOT_MET);
            assertThat(read).hasSize(2);
        }
    }
}
