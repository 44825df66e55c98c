package org.cairn.app.ui.auditor;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.app.audit.MarkedItem;
import org.cairn.checklist.event.AuditItem;

/// An item of the pack as the list shows it.
/// @param id     as people call it
/// @param listed whether the pack says something of it
record MarkRow(AuditItem item, String id, String title, String state, boolean listed, Optional<MarkedItem> mark) {
    MarkRow marked(Optional<MarkedItem> now) {
        return new MarkRow(item, id, title, state, listed, now);
    }

    String remark() {
        return mark.flatMap(MarkedItem::remark).orElse("").replace('\n', ' ');
    }

    Optional<LocalDate> due() {
        return mark.flatMap(MarkedItem::due);
    }
}
