package org.cairn.app.workspace;

import java.util.List;
import org.cairn.checklist.retention.RetentionRules;

/// What the law and the organisation say about keeping.
/// @param records every record that was not erased, oldest first
/// @param notices what laws of the adopted frameworks say without naming a period
public record RetentionOverview(List<RetentionLine> records, List<RetentionRules.Notice> notices) {
    public RetentionOverview {
        records = List.copyOf(records);
        notices = List.copyOf(notices);
    }
}
