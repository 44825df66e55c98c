package org.cairn.reports.oscal;

import static org.cairn.reports.oscal.OscalSample.ACCEPTED;
import static org.cairn.reports.oscal.OscalSample.accepted;
import static org.cairn.reports.oscal.OscalSample.model;
import static org.cairn.reports.oscal.OscalSample.named;
import static org.cairn.reports.oscal.OscalSample.objects;
import static org.cairn.reports.oscal.OscalSample.plan;
import static org.cairn.reports.oscal.OscalSample.prop;
import static org.cairn.reports.oscal.OscalSample.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.SamplePack;
import org.junit.jupiter.api.Test;

class RegisterRisksTest {
    @Test
    void theActionPlanTellsTheRegistersRisksWithTheirRatingsAndHasAnItemForEachOpenOne() throws Exception {
        OscalModel model = model(SamplePack.realistic(), accepted(ACCEPTED, AcceptedRisk.Standing.ACTIVE, 34));
        List<JsonObject> risks = objects(plan(model), "risks").stream()
                .skip(objects(result(model), "risks").size())
                .toList();
        List<JsonObject> items = objects(plan(model), "poam-items");
        JsonObject borne = named(risks, "Weights leave over an open route");

        assertEquals(
                List.of("deviation-approved", "open", "closed"),
                risks.stream().map(RegisterRisksTest::status).toList());
        assertEquals(
                List.of("likelihood 4 initial", "impact 5 initial", "likelihood 2 adjusted", "impact 5 adjusted"),
                facets(borne));
        assertEquals(Optional.of("33"), prop(borne, "ledger-entry"));
        assertEquals(Optional.of("Anna Köhler"), prop(borne, "assessed-by"));
        JsonObject treatment = objects(borne, "remediations").getFirst();
        assertEquals(Optional.of("accept"), prop(treatment, "type"));
        assertEquals(
                "2026-10-31T23:59:59Z",
                objects(treatment, "tasks")
                        .getFirst()
                        .object("timing")
                        .object("on-date")
                        .text("date"));
        assertEquals(
                Optional.of("34"),
                prop(objects(borne.object("risk-log"), "entries").getFirst(), "ledger-entry"));
        assertEquals("A risk whose words were erased", risks.get(1).text("title"));
        List<JsonObject> open = items.subList(items.size() - 2, items.size());
        assertEquals(
                List.of(borne.text("uuid"), risks.get(1).text("uuid")),
                List.of(riskOf(open.getFirst()), riskOf(open.getLast())));
        assertEquals(1, open.getFirst().array("related-findings").size());
    }

    private static String status(JsonObject risk) {
        return ((JsonText) risk.member("status").orElseThrow()).value();
    }

    private static String riskOf(JsonObject item) throws MalformedJson {
        return objects(item, "related-risks").getFirst().text("risk-uuid");
    }

    private static List<String> facets(JsonObject risk) throws MalformedJson {
        List<String> facets = new ArrayList<>();
        for (JsonObject facet : objects(objects(risk, "characterizations").getFirst(), "facets")) {
            facets.add(facet.text("name")
                    + ' '
                    + facet.text("value")
                    + ' '
                    + prop(facet, "state").orElseThrow());
        }
        return facets;
    }
}
