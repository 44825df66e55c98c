package org.cairn.reports.xlsx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.reports.pack.Freshness;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.RegisterRow;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.StatementRow;

/// The statuses that cells show: each, and all that a column can hold.
record Statuses(ReportWords words) {
    enum When {
        OVERDUE,
        COMING,
        UNTIMED
    }

    enum RiskState {
        OVERDUE,
        OPEN,
        CLOSED
    }

    Cell.Status of(RequirementState state) {
        return new Cell.Status(Mark.of(state), words.word(state));
    }

    Cell.Status of(OutcomeKind outcome) {
        return new Cell.Status(Mark.of(outcome), words.word(outcome));
    }

    Cell.Status of(Optional<AnswerStatus> answer) {
        return answer.map(status -> new Cell.Status(Mark.of(status), words.word(status)))
                .orElseGet(() -> new Cell.Status(Mark.OPEN, words.text("answer.none")));
    }

    Cell.Status of(Freshness freshness) {
        return new Cell.Status(Mark.of(freshness), words.word(freshness));
    }

    Cell.Status of(StatementRow.Decision decision) {
        return new Cell.Status(Mark.of(decision), words.word(decision));
    }

    Cell.Status of(StatementRow.Implementation implementation) {
        return new Cell.Status(Mark.of(implementation), words.word(implementation));
    }

    Cell.Status of(RegisterRow.Borne borne) {
        return new Cell.Status(Mark.of(borne), words.word(borne));
    }

    Cell.Status of(When when) {
        return switch (when) {
            case OVERDUE -> new Cell.Status(Mark.BAD, words.text("dates.overdue"));
            case COMING -> new Cell.Status(Mark.of(RequirementState.NOT_YET_APPLICABLE), words.text("dates.coming"));
            case UNTIMED -> new Cell.Status(Mark.OPEN, words.text("dates.untimed"));
        };
    }

    Cell.Status of(RiskState state) {
        return switch (state) {
            case OVERDUE -> new Cell.Status(Mark.BAD, words.text("dates.overdue"));
            case OPEN -> new Cell.Status(Mark.OPEN, words.text("register.open"));
            case CLOSED -> new Cell.Status(Mark.OUT, words.text("register.is-closed"));
        };
    }

    List<Cell.Status> states() {
        return each(RequirementState.values(), this::of);
    }

    List<Cell.Status> outcomes() {
        return each(OutcomeKind.values(), this::of);
    }

    List<Cell.Status> answers() {
        return Stream.concat(
                        Arrays.stream(AnswerStatus.values()).map(Optional::of),
                        Stream.of(Optional.<AnswerStatus>empty()))
                .map(this::of)
                .toList();
    }

    List<Cell.Status> freshness() {
        return each(Freshness.values(), this::of);
    }

    List<Cell.Status> decisions() {
        return each(StatementRow.Decision.values(), this::of);
    }

    List<Cell.Status> implementations() {
        return each(StatementRow.Implementation.values(), this::of);
    }

    List<Cell.Status> borne() {
        return each(RegisterRow.Borne.values(), this::of);
    }

    List<Cell.Status> when() {
        return each(When.values(), this::of);
    }

    List<Cell.Status> riskStates() {
        return each(RiskState.values(), this::of);
    }

    private static <T> List<Cell.Status> each(T[] values, Function<T, Cell.Status> of) {
        return Arrays.stream(values).map(of).toList();
    }
}
