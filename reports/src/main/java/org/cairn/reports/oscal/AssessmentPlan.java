package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Json;

/// The plan that the results import: the catalogue of checks, and the questions that people answer. Nobody wrote a
/// system security plan for it to import, and it says so.
record AssessmentPlan(Scene scene, Rows rows) {
    Json json() {
        OscalModel model = scene.model();
        String scopeId = model.lasting("scope");
        Json.Builder plan = Json.object()
                .with("uuid", model.document("plan"))
                .with("metadata", scene.metadata("Assessment plan"))
                .with(
                        "import-ssp",
                        Json.object()
                                .with("href", "#" + scopeId)
                                .with(
                                        "remarks",
                                        "There is no system security plan; the scope is what the ledger records.")
                                .build())
                .with("local-definitions", definitions())
                .with("reviewed-controls", scene.reviewed(rows))
                .with("assessment-assets", scene.assets());
        if (!scene.hosts().isEmpty()) {
            plan.with(
                    "assessment-subjects",
                    List.of(Json.object()
                            .with("type", "inventory-item")
                            .with("description", "Each host that evidence comes from.")
                            .with("include-all", Json.object().build())
                            .build()));
        }
        return Json.object()
                .with(
                        "assessment-plan",
                        plan.with("back-matter", backMatter(scopeId)).build())
                .build();
    }

    private Json definitions() {
        List<Json> activities = new ArrayList<>();
        activities.add(answering());
        scene.model().checks().forEach(check -> activities.add(activity(check)));
        Json.Builder definitions = Json.object().with("activities", activities);
        return Props.list(definitions, "inventory-items", scene.hosts()).build();
    }

    private Json answering() {
        return new Props()
                .nist("method", "EXAMINE")
                .to(Json.object()
                        .with("uuid", scene.model().lasting("activity answers"))
                        .with("title", "People answer requirements and controls")
                        .with(
                                "description",
                                "A person says where a row stands, names evidence for it, and may have it accepted by"
                                        + " another person. An answer alone satisfies nothing."))
                .build();
    }

    private Json activity(PlannedCheck check) {
        Json.Builder json = Json.object()
                .with("uuid", scene.model().lasting("check " + check.id()))
                .with("title", Prose.line(check.title()))
                .with(
                        "description",
                        Prose.paragraphs(
                                check.title(),
                                "Judges recorded evidence of " + String.join(", ", check.reads())
                                        + "; it never reads a host.",
                                "After: " + String.join("; ", check.citations())));
        new Props()
                .nist("method", "TEST")
                .with("check", check.id())
                .with("evidence-counts-for", check.timeToLive().toString())
                .to(json);
        List<Json> controls = check.controls().stream()
                .map(id -> Scene.control(Rows.target(id)))
                .toList();
        if (!controls.isEmpty()) {
            json.with(
                    "related-controls",
                    Json.object()
                            .with(
                                    "control-selections",
                                    List.of(Json.object()
                                            .with("include-controls", controls)
                                            .build()))
                            .build());
        }
        return json.build();
    }

    private Json backMatter(String scopeId) {
        OscalModel model = scene.model();
        Json scope = Json.object()
                .with("uuid", scopeId)
                .with("title", "The scope as recorded")
                .with(
                        "description",
                        Prose.paragraphs(
                                model.pack().scope().description().isBlank()
                                        ? "No scope has been described."
                                        : model.pack().scope().description()))
                .with(
                        "rlinks",
                        List.of(Json.object().with("href", "../report.pdf").build()))
                .build();
        Json framework = Json.object()
                .with("uuid", model.lasting("framework file " + model.frameworkFile()))
                .with("title", Prose.line(model.pack().cover().framework().title()))
                .with(
                        "rlinks",
                        List.of(Json.object()
                                .with("href", "../" + model.frameworkFile())
                                .with(
                                        "hashes",
                                        List.of(Json.object()
                                                .with("algorithm", "SHA-256")
                                                .with(
                                                        "value",
                                                        model.pack()
                                                                .cover()
                                                                .framework()
                                                                .content()
                                                                .hex())
                                                .build()))
                                .build()))
                .build();
        return Json.object().with("resources", List.of(scope, framework)).build();
    }
}
