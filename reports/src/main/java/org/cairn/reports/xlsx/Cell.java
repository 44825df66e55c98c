package org.cairn.reports.xlsx;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.reports.pack.Mark;

/// What one cell shows.
sealed interface Cell {
    record Text(String text) implements Cell {}

    /// @param overNumbers which stand on the right
    record Head(String title, boolean overNumbers) implements Cell {}

    /// Shape, word and colour of a status.
    record Status(Mark mark, String word) implements Cell {
        String text() {
            return mark.shape() + " " + word;
        }
    }

    record Count(long number) implements Cell {}

    /// In UTC.
    record Time(Instant time) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Empty() implements Cell {}

    static Cell text(String text) {
        return text.isEmpty() ? new Empty() : new Text(text);
    }

    /// One line each.
    static Cell lines(List<String> lines) {
        return text(String.join("\n", lines));
    }

    static Cell time(Optional<Instant> time) {
        return time.<Cell>map(Time::new).orElseGet(Empty::new);
    }

    static Cell day(Optional<LocalDate> day) {
        return day.<Cell>map(Day::new).orElseGet(Empty::new);
    }

    static Cell number(Optional<? extends Number> number) {
        return number.<Cell>map(value -> new Count(value.longValue())).orElseGet(Empty::new);
    }
}
