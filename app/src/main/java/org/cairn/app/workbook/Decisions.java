package org.cairn.app.workbook;

import java.util.List;
import java.util.Set;
import org.cairn.checklist.Subject;

/// What a person decided: rows (`NET-4`), single cells (`NET-4#note`), or `all`. A cell outweighs its row, a row
/// outweighs `all`. What was not decided is taken, unless it is in conflict.
/// @param take  what the workbook says
/// @param keep  what the workspace says
public record Decisions(Set<String> take, Set<String> keep) {
    public static final String ALL = "all";

    public Decisions {
        take = Set.copyOf(take);
        keep = Set.copyOf(keep);
        if (take.stream().anyMatch(keep::contains)) {
            throw new IllegalArgumentException("both taken and kept");
        }
    }

    public static Decisions none() {
        return new Decisions(Set.of(), Set.of());
    }

    boolean takes(Subject subject, CellDiff cell) {
        for (String key : keys(subject, cell)) {
            if (take.contains(key)) {
                return true;
            }
            if (keep.contains(key)) {
                return false;
            }
        }
        return !cell.conflict();
    }

    /// Whether a conflict still waits for somebody.
    boolean leavesOpen(Subject subject, CellDiff cell) {
        return cell.conflict()
                && keys(subject, cell).stream().noneMatch(key -> take.contains(key) || keep.contains(key));
    }

    private static List<String> keys(Subject subject, CellDiff cell) {
        String row = subject.text();
        return List.of(row + "#" + cell.column().code(), row, ALL);
    }
}
