package org.cairn.checklist.codec;

import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.AnswerRef;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerSubmitted;
import org.cairn.checklist.event.ReviewEvent.AnswerWithdrawn;
import org.cairn.checklist.event.ReviewEvent.BaselineApproved;
import org.cairn.checklist.event.ReviewEvent.ProposalRejected;
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
            case AnswerWithdrawn _ -> EventKind.ANSWER_WITHDRAWN;
            case ProposalRejected _ -> EventKind.PROPOSAL_REJECTED;
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
            case AnswerWithdrawn withdrawn -> {
                answer(withdrawn.subject(), withdrawn.answer(), json);
                json.with("reason", EventWriting.ref(withdrawn.reason()));
            }
            case ProposalRejected rejected ->
                json.with("proposal", rejected.proposal().hex())
                        .with("proposed", rejected.proposed())
                        .with("subjects", texts(rejected.subjects()))
                        .with("reason", EventWriting.ref(rejected.reason()));
            case RiskAccepted risk ->
                json.with("risk", risk.id().hex())
                        .with("subjects", texts(risk.subjects()))
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

    private static List<JsonText> texts(List<Subject> subjects) {
        return subjects.stream().map(subject -> new JsonText(subject.text())).toList();
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

    static AnswerWithdrawn withdrawn(Members members) throws MalformedEvent {
        return new AnswerWithdrawn(
                members.text("subject", Subject::parse), answer(members), members.payloadRef("reason"));
    }

    static ProposalRejected rejected(Members members) throws MalformedEvent {
        try {
            return new ProposalRejected(
                    members.digest("proposal"),
                    members.text("proposed"),
                    members.texts("subjects", Subject::parse),
                    members.payloadRef("reason"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("subjects", String.valueOf(e.getMessage()));
        }
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
