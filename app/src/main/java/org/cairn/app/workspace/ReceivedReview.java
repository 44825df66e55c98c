package org.cairn.app.workspace;

import java.util.List;
import org.cairn.app.audit.ListedItem;
import org.cairn.app.audit.ReviewFile;
import org.cairn.checklist.event.HandbackEvent.Counts;
import org.cairn.proof.Digest;

/// A review that came back, held against this workspace. Nothing is recorded yet.
/// @param file    SHA-256 of it
/// @param pack    the entry that records the pack's issue
/// @param items   that the pack lists
/// @param notices what is not wrong and should be known
public record ReceivedReview(
        ReviewFile review,
        Digest file,
        long pack,
        AuditorKey key,
        Counts counts,
        List<ListedItem> items,
        List<String> notices) {
    public ReceivedReview {
        items = List.copyOf(items);
        notices = List.copyOf(notices);
    }
}
