package org.cairn.app.ui.auditor;

import org.cairn.checklist.event.AuditMark;

/// Which items the list shows.
enum Shown {
    LISTED,
    UNMARKED,
    ASKED,
    ACCEPTED,
    /// Requirements that the pack says nothing of.
    FURTHER;

    boolean holds(MarkRow row) {
        return switch (this) {
            case LISTED -> row.listed() || row.mark().isPresent();
            case UNMARKED -> row.listed() && row.mark().isEmpty();
            case ASKED -> row.mark().filter(mark -> mark.mark().asksForWork()).isPresent();
            case ACCEPTED ->
                row.mark().filter(mark -> mark.mark() == AuditMark.ACCEPTED).isPresent();
            case FURTHER -> !row.listed();
        };
    }
}
