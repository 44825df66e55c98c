package org.cairn.checklist.codec;

import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.AnswerRef;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerSubmitted;
import org.cairn.checklist.event.ReviewEvent.BaselineApproved;
import org.cairn.checklist.event.ReviewEvent.RiskAcceptanceEnded;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.event.RiskId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;

/// The shapes of events about answers, risks and baselines that a second person looked at.
final class ReviewShapes {
    private ReviewShapes() {}

    static EventKind kind(ReviewEvent event) {
        return switch (event) {
            case AnswerSubmitted _ -> EventKind.ANSWER_SUBMITTED;
            case AnswerReviewed _ -> EventKind.ANSWER_REVIEWED;
            case RiskAccepted _ -> EventKind.RISK_ACCEPTED;
            case RiskAcceptanceEnded _ -> EventKind.RISK_ACCEPTANCE_ENDED;
            case BaselineApproved _ -> EventKind.BASELINE_APPROVED;
        };
    }

    static void write(ReviewEvent event, Json.Builder json) {
        switch (event) {
            case AnswerSubmitted submitted -> answer(submitted.subject(), submitted.answer(), json);
            case AnswerReviewed reviewed -> {
                answer(reviewed.subject(), reviewed.answer(), json);
                json.with("decision", reviewed.decision().name()).with("reason", EventWriting.ref(reviewed.reason()));
            }
            case RiskAccepted risk ->
                json.with("risk", risk.id().hex())
                        .with(
                                "subjects",
                                risk.subjects().stream()
                                        .map(subject -> new JsonText(subject.text()))
                                        .toList())
                        .with("reason", EventWriting.ref(risk.reason()))
                        .with("owner", EventWriting.ref(risk.owner()))
                        .with("until", risk.until().toString());
            case RiskAcceptanceEnded ended ->
                json.with("risk", ended.id().hex()).with("reason", EventWriting.ref(ended.reason()));
            case BaselineApproved baseline ->
                json.with("system", baseline.system())
                        .with("policy", baseline.policy().hex())
                        .with("document", EventWriting.ref(baseline.document()));
        }
    }

    private static void answer(Subject subject, AnswerRef answer, Json.Builder json) {
        json.with("subject", subject.text())
                .with(
                        "answer",
                        Json.object()
                                .with("entry", answer.entry())
                                .with("leaf", answer.leaf().hex())
                                .build());
    }

    static AnswerSubmitted submitted(Members members) throws MalformedEvent {
        return new AnswerSubmitted(members.text("subject", Subject::parse), answer(members));
    }

    static AnswerReviewed reviewed(Members members) throws MalformedEvent {
        return new AnswerReviewed(
                members.text("subject", Subject::parse),
                answer(members),
                members.oneOf("decision", AnswerReviewed.Decision.values()),
                members.payloadRef("reason"));
    }

    static RiskAccepted risk(Members members) throws MalformedEvent {
        try {
            return new RiskAccepted(
                    members.text("risk", RiskId::new),
                    members.texts("subjects", Subject::parse),
                    members.payloadRef("reason"),
                    members.payloadRef("owner"),
                    members.date("until"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("subjects", String.valueOf(e.getMessage()));
        }
    }

    static RiskAcceptanceEnded ended(Members members) throws MalformedEvent {
        return new RiskAcceptanceEnded(members.text("risk", RiskId::new), members.payloadRef("reason"));
    }

    static BaselineApproved baseline(Members members) throws MalformedEvent {
        try {
            return new BaselineApproved(
                    members.text("system"), members.digest("policy"), members.payloadRef("document"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("system", String.valueOf(e.getMessage()));
        }
    }

    private static AnswerRef answer(Members members) throws MalformedEvent {
        Members inner = members.object("answer");
        AnswerRef answer = new AnswerRef(inner.integer("entry", 0), inner.digest("leaf"));
        inner.finish();
        return answer;
    }
}
