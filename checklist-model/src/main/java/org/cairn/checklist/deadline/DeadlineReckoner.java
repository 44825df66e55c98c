package org.cairn.checklist.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.deadline.Limit.Base;
import org.cairn.checklist.deadline.Reckoning.Due;
import org.cairn.checklist.deadline.Reckoning.Step;

/// Computes by when something is due. Days are those of the organisation's zone: the day of the event is not counted,
/// and the last day counts to its end (Regulation (EEC, Euratom) No 1182/71, Art. 3(1) and (2); 45 CFR counts calendar
/// days likewise). Where two readings are possible the earlier end is taken.
public final class DeadlineReckoner {

    private static final int LAST_YEAR = 9999;

    private final DeadlineRule rule;
    private final DeadlineStart start;
    private final DeadlineDays days;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();

    private DeadlineReckoner(DeadlineRule rule, DeadlineStart start) {
        this.rule = rule;
        this.start = start;
        this.days = new DeadlineDays(start.zone());
    }

    public static Reckoning reckon(DeadlineRule rule, DeadlineStart start) {
        return reckon(rule, start, new Lengthening.None());
    }

    public static Reckoning reckon(DeadlineRule rule, DeadlineStart start, Lengthening lengthening) {
        return new DeadlineReckoner(rule, start).reckon(lengthening);
    }

    /// Where one limit ends.
    /// @param base the day after which days are counted; empty for hours
    /// @param last the last day; empty for hours
    private record End(Limit limit, Instant at, Optional<LocalDate> base, Optional<LocalDate> last) {}

    private Reckoning reckon(Lengthening lengthening) {
        List<StartEvent> missing = rule.required().stream()
                .filter(event -> !start.starts().containsKey(event))
                .toList();
        if (!missing.isEmpty()) {
            return impossible("it is not said when this was: " + missing.getFirst());
        }
        Optional<End> first = Optional.empty();
        for (Limit limit : rule.limits()) {
            Optional<End> end = end(lengthened(limit, lengthening));
            if (end.isPresent()
                    && (first.isEmpty() || end.get().at().isBefore(first.get().at()))) {
                first = end;
            }
        }
        if (first.isPresent() && year(first.get().at()) > LAST_YEAR) {
            return impossible("it ends after the year " + LAST_YEAR);
        }
        if (first.isPresent() && rule.limits().size() > 1) {
            steps.add(new Step(
                    "'" + first.get().limit().text() + "' ends first and counts: "
                            + days.words(first.get().at()),
                    ""));
        }
        return result(first, lengthening);
    }

    private Reckoning result(Optional<End> first, Lengthening lengthening) {
        Optional<Due> due = first.map(this::moved);
        if (lengthening instanceof Lengthening.Until(Instant end)) {
            steps.add(new Step("set to " + days.words(end) + " by a decision that was recorded with its reason", ""));
            Limit decidedBy = due.map(Due::decidedBy).orElse(rule.limits().getFirst());
            due = Optional.of(new Due(end, end, decidedBy));
        }
        if (due.isPresent() && year(due.get().at()) > LAST_YEAR) {
            return impossible("it ends after the year " + LAST_YEAR);
        }
        return new Reckoning(due, steps, assumptions, Optional.empty());
    }

    private Reckoning impossible(String problem) {
        return new Reckoning(Optional.empty(), steps, assumptions, Optional.of(problem));
    }

    private int year(Instant at) {
        return at.atZone(start.zone()).getYear();
    }

    private Limit lengthened(Limit limit, Lengthening lengthening) {
        if (lengthening instanceof Lengthening.Statutory
                && rule.extension().isPresent()
                && limit instanceof Limit.Within within) {
            Limit longer = within.extendedBy(rule.extension().get().by());
            steps.add(new Step(
                    "'" + limit.text() + "' was extended by "
                            + rule.extension().get().by() + " to '" + longer.text() + "'",
                    rule.extension().get().citation()));
            return longer;
        }
        return limit;
    }

    private Optional<End> end(Limit limit) {
        Instant from = start.starts().get(limit.from());
        if (from == null) {
            assumptions.add(limit.from() + " is not known yet: '" + limit.text()
                    + "' was left out, and once it is known the end may be earlier");
            return Optional.empty();
        }
        return switch (limit) {
            case Limit.Within within -> within(within, from);
            case Limit.OwnPeriod own -> own(own, from);
            case Limit.WithoutUndueDelay _ -> {
                steps.add(new Step(
                        "due without undue delay from " + limit.from() + " on " + days.words(from)
                                + "; no number is given, so no end is computed",
                        rule.citation()));
                yield Optional.empty();
            }
        };
    }

    private Optional<End> within(Limit.Within limit, Instant from) {
        End end = limit.amount().unit() == Amount.Unit.HOUR ? hours(limit, from) : days(limit, from);
        Optional<Instant> later = limit.unlessLater()
                .flatMap(event -> Optional.ofNullable(start.starts().get(event)));
        if (later.isPresent() && later.get().isAfter(end.at())) {
            steps.add(new Step(
                    "it does not count, since " + limit.unlessLater().get() + " came later, on "
                            + days.words(later.get()),
                    rule.citation()));
            return Optional.empty();
        }
        return Optional.of(end);
    }

