package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import picocli.CommandLine.Option;

/// What a clock's end depends on beside what happened.
final class DeadlineConditions {
    @Option(
            names = "--holidays",
            paramLabel = "FILE",
            description = "Public holidays, one day a line. None is assumed without a list.")
    private Optional<Path> holidays = Optional.empty();

    @Option(names = "--holidays-of", paramLabel = "PLACE", description = "Whose holidays they are, like DE-BE.")
    private Optional<String> place = Optional.empty();

    @Option(
            names = "--weekend-relief",
            paramLabel = "WORD",
            description = "allowed or barred: whether you may use noon of the next working day (DORA incidents).")
    private Optional<WeekendRelief> relief = Optional.empty();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "Your organisation's own period, like P3M, where the rule names none.")
    private Optional<String> period = Optional.empty();

    DeadlineStart start(SortedMap<StartEvent, Instant> starts, ZoneId zone) throws Refused {
        if (holidays.isPresent() != place.isPresent()) {
            throw new Refused("--holidays and --holidays-of belong together");
        }
        Holidays days = holidays.isPresent() && place.isPresent()
                ? DeadlineText.holidays(holidays.get(), place.get())
                : Holidays.notKnown();
        Optional<Period> own = period.isPresent() ? Optional.of(DeadlineText.period(period.get())) : Optional.empty();
        try {
            return new DeadlineStart(starts, zone, days, relief.orElse(WeekendRelief.NOT_STATED), own);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
