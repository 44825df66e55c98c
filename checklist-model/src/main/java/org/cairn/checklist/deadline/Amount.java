package org.cairn.checklist.deadline;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as laws give it: `72 hours`, `15 working days`, `1 month`.
/// @param number from 1
public record Amount(int number, Unit unit) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3}) (hour|day|working day|week|month|year)(s?)");

    /// How it is counted.
    public enum Unit {
        /// Elapsed time: a change of the clocks to summer time neither shortens nor lengthens it.
        HOUR,
        DAY,
        WORKING_DAY,
        WEEK,
        MONTH,
        YEAR;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Amount {
        if (number < 1) {
            throw new IllegalArgumentException("a length of " + number + " " + unit.word() + "s");
        }
    }

    /// @throws IllegalArgumentException if `text` is not spelled as above
    public static Amount parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()
                || matcher.group(1).equals("1") != matcher.group(3).isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no length of time; write it like 72 hours, 15 working" + " days or 1 month");
        }
        Unit unit = Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
        return new Amount(Integer.parseInt(matcher.group(1)), unit);
    }

    /// Both together. Requires the same unit.
    public Amount plus(Amount more) {
        if (unit != more.unit) {
            throw new IllegalArgumentException(text() + " cannot be extended by " + more.text());
        }
        return new Amount(number + more.number, unit);
    }

    public String text() {
        return number + " " + unit.word() + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return text();
    }
}