    private End hours(Limit.Within limit, Instant from) {
        Instant base = limit.base() == Base.EVENT ? from : days.endOf(days.lastOfYear(from));
        Instant end = base.plus(Duration.ofHours(limit.amount().number()));
        steps.add(new Step(
                limit.text() + ": " + days.words(from) + " and " + limit.amount() + " elapsed is " + days.words(end),
                rule.citation()));
        if (rule.weekend().move() != WeekendRule.Move.NONE) {
            assumptions.add("hours are counted from the very moment. Regulation (EEC, Euratom) No 1182/71, Art. 3(1),"
                    + " does not count the hour in which the event fell, which could give up to an hour more");
        }
        return new End(limit, end, Optional.empty(), Optional.empty());
    }

    private End days(Limit.Within limit, Instant from) {
        LocalDate day = limit.base() == Base.EVENT ? days.of(from) : days.lastOfYear(from);
        LocalDate last = plus(day, limit.amount());
        if (limit.amount().unit() == Amount.Unit.WORKING_DAY) {
            tellHolidays(day, last);
        }
        steps.add(new Step(
                limit.text() + ": " + day + " is not counted, and " + limit.amount() + " after it is the end of "
                        + last,
                rule.citation()));
        return new End(limit, days.endOf(last), Optional.of(day), Optional.of(last));
    }

    private Optional<End> own(Limit.OwnPeriod limit, Instant from) {
        if (start.ownPeriod().isEmpty()) {
            assumptions.add("the law gives no number and the organisation set none: no end is computed");
            return Optional.empty();
        }
        Period period = start.ownPeriod().get();
        LocalDate day = days.of(from);
        LocalDate last = day.plus(period);
        steps.add(new Step(
                limit.text() + ": the organisation's own period of " + period + " after " + day + " is the end of "
                        + last,
                rule.citation()));
        return Optional.of(new End(limit, days.endOf(last), Optional.of(day), Optional.of(last)));
    }

    /// A month or a year ends on the same date, or on the month's last day where it has no such date (Regulation (EEC,
    /// Euratom) No 1182/71, Art. 3(2)(c)).
    private LocalDate plus(LocalDate day, Amount amount) {
        int number = amount.number();
        return switch (amount.unit()) {
            case HOUR -> throw new IllegalArgumentException("hours are counted from a moment");
            case DAY -> day.plusDays(number);
            case WORKING_DAY -> new WorkingDays(start.holidays()).plus(day, number);
            case WEEK -> day.plusWeeks(number);
            case MONTH -> day.plusMonths(number);
            case YEAR -> day.plusYears(number);
        };
    }

    private Due moved(End end) {
        Instant at = switch (rule.weekend().move()) {
            case NONE -> end.at();
            case REGULATION_1182_71 -> end.last().map(last -> next(end, last)).orElse(end.at());
            case NOON_OF_NEXT_WORKING_DAY -> noon(end);
        };
        return new Due(at, end.at(), end.limit());
    }

    /// The first day that is both a working day and, for periods of two days or more, has another one before it.
    private Instant next(End end, LocalDate last) {
        WorkingDays working = new WorkingDays(start.holidays());
        LocalDate base = end.base().orElseThrow();
        LocalDate moved = working.isWorking(last) ? last : working.after(last);
        boolean twoDays = ChronoUnit.DAYS.between(base, last) >= 2;
        LocalDate second = twoDays ? working.plus(base, 2) : moved;
        LocalDate later = second.isAfter(moved) ? second : moved;
        tellHolidays(last, later);
        if (!moved.equals(last)) {
            steps.add(new Step(
                    last + " is " + days.whyNotWorking(last) + ": it ends with the next working day, " + moved,
                    rule.weekend().citation()));
        }
        if (later.isAfter(moved)) {
            steps.add(new Step(
                    "a period of two days or more has at least two working days in it: it ends with " + later,
                    "Regulation (EEC, Euratom) No 1182/71, Art. 3(5)"));
        }
        if (!later.equals(last)) {
            assumptions.add("Regulation (EEC, Euratom) No 1182/71 is taken to govern this act, which was not checked:"
                    + " who acts by the end of " + last + " is in time either way");
        }
        return days.endOf(later);
    }

    private Instant noon(End end) {
        LocalDate last = end.last().orElseGet(() -> days.of(end.at()));
        WorkingDays working = new WorkingDays(start.holidays());
        tellHolidays(last, last);
        if (working.isWorking(last)) {
            return end.at();
        }
        return switch (start.relief()) {
            case ALLOWED -> {
                Instant noon = days.noonOf(working.after(last));
                steps.add(new Step(
                        last + " is " + days.whyNotWorking(last) + ": noon of the next working day, "
                                + days.words(noon),
                        rule.weekend().citation()));
                yield noon;
            }
            case BARRED -> {
                steps.add(new Step(
                        last + " is " + days.whyNotWorking(last) + "; it does not move for this organisation",
                        rule.weekend().citation()));
                yield end.at();
            }
            case NOT_STATED -> {
                assumptions.add(last + " is " + days.whyNotWorking(last) + ". It is not said whether this organisation"
                        + " may use noon of the next working day ("
                        + rule.weekend().citation()
                        + "): the end was not moved");
                yield end.at();
            }
        };
    }

    private void tellHolidays(LocalDate from, LocalDate to) {
        boolean known = start.holidays().place().isPresent()
                && start.holidays().covers(from)
                && start.holidays().covers(to);
        if (!known) {
            assumptions.add(
                    "public holidays of " + start.holidays().place().orElse("the place where it is due") + " in "
                            + (from.getYear() == to.getYear() ? from.getYear() : from.getYear() + " to " + to.getYear())
                            + " are not known: only Saturdays and Sundays were taken as free, so the end may be later");
        }
    }
}
