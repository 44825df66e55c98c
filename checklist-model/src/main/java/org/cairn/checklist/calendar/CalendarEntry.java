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
/// @param about     the same as people name it: a requirement's number, a rule's id, a collector, controls
/// @param title     in one line
/// @param detail    more; may be empty
/// @param citation  where it stands; empty for what people recorded
/// @param bearing   whether it applies by the facts of scope
/// @param entry     of the ledger that it rests on; empty for law
public record CalendarEntry(
        LocalDate day,
        Optional<Instant> at,
        Kind kind,
        Optional<FrameworkId> framework,
        String subject,
        String about,
        String title,
        String detail,
        String citation,
        Bearing bearing,
        Optional<Long> entry) {
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
        ANSWER_DUE,
        /// An auditor wants to see something by then.
        FOLLOW_UP_DUE
    }

    /// By day, instant, kind and subject: the same entries always stand in the same order.
    public static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::day)
            .thenComparing(entry -> entry.at().orElse(Instant.MIN))
            .thenComparing(CalendarEntry::kind)
            .thenComparing(CalendarEntry::subject)
            .thenComparing(CalendarEntry::title);

    /// The day in UTC of a moment.
    public static LocalDate dayOf(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// Whether somebody has to do something by then.
    public boolean due() {
        return switch (kind) {
            case DEADLINE, RECURRING_DUTY, ANSWER_DUE, FOLLOW_UP_DUE, EVIDENCE_EXPIRES, RISK_ACCEPTANCE_ENDS -> true;
            case COMES_INTO_FORCE, ENDS, SUPERSEDED, KEEP_UNTIL, LASTS_UNTIL -> false;
        };
    }
}
