package org.cairn.app.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.calendar.CalendarViewModel.Line;
import org.cairn.app.ui.calendar.CalendarViewModel.Shown;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.calendar.CalendarEntry.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarViewModelTest {
    private final OpenDesk open;
    private final CalendarViewModel model;

    CalendarViewModelTest(@TempDir Path temporary) throws WorkspaceException {
        open = new OpenDesk(temporary.resolve("workspace"));
        model = new CalendarViewModel(open.desk, OpenDesk.library());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private Shown shown() {
        return model.shown().get().orElseThrow();
    }

    @Test
    void nothingIsReadBeforeSomebodyWantsToSeeIt() {
        assertThat(model.shown().get()).isEmpty();
        model.show(true);
        assertThat(model.shown().get()).isPresent();
    }

    @Test
    void evidenceBecomesStaleAheadAndIsOverdueAfterwards() throws Exception {
        open.collect();
        model.show(true);
        assertThat(shown().lines(Span.OVERDUE)).isEmpty();
        long ahead = shown().spans().values().stream()
                .flatMap(lines -> lines.stream())
                .filter(line -> line.entry().kind() == Kind.EVIDENCE_EXPIRES)
                .count();
        assertThat(ahead).isPositive();
        open.clock.pass(Duration.ofDays(400));
        open.desk.reload();
        assertThat(shown().lines(Span.OVERDUE))
                .hasSize(Math.toIntExact(ahead))
                .extracting(Line::what)
                .contains("network.listening-sockets");
    }

    @Test
    void aDutyThatNobodyTimedIsNamedWithWhatItRestsOn() {
        model.show(true);
        assertThat(shown().untimed())
                .anySatisfy(duty ->
                        assertThat(duty.what()).isEqualTo("DORA-FRAME: Review the framework for managing ICT risk"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, DAYS_30",
        "2026-12-21, DAYS_30",
        "2026-12-22, DAYS_60",
        "2027-01-20, DAYS_60",
        "2027-01-21, DAYS_90",
        "2027-02-19, DAYS_90",
        "2027-02-20, LATER"
    })
    void aDayFallsIntoTheShortestSpanThatHoldsIt(LocalDate day, Span span) {
        assertThat(Span.of(LocalDate.of(2026, 11, 21), day)).isEqualTo(span);
    }
}
