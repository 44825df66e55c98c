package org.cairn.checklist.codec;

import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.RiskAssessed;
import org.cairn.checklist.event.RegisterEvent.RiskClosed;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;

/// The shapes of events about the register of risks.
final class RegisterShapes {
    private RegisterShapes() {}

    static EventKind kind(RegisterEvent event) {
        return switch (event) {
            case RiskAssessed _ -> EventKind.RISK_ASSESSED;
            case RiskClosed _ -> EventKind.RISK_CLOSED;
        };
    }

    static void write(RegisterEvent event, Json.Builder json) {
        switch (event) {
            case RiskAssessed risk -> {
                json.with("risk", risk.id().hex())
                        .with("title", EventWriting.ref(risk.title()))
                        .with("subjects", texts(risk.subjects(), Subject::text))
                        .with("evidence", texts(risk.evidence(), EvidenceId::hex))
                        .with("inherent", rating(risk.inherent()))
                        .with("treatment", risk.treatment().name())
                        .with("residual", rating(risk.residual()))
                        .with("owner", EventWriting.ref(risk.owner()))
                        .with("review", risk.review().toString())
                        .with("reason", EventWriting.ref(risk.reason()));
                risk.acceptance().ifPresent(id -> json.with("acceptance", id.hex()));
            }
            case RiskClosed closed ->
                json.with("risk", closed.id().hex()).with("reason", EventWriting.ref(closed.reason()));
        }
    }

    static RegisterEvent read(EventKind kind, Members members) throws MalformedEvent {
        return kind == EventKind.RISK_ASSESSED
                ? assessed(members)
                : new RiskClosed(members.text("risk", RiskId::new), members.payloadRef("reason"));
    }

    private static RegisterEvent assessed(Members members) throws MalformedEvent {
        Rating inherent = rating("inherent", members);
        Rating residual = rating("residual", members);
        try {
            return new RiskAssessed(
                    members.text("risk", RiskId::new),
                    members.payloadRef("title"),
                    members.texts("subjects", Subject::parse),
                    members.evidenceIds("evidence"),
                    inherent,
                    members.oneOf("treatment", Treatment.values()),
                    residual,
                    members.payloadRef("owner"),
                    members.date("review"),
                    members.payloadRef("reason"),
                    members.optionalText("acceptance", RiskId::new));
        } catch (IllegalArgumentException e) {
            throw members.refusal("risk", String.valueOf(e.getMessage()));
        }
    }

    private static <T> Json.JsonArray texts(java.util.List<T> all, java.util.function.Function<T, String> text) {
        return new Json.JsonArray(
                all.stream().<Json>map(each -> Json.text(text.apply(each))).toList());
    }

    private static Json rating(Rating rating) {
        return Json.object()
                .with("likelihood", rating.likelihood())
                .with("impact", rating.impact())
                .build();
    }

    private static Rating rating(String name, Members members) throws MalformedEvent {
        Members inner = members.object(name);
        int likelihood = inner.smallInteger("likelihood", 1);
        int impact = inner.smallInteger("impact", 1);
        inner.finish();
        try {
            return new Rating(likelihood, impact);
        } catch (IllegalArgumentException e) {
            throw members.refusal(name, String.valueOf(e.getMessage()));
        }
    }
}
