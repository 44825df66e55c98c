package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Json;
import org.cairn.reports.pack.PackContent.Document;

/// The OSCAL documents of a pack (OSCAL 1.2.1). The same model gives the same bytes.
public final class OscalDocuments {
    private OscalDocuments() {}

    /// Plan and results, and the plan of action where there is anything to act on.
    public static List<Document> of(OscalModel model) {
        Scene scene = new Scene(model);
        Rows rows = new Rows(model);
        Observations observations = new Observations(scene);
        Risks risks = new Risks(scene, observations);
        Findings findings = new Findings(scene, observations, risks);
        List<Document> documents = new ArrayList<>();
        documents.add(new Document(
                "oscal/assessment-plan.json",
                "oscal",
                "what was assessed and by which checks, in OSCAL",
                Json.write(new AssessmentPlan(scene, rows).json())));
        documents.add(new Document(
                "oscal/assessment-results.json",
                "oscal",
                "where each requirement and control stands, in OSCAL",
                Json.write(new AssessmentResults(scene, rows, observations, risks, findings).json())));
        new ActionPlan(scene, rows, observations, risks, findings)
                .json()
                .ifPresent(plan -> documents.add(
                        new Document("oscal/poam.json", "oscal", "what is left to do, in OSCAL", Json.write(plan))));
        return List.copyOf(documents);
    }
}
