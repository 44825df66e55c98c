package org.cairn.app.ui.kit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Writes a day so that nobody takes the month for the day, e.g. `21 Nov 2026` or `21.11.2026`.
public final class DayConverter extends StringConverter<LocalDate> {
    private final DateTimeFormatter form;

    /// @param kit whose language the days are written in
    public DayConverter(Texts kit) {
        form = DateTimeFormatter.ofPattern(kit.text("moment.day"), kit.locale());
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : form.format(day);
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip(), form);
    }
}
