package org.cairn.app.workspace;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.event.AuditMark;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// Whether a pack opens what an auditor signed of an earlier one. It holds every mark and every remark of that other
/// pack at once, so it is opened only where this pack shows all that it is about, and nothing of it was erased.
record PackReviews(Parts parts, PackDraft draft) {
    boolean opens(AuditReviewReceived review) throws WorkspaceException {
        Optional<String> statement = parts.names().text(review.statement());
        if (statement.isEmpty()) {
            return false;
        }
        Set<String> disclosed = draft.disclosedItems();
        Set<String> passedOn = passedOn(review);
        try {
            Envelope envelope = Envelope.parse(Bytes.utf8(statement.get()));
            for (Json each : Json.parseObject(envelope.payload()).array("marks")) {
                if (!(each instanceof JsonObject mark) || !disclosed.contains(mark.text("item"))) {
                    return false;
                }
                boolean quiet = mark.text("mark").equals(AuditMark.ACCEPTED.code())
                        && mark.member("remark").isEmpty();
                if (!quiet && !passedOn.contains(mark.text("item"))) {
                    return false;
                }
            }
            return true;
        } catch (MalformedEnvelope | MalformedJson _) {
            return false; // it was checked when it was taken in: an entry of a later version
        }
    }

    /// Items of the remarks in this pack whose words can still be read.
    private Set<String> passedOn(AuditReviewReceived review) throws WorkspaceException {
        Set<String> items = new HashSet<>();
        for (Recorded<? extends Event> recorded : draft.shown()) {
            if (recorded.event() instanceof AuditorRemarked remarked
                    && remarked.review().equals(review.file())
                    && (remarked.remark().isEmpty()
                            || parts.names().text(remarked.remark().get()).isPresent())) {
                items.add(remarked.item().text());
            }
        }
        return items;
    }
}
