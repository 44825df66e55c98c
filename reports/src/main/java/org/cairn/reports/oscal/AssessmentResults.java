package org.cairn.reports.oscal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.cairn.proof.Json;
import org.cairn.reports.pack.Cover;

/// One result: the framework of the pack, in the state that the pack shows.
record AssessmentResults(Scene scene, Rows rows, Observations observations, Risks risks, Findings findings) {
    Json json() {
        Json results = Json.object()
                .with("uuid", scene.model().document("results"))
                .with("metadata", scene.metadata("Assessment results"))
                .with(
                        "import-ap",
                        Json.object().with("href", "assessment-plan.json").build())
                .with("results", List.of(result()))
                .build();
        return Json.object().with("assessment-results", results).build();
    }

    private Json result() {
        Cover cover = scene.model().pack().cover();
        List<Row> all = rows.all();
        Json.Builder result = Json.object()
                .with("uuid", scene.model().inThisState("result"))
                .with(
                        "title",
                        Prose.line(cover.framework().title() + ", "
                                + cover.framework().version()))
                .with(
                        "description",
                        "Where each requirement of the framework and each control of the checklist stands, as of "
                                + cover.validAt() + ", as known at " + cover.knownAt()
                                + ". Satisfied is only what evidence shows that can close the row.")
                .with("start", start().toString())
                .with("end", cover.validAt().toString())
                .with("local-definitions", definitions())
                .with("reviewed-controls", scene.reviewed(rows));
        Props.list(result, "observations", observations.all());
        Props.list(
                result,
                "risks",
                all.stream().filter(risks::isRisk).map(risks::of).toList());
        return Props.list(result, "findings", all.stream().map(findings::of).toList())
                .build();
    }

    /// When the oldest evidence was observed; where there is none, the day itself.
    private Instant start() {
        Instant day = scene.model().pack().cover().validAt();
        return scene.model().pack().evidence().stream()
                .map(sheet -> sheet.recorded().evidence().observedAt())
                .min(Comparator.naturalOrder())
                .filter(oldest -> oldest.isBefore(day))
                .orElse(day);
    }

    private Json definitions() {
        Json.Builder definitions = Json.object().with("assessment-assets", scene.assets());
        return Props.list(definitions, "inventory-items", scene.hosts()).build();
    }
}
