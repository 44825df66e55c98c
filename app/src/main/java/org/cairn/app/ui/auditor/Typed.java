package org.cairn.app.ui.auditor;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.app.audit.MarkedItem;
import org.cairn.checklist.event.AuditMark;

/// What is typed about an item, complete or not.
record Typed(Optional<AuditMark> mark, String remark, Optional<LocalDate> due) {
    static final Typed NOTHING = new Typed(Optional.empty(), "", Optional.empty());

    static Typed of(Optional<MarkedItem> mark) {
        return new Typed(
                mark.map(MarkedItem::mark), mark.flatMap(MarkedItem::remark).orElse(""), mark.flatMap(MarkedItem::due));
    }

    boolean asksForWork() {
        return mark.filter(AuditMark::asksForWork).isPresent();
    }

    Typed with(AuditMark chosen) {
        return new Typed(Optional.of(chosen), remark, chosen.asksForWork() ? due : Optional.empty());
    }

    Typed saying(String words) {
        return new Typed(mark, words, due);
    }

    Typed until(Optional<LocalDate> day) {
        return new Typed(mark, remark, day);
    }
}
