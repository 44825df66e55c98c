package org.cairn.app.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workbook.CellFault;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;

/// The marks of a table that was filled in: all of them, or every reason why not.
public final class MarkReading {
    private final ReviewDraft draft;
    private final LocalDate today;
    private final List<CellFault> faults;
    private final Map<AuditItem, Integer> seen = new HashMap<>();

    /// @param faults empty, or nothing is taken
    public record Result(List<MarkedItem> marks, List<CellFault> faults) {
        public Result {
            marks = List.copyOf(marks);
            faults = List.copyOf(faults);
        }
    }

    private MarkReading(ReviewDraft draft, LocalDate today, List<CellFault> faults) {
        this.draft = draft;
        this.today = today;
        this.faults = faults;
    }

    /// @param before faults of cells that could not be read
    static Result of(List<FilledMark> rows, ReviewDraft draft, LocalDate today, List<CellFault> before) {
        MarkReading reading = new MarkReading(draft, today, new ArrayList<>(before));
        List<MarkedItem> marks = new ArrayList<>();
        for (FilledMark row : rows) {
            if (!row.saysNothing()) {
                reading.mark(row).ifPresent(marks::add);
            }
        }
        return new Result(marks, reading.faults);
    }

    private Optional<MarkedItem> mark(FilledMark row) {
        Optional<AuditItem> item = item(row);
        Optional<AuditMark> mark = AuditWords.mark(row.mark());
        if (mark.isEmpty()) {
            fault(
                    row,
                    MarkColumn.MARK,
                    row.mark(),
                    row.mark().isEmpty() ? "is empty, and the row says more" : "is none of the marks",
                    "choose accepted, objection or more needed");
        }
        if (row.hidden()) {
            fault(
                    row,
                    MarkColumn.ITEM,
                    row.item(),
                    "the row is hidden and marked",
                    "show it, so that you see what you sign");
        }
        Optional<LocalDate> due = due(row);
        if (item.isEmpty()
                || mark.isEmpty()
                || row.hidden()
                || due.isEmpty() != row.due().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MarkedItem(
                    item.get(),
                    mark.get(),
                    row.remark().isEmpty() ? Optional.empty() : Optional.of(row.remark()),
                    due));
        } catch (IllegalArgumentException e) {
            fault(row, MarkColumn.REMARK, row.remark(), String.valueOf(e.getMessage()), "mend the row");
            return Optional.empty();
        }
    }

    private Optional<AuditItem> item(FilledMark row) {
        try {
            AuditItem item = draft.item(row.item());
            Integer first = seen.putIfAbsent(item, row.number());
            if (first != null) {
                fault(
                        row,
                        MarkColumn.ITEM,
                        row.item(),
                        "is marked in row " + first + " already",
                        "delete one of the two");
                return Optional.empty();
            }
            return Optional.of(item);
        } catch (AuditException e) {
            fault(
                    row,
                    MarkColumn.ITEM,
                    row.item(),
                    "is no item of the pack",
                    "copy its name back from the form as it was");
            return Optional.empty();
        }
    }

    private Optional<LocalDate> due(FilledMark row) {
        if (row.due().isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(row.due());
            if (!day.isBefore(today)) {
                return Optional.of(day);
            }
            fault(row, MarkColumn.DUE, row.due(), "is over already", "give a day to come");
        } catch (DateTimeParseException _) {
            fault(row, MarkColumn.DUE, row.due(), "is no day", "write it as 2026-12-31");
        }
        return Optional.empty();
    }

    private void fault(FilledMark row, MarkColumn column, String value, String reason, String mend) {
        faults.add(new CellFault(
                row.sheet(),
                column.name().toLowerCase(java.util.Locale.ROOT) + " of row " + row.number(),
                value,
                reason,
                mend));
    }
}
