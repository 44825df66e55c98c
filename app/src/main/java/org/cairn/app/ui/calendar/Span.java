package org.cairn.app.ui.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How far ahead something lies.
public enum Span {
    OVERDUE,
    DAYS_30,
    DAYS_60,
    DAYS_90,
    LATER;

    /// @param day not before `today`
    static Span of(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days <= 30) {
            return DAYS_30;
        }
        if (days <= 60) {
            return DAYS_60;
        }
        return days <= 90 ? DAYS_90 : LATER;
    }
}
