package org.cairn.checklist.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Public holidays, as a person gave them. None is ever assumed. A list is taken to be whole for each calendar year of
/// which it names a day.
/// @param place whose holidays they are, e.g. `DE-BE`; empty where no list was given
/// @param days  in order; empty where no list was given
public record Holidays(Optional<String> place, SortedSet<LocalDate> days) {
    /// As many as an entry of the ledger holds.
    public static final int MOST = 400;

    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,()/-]{0,39}");

    public Holidays {
        days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
        if (place.isPresent() == days.isEmpty()) {
            throw new IllegalArgumentException("a list of holidays has a place and at least one day");
        }
        if (place.isPresent() && !PLACE.matcher(place.get()).matches()) {
            throw new IllegalArgumentException(
                    "'" + place.get() + "' is no name of a place: at most 40 letters, digits, spaces and . , ( ) / -");
        }
        if (days.size() > MOST) {
            throw new IllegalArgumentException(days.size() + " holidays, more than " + MOST);
        }
    }

    public static Holidays notKnown() {
        return new Holidays(Optional.empty(), new TreeSet<>());
    }

    public static Holidays of(String place, Collection<LocalDate> days) {
        return new Holidays(Optional.of(place), new TreeSet<>(days));
    }

    /// All days but Saturdays, Sundays and public holidays (Regulation (EEC, Euratom) No 1182/71, Art. 2(2)).
    public boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !days.contains(day);
    }

    /// Whether the list says anything about the year of a day.
    public boolean covers(LocalDate day) {
        LocalDate first = LocalDate.of(day.getYear(), 1, 1);
        return !days.subSet(first, first.plusYears(1)).isEmpty();
    }
}
