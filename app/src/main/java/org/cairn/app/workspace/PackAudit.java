package org.cairn.app.workspace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.HandbackEvent;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.HandbackEvent.RemarkAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.FollowUpRow;

/// What auditors asked for about what a pack shows.
record PackAudit(Parts parts, PackDraft draft) {
    List<FollowUpRow> rows() throws WorkspaceException {
        FollowUpWords words = new FollowUpWords(draft.request().language());
        LocalDate today = LocalDate.ofInstant(draft.times().validAt(), ZoneOffset.UTC);
        Set<Long> shown = new HashSet<>();
        draft.shown().forEach(recorded -> shown.add(recorded.entry()));
        return new FollowUps(parts)
                .all(draft.times().size()).stream()
                        .filter(line -> shown.contains(line.entry()))
                        .map(line -> new FollowUpRow(
                                line.entry(),
                                AuditTexts.item(line.item()),
                                words.mark(line.mark()),
                                line.due(),
                                words.state(line, today),
                                line.auditorName().orElse(line.auditor().hex().substring(0, 12)),
                                line.remark().orElseGet(words::erased)))
                        .toList();
    }

    /// The entries of remarks about these items, of the reviews that hold them, and of what answers them.
    /// @param items by name, as [org.cairn.checklist.event.AuditItem#text]
    static Set<Long> entries(List<Recorded<? extends Event>> events, Set<String> items) {
        Set<Long> entries = new HashSet<>();
        Set<Digest> reviews = new HashSet<>();
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof AuditorRemarked remarked
                    && items.contains(remarked.item().text())) {
                entries.add(recorded.entry());
                reviews.add(remarked.review());
            }
        }
        for (Recorded<? extends Event> recorded : events) {
            boolean shown = recorded.event() instanceof HandbackEvent handback
                    && switch (handback) {
                        case AuditReviewReceived review -> reviews.contains(review.file());
                        case RemarkAnswered answered -> entries.contains(answered.remark());
                        case AuditorRemarked _, HandbackEvent.WorkbookImported _ -> false;
                    };
            if (shown) {
                entries.add(recorded.entry());
            }
        }
        return entries;
    }
}
