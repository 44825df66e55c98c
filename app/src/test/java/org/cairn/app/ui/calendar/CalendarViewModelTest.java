package org.cairn.app.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.calendar.CalendarViewModel.Line;
import org.cairn.app.ui.calendar.CalendarViewModel.Shown;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.DeadlineRequest;
import org.cairn.app.workspace.Deadlines;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.calendar.CalendarEntry.Kind;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
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

    private DeadlineStart aware() {
        return new DeadlineStart(
                new TreeMap<>(Map.of(new StartEvent("aware"), open.clock.instant())),
                ZoneOffset.UTC,
                Holidays.notKnown(),
                WeekendRelief.NOT_STATED,
                Optional.empty());
    }

    private List<Line> clocks(Span span) {
        return shown().lines(span).stream()
                .filter(line -> line.clock().isPresent())
                .toList();
    }

    @Test
    void aClockIsOpenedByItsMatterIsLateWhenItsEndHasPassedAndIsMetOrWithdrawnThere() throws Exception {
        Deadlines deadlines = open.workspace.deadlines();
        deadlines.start(new DeadlineRequest(new DeadlineRuleId("GDPR-72"), aware(), "A laptop was lost"));
        deadlines.start(new DeadlineRequest(new DeadlineRuleId("GDPR-34"), aware(), "The same laptop"));
        open.desk.reload();
        model.show(true);
        assertThat(clocks(Span.OVERDUE)).isEmpty();
        assertThat(clocks(Span.DAYS_30))
                .singleElement()
                .satisfies(line -> assertThat(line.what()).startsWith("GDPR-72: "));
        assertThat(shown().endless()).singleElement().satisfies(each -> {
            assertThat(each.what()).startsWith("GDPR-34: ");
            assertThat(each.limits()).isEqualTo("without undue delay from becoming aware");
        });

        open.clock.pass(Duration.ofDays(9));
        open.desk.reload();
        Line late = clocks(Span.OVERDUE).getFirst();
        assertThat(late.clock().orElseThrow().matter()).contains("A laptop was lost");
        ClockViewModel clock = model.clock();
        clock.open(late.clock().orElseThrow());
        clock.met();
        assertThat(clock.opened().get()).isEmpty();
        assertThat(clock.doing().told().get()).contains("GDPR-72: it is recorded that this is done.");
        assertThat(clocks(Span.OVERDUE)).isEmpty();

        clock.open(shown().endless().getFirst().clock());
        clock.withdraw();
        assertThat(clock.doing().problem().get()).isPresent();
        clock.words().set("It was found, and nothing was on it");
        assertThat(clock.doing().problem().get()).isEmpty();
        clock.withdraw();
        assertThat(shown().endless()).isEmpty();
        assertThat(deadlines.all(AsOf.now()))
                .extracting(line -> line.standing().state())
                .containsExactly(DeadlineStanding.State.MET_LATE, DeadlineStanding.State.WITHDRAWN);
    }

    @Test
    void everyEventFromWhichARuleCountsHasWords() {
        Texts texts = Texts.beside(CalendarViewModel.class);
        assertThat(OpenDesk.library().frameworks().deadlines().rules())
                .flatExtracting(rule -> rule.starts())
                .allSatisfy(event ->
                        assertThat(texts.has("event." + event)).as(event.name()).isTrue());
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
