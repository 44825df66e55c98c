package org.cairn.app.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.xlsx.StoredCell;
import org.cairn.reports.xlsx.StoredWorkbook;

/// What one cell says, in its one spelling.
record CellReading(StoredWorkbook workbook, String sheet, List<CellFault> faults) {
    private static final int LONGEST_NOTE = 10_000;
    private static final int LONGEST_OWNER = 200;
    private static final Map<String, AnswerStatus> STATUSES = statuses();

    private static Map<String, AnswerStatus> statuses() {
        Map<String, AnswerStatus> statuses = new HashMap<>();
        for (AnswerStatus status : AnswerStatus.values()) {
            statuses.put(key(status.name().replace('_', ' ')), status);
            for (Language language : Language.values()) {
                statuses.put(key(ReportWords.in(language).word(status)), status);
            }
        }
        return Map.copyOf(statuses);
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).strip();
    }

    Optional<String> read(AnswerColumn column, StoredCell cell, String at) {
        return switch (cell) {
            case StoredCell.Formula(String formula) ->
                refused(at, formula, "holds a formula, which is not worked out", "put its result there as a text");
            case StoredCell.Broken(String problem) -> refused(at, "", problem, "type what is meant");
            case StoredCell.Text(String text) ->
                AnswerValues.plain(text).isEmpty() ? Optional.empty() : text(column, AnswerValues.plain(text), at);
            case StoredCell.Numeric(BigDecimal number) -> number(column, number, at);
        };
    }

    private Optional<String> text(AnswerColumn column, String text, String at) {
        return switch (column) {
            case ANSWER -> {
                AnswerStatus status = STATUSES.get(key(text));
                yield status == null
                        ? refused(at, text, "is none of the answers", "choose one of the list")
                        : Optional.of(status.name());
            }
            case NOTE -> limited(text, LONGEST_NOTE, at);
            case OWNER -> limited(text, LONGEST_OWNER, at);
            case DUE, APPLIES_FROM -> day(text, at);
            case DOCUMENTATION, IMPLEMENTATION -> level(text, at);
        };
    }

    private Optional<String> number(AnswerColumn column, BigDecimal number, String at) {
        String plain = number.stripTrailingZeros().toPlainString();
        return switch (column) {
            case DUE, APPLIES_FROM -> {
                Optional<LocalDate> day = workbook.day(number);
                yield day.isPresent() ? day(day.get().toString(), at) : notADay(plain, at);
            }
            case DOCUMENTATION, IMPLEMENTATION -> level(plain, at);
            case ANSWER -> refused(at, plain, "is none of the answers", "choose one of the list");
            case NOTE, OWNER -> Optional.of(plain);
        };
    }

    private Optional<String> limited(String text, int most, String at) {
        return text.length() > most
                ? refused(at, text, "has " + text.length() + " characters, more than " + most, "say it shorter")
                : Optional.of(text);
    }

    private Optional<String> day(String text, String at) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1970 || day.getYear() > 9999 ? notADay(text, at) : Optional.of(day.toString());
        } catch (DateTimeParseException _) {
            return notADay(text, at);
        }
    }

    private Optional<String> notADay(String text, String at) {
        return refused(at, text, "is no day", "write it as 2026-12-31");
    }

    private Optional<String> level(String text, String at) {
        return text.matches("[0-5]")
                ? Optional.of(text)
                : refused(at, text, "is no level", "choose a whole number from 0 to 5");
    }

    private Optional<String> refused(String at, String value, String reason, String mend) {
        faults.add(new CellFault(sheet, at, value, reason, mend));
        return Optional.empty();
    }
}
