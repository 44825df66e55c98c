package org.cairn.checklist.codec;

import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.checklist.event.HandbackEvent;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.HandbackEvent.Counts;
import org.cairn.checklist.event.HandbackEvent.RemarkAnswered;
import org.cairn.checklist.event.HandbackEvent.WorkbookImported;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.KeyId;

/// The shapes of events about files that came back.
final class HandbackShapes {
    private HandbackShapes() {}

    static EventKind kind(HandbackEvent event) {
        return switch (event) {
            case WorkbookImported _ -> EventKind.WORKBOOK_IMPORTED;
            case AuditReviewReceived _ -> EventKind.AUDIT_REVIEW_RECEIVED;
            case AuditorRemarked _ -> EventKind.AUDITOR_REMARKED;
            case RemarkAnswered _ -> EventKind.REMARK_ANSWERED;
        };
    }

    static void write(HandbackEvent event, Json.Builder json) {
        switch (event) {
            case WorkbookImported imported ->
                json.with("workbook", imported.workbook().hex())
                        .with("size", imported.size())
                        .with("root", imported.root().hex())
                        .with("answers", imported.answers());
            case AuditReviewReceived review -> review(review, json);
            case AuditorRemarked remarked -> remarked(remarked, json);
            case RemarkAnswered answered ->
                json.with("remark", answered.remark())
                        .with("by", answered.by())
                        .with("note", EventWriting.ref(answered.note()));
        }
    }

    private static void review(AuditReviewReceived review, Json.Builder json) {
        Counts counts = review.counts();
        json.with("file", review.file().hex())
                .with("key", review.key().hex())
                .with("spki", review.spki().hex())
                .with("pack", review.pack())
                .with("signedAt", Instants.text(review.signedAt()))
                .with("accepted", counts.accepted())
                .with("objections", counts.objections())
                .with("moreNeeded", counts.moreNeeded())
                .with("unmarked", counts.unmarked())
                .with("statement", EventWriting.ref(review.statement()));
    }

    private static void remarked(AuditorRemarked remarked, Json.Builder json) {
        json.with("review", remarked.review().hex())
                .with("mark", remarked.mark().name());
        switch (remarked.item()) {
            case AuditItem.Row(Subject subject) -> json.with("subject", subject.text());
            case AuditItem.Piece(EvidenceId evidence) -> json.with("evidence", evidence.hex());
        }
        remarked.due().ifPresent(due -> json.with("due", due.toString()));
        remarked.remark().ifPresent(remark -> json.with("remark", EventWriting.ref(remark)));
    }

    static HandbackEvent read(EventKind kind, Members members) throws MalformedEvent {
        if (kind == EventKind.AUDIT_REVIEW_RECEIVED) {
            return review(members);
        }
        if (kind == EventKind.AUDITOR_REMARKED) {
            return remarked(members);
        }
        return kind == EventKind.REMARK_ANSWERED ? answered(members) : workbook(members);
    }

    private static WorkbookImported workbook(Members members) throws MalformedEvent {
        return new WorkbookImported(
                members.digest("workbook"),
                members.integer("size", 1),
                members.digest("root"),
                members.smallInteger("answers", 1));
    }

    private static AuditReviewReceived review(Members members) throws MalformedEvent {
        return new AuditReviewReceived(
                members.digest("file"),
                members.text("key", KeyId::parse),
                members.text("spki", Bytes::parseHex),
                members.integer("pack", 0),
                members.instant("signedAt"),
                new Counts(
                        members.smallInteger("accepted", 0),
                        members.smallInteger("objections", 0),
                        members.smallInteger("moreNeeded", 0),
                        members.smallInteger("unmarked", 0)),
                members.payloadRef("statement"));
    }

    private static AuditorRemarked remarked(Members members) throws MalformedEvent {
        AuditItem item = members.has("subject")
                ? new AuditItem.Row(members.text("subject", Subject::parse))
                : new AuditItem.Piece(members.text("evidence", EvidenceId::parse));
        AuditMark mark = members.oneOf("mark", AuditMark.values());
        Optional<PayloadRef> remark = members.optionalPayloadRef("remark");
        try {
            return new AuditorRemarked(members.digest("review"), item, mark, members.optionalDate("due"), remark);
        } catch (IllegalArgumentException e) {
            throw members.refusal("mark", String.valueOf(e.getMessage()));
        }
    }

    private static RemarkAnswered answered(Members members) throws MalformedEvent {
        try {
            return new RemarkAnswered(
                    members.integer("remark", 0), members.integer("by", 0), members.payloadRef("note"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("by", String.valueOf(e.getMessage()));
        }
    }
}
