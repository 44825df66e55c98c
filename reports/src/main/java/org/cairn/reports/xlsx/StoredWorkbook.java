package org.cairn.reports.xlsx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// A workbook that somebody filled in, as it is stored (ECMA-376). Strange files are refused: nothing in it is worked
/// out, followed or run.
/// @param since1904 whether days are counted from 1904 (ECMA-376 part 1, 18.2.28)
public record StoredWorkbook(List<StoredSheet> sheets, boolean since1904) {
    public StoredWorkbook {
        sheets = List.copyOf(sheets);
    }

    /// @param name as messages name the file
    public static StoredWorkbook read(String name, Bytes content) throws MalformedWorkbook {
        return new WorkbookReading(name, PackedParts.of(name, content)).workbook();
    }

    public Optional<StoredSheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    /// The day that a number stands for; empty where it stands for none (ECMA-376 part 1, 18.17.4.1: a workbook that
    /// counts from 1900 takes 1900 for a leap year, so that its day 61 is the first of March).
    public Optional<LocalDate> day(BigDecimal number) {
        try {
            long days = number.longValueExact();
            if (days < 61 && !since1904 || days < 0 || days > 2_958_465) {
                return Optional.empty();
            }
            return Optional.of((since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30)).plusDays(days));
        } catch (ArithmeticException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
