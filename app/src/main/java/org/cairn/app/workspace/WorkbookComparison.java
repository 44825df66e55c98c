package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workbook.AnswerColumn;
import org.cairn.app.workbook.AnswerValues;
import org.cairn.app.workbook.CellDiff;
import org.cairn.app.workbook.CellFault;
import org.cairn.app.workbook.FilledForm;
import org.cairn.app.workbook.FilledRow;
import org.cairn.app.workbook.RowDiff;
import org.cairn.app.workbook.WorkbookDiff;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Digest;

/// Three sides of each cell: what was exported, what the workspace says now, what came back.
/// @param base     by row, of the state that was exported
/// @param here     of the present; rows that can be answered
/// @param reworded why what came back was said of something else
record WorkbookComparison(
        FilledForm form,
        Map<Subject, AnswerValues> base,
        Map<Subject, AnswerValues> here,
        Map<Subject, String> reworded) {
    WorkbookDiff diff(Digest file) {
        List<RowDiff> rows = new ArrayList<>();
        List<CellFault> faults = new ArrayList<>(form.faults());
        int unchanged = 0;
        for (FilledRow row : form.rows()) {
            Optional<Subject> subject = subject(row.subject()).filter(base::containsKey);
            if (subject.isEmpty()) {
                faults.add(new CellFault(
                        row.sheet(),
                        "A" + row.number(),
                        row.subject(),
                        "is no row that was exported",
                        "copy the row's name back from the workbook as it was, or delete the row"));
                continue;
            }
            List<CellDiff> cells = cells(row, subject.get(), faults);
            if (cells.isEmpty()) {
                unchanged++;
            } else {
                check(row, subject.get(), cells, faults);
                rows.add(new RowDiff(subject.get(), row.number(), cells, now(subject.get())));
            }
        }
        return new WorkbookDiff(file, form.origin(), rows, unchanged, faults);
    }

    private static Optional<Subject> subject(String text) {
        try {
            return Optional.of(Subject.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private AnswerValues now(Subject subject) {
        return here.getOrDefault(subject, AnswerValues.none());
    }

    private List<CellDiff> cells(FilledRow row, Subject subject, List<CellFault> faults) {
        AnswerValues was = base.getOrDefault(subject, AnswerValues.none());
        List<CellDiff> cells = new ArrayList<>();
        for (AnswerColumn column : AnswerColumn.values()) {
            String cell = row.cell(column);
            boolean refused =
                    form.faults().stream().anyMatch(fault -> fault.cell().equals(cell));
            String before = was.get(column);
            String filled = row.values().get(column);
            if (refused || before.equals(filled)) {
                continue;
            }
            row.hiddenBecause(column)
                    .ifPresent(why -> faults.add(row.fault(
                            column,
                            "was changed, and " + why,
                            "show it, so that people see what is taken, and save again")));
            cells.add(new CellDiff(column, cell, before, now(subject).get(column), filled));
        }
        return cells;
    }

    /// What could never be recorded, whatever is decided.
    private void check(FilledRow row, Subject subject, List<CellDiff> cells, List<CellFault> faults) {
        AnswerValues filled = row.values();
        if (!here.containsKey(subject) || reworded.containsKey(subject)) {
            faults.add(new CellFault(
                    row.sheet(),
                    "A" + row.number(),
                    row.subject(),
                    reworded.getOrDefault(subject, "can be answered no more"),
                    "export the workbook again and answer what it asks now"));
        }
        boolean answerRefused =
                form.faults().stream().anyMatch(fault -> fault.cell().equals(row.cell(AnswerColumn.ANSWER)));
        Optional<AnswerStatus> status = filled.status();
        if (status.isEmpty() && !answerRefused) {
            boolean emptied = !base.getOrDefault(subject, AnswerValues.none())
                    .get(AnswerColumn.ANSWER)
                    .isEmpty();
            faults.add(row.fault(
                    AnswerColumn.ANSWER,
                    emptied ? "was emptied, and an empty cell withdraws no answer" : "is empty, and the row says more",
                    emptied
                            ? "put the answer back; it is withdrawn in the window above its history, or with cairn"
                                    + " withdraw-answer"
                            : "choose an answer"));
        }
        if (status.filter(AnswerStatus::needsReason).isPresent()
                && filled.get(AnswerColumn.NOTE).isEmpty()) {
            faults.add(
                    row.fault(AnswerColumn.NOTE, "is empty, and this answer needs a reason", "say why, in a sentence"));
        }
        if (status.filter(each -> each == AnswerStatus.NOT_YET_APPLICABLE).isPresent()
                && filled.get(AnswerColumn.APPLIES_FROM).isEmpty()) {
            faults.add(row.fault(
                    AnswerColumn.APPLIES_FROM, "is empty, and this answer needs a day", "say from when it applies"));
        }
        boolean half = filled.get(AnswerColumn.DOCUMENTATION).isEmpty()
                != filled.get(AnswerColumn.IMPLEMENTATION).isEmpty();
        if (half && cells.stream().anyMatch(cell -> isLevel(cell.column()))) {
            AnswerColumn empty = filled.get(AnswerColumn.DOCUMENTATION).isEmpty()
                    ? AnswerColumn.DOCUMENTATION
                    : AnswerColumn.IMPLEMENTATION;
            faults.add(row.fault(empty, "is empty, and the other level is not", "fill in both, or none"));
        }
    }

    private static boolean isLevel(AnswerColumn column) {
        return column == AnswerColumn.DOCUMENTATION || column == AnswerColumn.IMPLEMENTATION;
    }

    /// What a person would say of the row; evidence stays as it is.
    static AnswerRequest request(Subject subject, AnswerValues values, Optional<Recorded<ControlAnswered>> before)
            throws WorkspaceException {
        AnswerStatus status = values.status()
                .orElseThrow(() -> new WorkspaceException(
                        WorkspaceException.Kind.BAD_INPUT,
                        subject.text() + ": no answer is left of what was decided; nothing was recorded"));
        return new AnswerRequest(
                subject,
                status,
                values.find(AnswerColumn.NOTE),
                values.maturity(),
                values.find(AnswerColumn.OWNER),
                values.day(AnswerColumn.DUE),
                values.day(AnswerColumn.APPLIES_FROM),
                before.map(answer -> answer.event().evidence()).orElse(List.of()),
                Optional.empty());
    }
}
