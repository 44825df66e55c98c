package org.cairn.app.workbook;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.event.Event.ControlAnswered;

/// What a row says, column by column, each value in its one spelling: the name of the status, ISO days, digits, texts
/// with line feeds. What is not said is absent.
public record AnswerValues(Map<AnswerColumn, String> texts) {
    public AnswerValues {
        Map<AnswerColumn, String> copy = new EnumMap<>(AnswerColumn.class);
        texts.forEach((column, text) -> {
            if (!text.isEmpty()) {
                copy.put(column, text);
            }
        });
        texts = Collections.unmodifiableMap(copy);
    }

    public static AnswerValues none() {
        return new AnswerValues(Map.of());
    }

    public static AnswerValues of(ControlAnswered answer, Optional<String> note, Optional<String> owner) {
        Map<AnswerColumn, String> texts = new EnumMap<>(AnswerColumn.class);
        texts.put(AnswerColumn.ANSWER, answer.status().name());
        note.ifPresent(text -> texts.put(AnswerColumn.NOTE, plain(text)));
        owner.ifPresent(text -> texts.put(AnswerColumn.OWNER, plain(text)));
        answer.due().ifPresent(day -> texts.put(AnswerColumn.DUE, day.toString()));
        answer.appliesFrom().ifPresent(day -> texts.put(AnswerColumn.APPLIES_FROM, day.toString()));
        answer.maturity().ifPresent(maturity -> {
            texts.put(AnswerColumn.DOCUMENTATION, Integer.toString(maturity.documentation()));
            texts.put(AnswerColumn.IMPLEMENTATION, Integer.toString(maturity.implementation()));
        });
        return new AnswerValues(texts);
    }

    public String get(AnswerColumn column) {
        return texts.getOrDefault(column, "");
    }

    public Optional<String> find(AnswerColumn column) {
        return Optional.ofNullable(texts.get(column));
    }

    public Optional<AnswerStatus> status() {
        return find(AnswerColumn.ANSWER).map(AnswerStatus::valueOf);
    }

    public Optional<LocalDate> day(AnswerColumn column) {
        return find(column).map(LocalDate::parse);
    }

    /// Where both of its numbers are said.
    public Optional<Maturity> maturity() {
        Optional<String> implemented = find(AnswerColumn.IMPLEMENTATION);
        return find(AnswerColumn.DOCUMENTATION)
                .filter(_ -> implemented.isPresent())
                .map(documented -> new Maturity(Integer.parseInt(documented), Integer.parseInt(implemented.get())));
    }

    public AnswerValues with(AnswerColumn column, String text) {
        Map<AnswerColumn, String> other = new EnumMap<>(AnswerColumn.class);
        other.putAll(texts);
        other.put(column, text);
        return new AnswerValues(other);
    }

    /// Spreadsheet programs change line ends, and drop white space at both ends.
    public static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
