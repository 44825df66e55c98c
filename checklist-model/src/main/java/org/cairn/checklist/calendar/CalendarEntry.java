package org.cairn.checklist.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.cairn.checklist.FrameworkId;

/// One day of a calendar, and what is about it.
/// @param day       in UTC where `at` is given
/// @param at        the instant, where it is more than a day
/// @param subject   what it is about: a requirement, a clock, a piece of evidence, a risk
/// @param title     in one line
/// @param detail    more; may be empty
/// @param citation  where it stands; empty for what people recorded
public record CalendarEntry(
        LocalDate day,
        Optional<Instant> at,
        Kind kind,
        Optional<FrameworkId> framework,
        String subject,
        String title,
        String detail,
        String citation) {
    public enum Kind {
        /// Law begins to apply.
        COMES_INTO_FORCE,
        /// Law ends: it was deleted or replaced.
        ENDS,
        /// A day that was stated once and no longer holds.
        SUPERSEDED,
        /// A clock that somebody started ends.
        DEADLINE,
        /// The round of a recurring duty ends.
        RECURRING_DUTY,
        /// Something need no longer be kept by that rule.
        KEEP_UNTIL,
        /// Something is permitted or valid until then.
        LASTS_UNTIL,
        EVIDENCE_EXPIRES,
        RISK_ACCEPTANCE_ENDS,
        /// Somebody said to be done by then.
        ANSWER_DUE
    }

    /// By day, instant, kind and subject: the same entries always stand in the same order.
    public static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::day)
            .thenComparing(entry -> entry.at().orElse(Instant.MIN))
            .thenComparing(CalendarEntry::kind)
            .thenComparing(CalendarEntry::subject)
            .thenComparing(CalendarEntry::title);

    static CalendarEntry onDay(
            LocalDate day,
            Kind kind,
            FrameworkId framework,
            String subject,
            String title,
            String detail,
            String basis) {
        return new CalendarEntry(day, Optional.empty(), kind, Optional.of(framework), subject, title, detail, basis);
    }

    /// Of a moment.
    public static CalendarEntry at(
            Instant at,
            Kind kind,
            Optional<FrameworkId> framework,
            String subject,
            String title,
            String detail,
            String citation) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return new CalendarEntry(day, Optional.of(at), kind, framework, subject, title, detail, citation);
    }
}
