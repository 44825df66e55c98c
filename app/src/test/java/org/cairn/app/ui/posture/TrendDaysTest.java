package org.cairn.app.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void aFewDaysAreAllShownAndBothEndsOfMany() {
        assertThat(TrendDays.between(FIRST, FIRST)).containsExactly(FIRST);
        assertThat(TrendDays.between(FIRST, FIRST.plusDays(2)))
                .containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
        for (int span = TrendDays.MOST; span < 4000; span += 7) {
            List<LocalDate> days = TrendDays.between(FIRST, FIRST.plusDays(span));
            assertThat(days)
                    .hasSizeBetween(TrendDays.MOST / 2 + 1, TrendDays.MOST)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(days.getFirst()).isEqualTo(FIRST);
            assertThat(days.getLast()).isEqualTo(FIRST.plusDays(span));
        }
    }

    @Test
    void aDayBeforeTheFirstIsShownAlone() {
        assertThat(TrendDays.between(FIRST, FIRST.minusDays(3))).containsExactly(FIRST.minusDays(3));
    }

    @Test
    void upToAnEarlierDayNoDayIsNewButThoseBetweenWhatWasShown() {
        List<LocalDate> shown = TrendDays.between(FIRST, FIRST.plusDays(730));
        for (int span = 300; span < 730; span += 31) {
            LocalDate last = FIRST.plusDays(span);
            List<LocalDate> before =
                    shown.stream().filter(day -> day.isBefore(last)).toList();
            assertThat(TrendDays.between(FIRST, last)).containsAll(before);
        }
    }
}
