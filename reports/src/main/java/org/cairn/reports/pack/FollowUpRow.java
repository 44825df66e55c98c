package org.cairn.reports.pack;

import java.time.LocalDate;
import java.util.Optional;

/// What an auditor asked for in a review of an earlier pack, and what became of it, in the report's words.
/// @param entry   of the remark
/// @param item    the row, or the beginning of the evidence's id
/// @param state   open, overdue, answered by whom and by which entry, or accepted
/// @param auditor as the auditor wrote the name
public record FollowUpRow(
        long entry, String item, String mark, Optional<LocalDate> due, String state, String auditor, String remark) {}
