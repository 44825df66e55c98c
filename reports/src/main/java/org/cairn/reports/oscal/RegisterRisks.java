package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.frameworks.oscal.OscalNames;
import org.cairn.proof.Json;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.RegisterRow;

/// The risks that people assessed, each with its ratings before and after treatment. They are no findings: the
/// organisation says them, not a check. A closed one is told as closed and is nothing to do.
record RegisterRisks(Scene scene, Observations observations, Risks risks, Findings findings) {
    private static final String ERASED = "A risk whose words were erased";

    List<Json> all() {
        return scene.model().pack().register().stream().map(this::of).toList();
    }

    /// @param shown rows whose findings the document holds
    List<Json> items(List<Row> shown) {
        return scene.model().pack().register().stream()
                .filter(RegisterRow::open)
                .map(risk -> item(risk, shown))
                .toList();
    }

    private Json item(RegisterRow risk, List<Row> shown) {
        Json.Builder json = Json.object()
                .with("uuid", lasting("register item", risk))
                .with("title", title(risk))
                .with("description", Prose.paragraphs(statement(risk), risk.reason()))
                .with("origins", List.of(scene.byTheOrganisation()))
                .with(
                        "related-risks",
                        List.of(Json.object().with("risk-uuid", uuid(risk)).build()));
        props(risk).to(json);
        Props.list(
                json,
                "related-findings",
                shown.stream()
                        .filter(row -> risk.subjects().contains(row.subject()))
                        .map(findings::related)
                        .toList());
        return Props.list(json, "related-observations", observations.related(risk.evidence()))
                .build();
    }

    private Json of(RegisterRow risk) {
        Json.Builder json = Json.object()
                .with("uuid", uuid(risk))
                .with("title", title(risk))
                .with("description", Prose.paragraphs(risk.reason()))
                .with("statement", Prose.paragraphs(statement(risk)))
                .with("status", status(risk))
                .with("origins", List.of(scene.byTheOrganisation()))
                .with("characterizations", List.of(rated(risk)))
                .with("remediations", List.of(treatment(risk)));
        props(risk).to(json);
        acceptance(risk)
                .ifPresent(accepted -> json.with(
                        "risk-log",
                        Json.object()
                                .with("entries", List.of(risks.accepted(accepted, risk.id())))
                                .build()));
        return Props.list(json, "related-observations", observations.related(risk.evidence()))
                .build();
    }

    private String uuid(RegisterRow risk) {
        return lasting("register risk", risk);
    }

    private String lasting(String what, RegisterRow risk) {
        return scene.model().lasting(what + ' ' + risk.id());
    }

    private static String title(RegisterRow risk) {
        return risk.title().isBlank() ? ERASED : Prose.line(risk.title());
    }

    private static String statement(RegisterRow risk) {
        String ratings = "Rated " + score(risk.inherent()) + " before treatment and " + score(risk.residual())
                + " after it; a rating is likelihood times impact, each from 1 to " + Rating.MOST + ".";
        String rows = risk.subjects().stream().map(Subject::text).collect(Collectors.joining(", "));
        return rows.isEmpty() ? ratings : ratings + " Bears on: " + rows + ".";
    }

    private static String score(Rating rating) {
        return rating.score() + " (" + rating.likelihood() + " x " + rating.impact() + ")";
    }

    /// What nobody said is no status: a treatment that is chosen may not have begun.
    private static String status(RegisterRow risk) {
        if (!risk.open()) {
            return "closed";
        }
        return switch (risk.borne()) {
            case ACCEPTED -> "deviation-approved";
            case NOT_APPROVED -> "deviation-requested";
            case NOT_ASKED, LAPSED, ENDED -> "open";
        };
    }

    private static Props props(RegisterRow risk) {
        Props props = new Props()
                .with("list", "cairn-register")
                .with("register-id", risk.id())
                .with("treatment", risk.treatment())
                .with("inherent-score", risk.inherent().score())
                .with("residual-score", risk.residual().score())
                .with("owner", risk.owner())
                .with("review", risk.review().toString())
                .with("assessed-by", risk.assessment().by())
                .with("assessments", risk.assessment().times())
                .with("ledger-entry", risk.assessment().entry())
                .with("borne", risk.borne())
                .with("closed-by-entry", risk.closed());
        risk.acceptance()
                .ifPresent(by -> props.with("risk-acceptance-entry", by.entry())
                        .with("risk-acceptance-until", by.until().toString()));
        return props;
    }

    /// `initial` and `adjusted` are OSCAL's words for a risk before treatment and what is left of it.
    private Json rated(RegisterRow risk) {
        List<Json> facets = new ArrayList<>();
        facets.addAll(facets(risk.inherent(), "initial"));
        facets.addAll(facets(risk.residual(), "adjusted"));
        return Json.object()
                .with("origin", scene.byTheOrganisation())
                .with("facets", facets)
                .build();
    }

    private static List<Json> facets(Rating rating, String state) {
        return List.of(facet("likelihood", rating.likelihood(), state), facet("impact", rating.impact(), state));
    }

    private static Json facet(String name, int value, String state) {
        return new Props()
                .nist("state", state)
                .to(Json.object()
                        .with("name", name)
                        .with("system", OscalNames.SPACE)
                        .with("value", Integer.toString(value)))
                .build();
    }

    private Json treatment(RegisterRow risk) {
        Json.Builder json = Json.object()
                .with("uuid", lasting("register treatment", risk))
                .with("lifecycle", "planned")
                .with("title", "Treatment: " + Props.code(risk.treatment()))
                .with("description", Prose.paragraphs(risk.reason()));
        if (risk.open()) {
            json.with(
                    "tasks",
                    List.of(Risks.onDay(
                            lasting("register review", risk), "action", "Look at the risk again", risk.review())));
        }
        return new Props().nist("type", type(risk.treatment())).to(json).build();
    }

    private static String type(Treatment treatment) {
        return switch (treatment) {
            case MODIFY -> "mitigate";
            case RETAIN -> "accept";
            case AVOID -> "avoid";
            case SHARE -> "share";
        };
    }

    private Optional<AcceptedRisk> acceptance(RegisterRow risk) {
        return risk.acceptance()
                .flatMap(by -> scene.model().risks().stream()
                        .filter(accepted -> accepted.entry() == by.entry())
                        .findFirst());
    }
}
