package org.cairn.app.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.LookedAt.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeViewModelTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    @Test
    void theLifeOfALedgerGoesFromItsFirstEntryToTodayAndEitherTimeOrBothAreMovedAlongIt() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("ws"))) {
            LifeViewModel life = new LifeViewModel(open.desk);
            life.show(true);
            assertThat(life.life().get()).contains(new LifeViewModel.Life(FIRST, FIRST, Set.of(0L)));
            open.clock.pass(Duration.ofDays(3));
            open.collect();
            open.clock.pass(Duration.ofDays(2));
            open.desk.reload();
            assertThat(life.life().get()).contains(new LifeViewModel.Life(FIRST, FIRST.plusDays(5), Set.of(0L, 3L)));

            life.moveTo(FIRST.plusDays(1));
            assertThat(open.desk.now().lookedAt())
                    .isEqualTo(new LookedAt(Optional.of(FIRST.plusDays(1)), new Known.Everything()));
            life.moves().set(LifeViewModel.Moves.KNOWN);
            assertThat(life.day().getValue()).isEqualTo(FIRST.plusDays(5));
            life.moveTo(FIRST.plusDays(2));
            assertThat(open.desk.now().lookedAt())
                    .isEqualTo(new LookedAt(Optional.of(FIRST.plusDays(1)), new Known.Day(FIRST.plusDays(2))));
            assertThat(life.day().getValue()).isEqualTo(FIRST.plusDays(2));
            assertThat(life.life().get().orElseThrow().ticks()).containsExactly(0L, 3L);
            life.moves().set(LifeViewModel.Moves.BOTH);
            life.moveTo(FIRST.plusDays(5));
            assertThat(open.desk.now().lookedAt()).isEqualTo(LookedAt.NOW);
        }
    }
}
