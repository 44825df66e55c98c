package org.cairn.frameworks;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.cairn.checklist.ControlId;

/// Help for whoever has to answer a control. Our own words; nothing is judged by it.
/// @param validFor how long evidence that a person brings is usually taken as fresh; what a check reads has its own
///     time to live
/// @param words    in English
public record ControlGuidance(
        ControlId control, Period validFor, Effort effort, Severity severity, ControlWords words) {
    public ControlGuidance {
        if (validFor.isZero() || validFor.isNegative() || validFor.toTotalMonths() != 0) {
            throw new IllegalArgumentException(
                    control + " has evidence that is valid for " + validFor + ", which is no number of days");
        }
    }

    public long daysValid() {
        return validFor.get(ChronoUnit.DAYS);
    }
}
