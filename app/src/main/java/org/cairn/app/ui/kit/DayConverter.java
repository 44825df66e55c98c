package org.cairn.app.ui.kit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Writes a day so that nobody takes the month for the day, e.g. `21 Nov 2026`.
public final class DayConverter extends StringConverter<LocalDate> {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : FORM.format(day);
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip(), FORM);
    }
}
