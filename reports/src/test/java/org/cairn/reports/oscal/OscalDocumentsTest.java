package org.cairn.reports.oscal;

import static org.cairn.reports.oscal.OscalSample.ACCEPTED;
import static org.cairn.reports.oscal.OscalSample.accepted;
import static org.cairn.reports.oscal.OscalSample.documents;
import static org.cairn.reports.oscal.OscalSample.model;
import static org.cairn.reports.oscal.OscalSample.named;
import static org.cairn.reports.oscal.OscalSample.objects;
import static org.cairn.reports.oscal.OscalSample.plan;
import static org.cairn.reports.oscal.OscalSample.prop;
import static org.cairn.reports.oscal.OscalSample.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.reports.Tool;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackContent.Document;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.RequirementRow;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pack.ShownState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OscalDocumentsTest {
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "oscal/assessment-plan.json", schema("assessment-plan"),
            "oscal/assessment-results.json", schema("assessment-results"),
            "oscal/poam.json", schema("poam"));

    private static Schema schema(String model) {
        try (InputStream in = Objects.requireNonNull(
                OscalDocumentsTest.class.getResourceAsStream("oscal_" + model + "_schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> against(Document document) {
        return against(document.path(), document.content().asUtf8());
    }

    private static List<String> against(String path, String json) {
        return Objects.requireNonNull(SCHEMAS.get(path))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    @Test
    void everyDocumentIsValidByNistsSchemas() {
        for (PackModel pack : List.of(
                SamplePack.realistic(),
                SamplePack.empty(),
                SamplePack.hostile(" \n\t<img src=x>\u0007\u202E *_[`{\\ "))) {
            List<Document> documents = OscalDocuments.of(model(pack, accepted(ACCEPTED, AcceptedRisk.Standing.ACTIVE)));
            documents.forEach(document -> assertEquals(List.of(), against(document), document.path()));
            assertEquals(
                    pack.requirements().isEmpty() ? 2 : 3,
                    documents.size(),
                    "there is no plan of action without anything to do");
        }
    }

    @Test
    void theSchemaCheckSeesWhatIsWrong() {
        for (Document document : OscalDocuments.of(model(SamplePack.realistic()))) {
            String json = document.content().asUtf8();
            assertNotEquals(List.of(), against(document.path(), json.replaceFirst("\"uuid\":\"", "\"uuid\":\"x")));
            assertNotEquals(List.of(), against(document.path(), json.replace("\"metadata\":", "\"meta\":")));
        }
    }

    @Test
    void onlyWhatEvidenceClosesIsSatisfiedAndTheRestSaysWhyInItsProperties() throws Exception {
        PackModel pack = SamplePack.realistic();
        Map<String, JsonObject> findings = new LinkedHashMap<>();
        for (JsonObject finding : objects(result(model(pack)), "findings")) {
            findings.put(prop(finding, "number").orElseThrow(), finding);
        }
        Set<String> satisfied = new TreeSet<>();
        for (Map.Entry<String, JsonObject> each : findings.entrySet()) {
            if (status(each.getValue()).text("state").equals("satisfied")) {
                satisfied.add(each.getKey());
            }
        }

        Set<String> expected = new TreeSet<>();
        for (RequirementRow row : pack.requirements()) {
            if (row.state().equals(Optional.of(RequirementState.DEMONSTRATED))) {
                expected.add(row.id().number());
            }
        }
        // of the controls with a satisfied outcome one was answered as partly met, one as not yet applicable
        expected.add("NET-10");
        assertEquals(expected, satisfied);
        for (RequirementRow row : pack.requirements()) {
            if (row.state().isPresent()) {
                JsonObject finding =
                        Objects.requireNonNull(findings.get(row.id().number()));
                assertEquals(Optional.of(Props.code(row.state().get())), prop(finding, "state"));
            }
        }
        assertEquals("other", reason(findings, "NET-7"), "answered as met, and no evidence tells");
        assertEquals("fail", reason(findings, "NET-2"), "a person says: partly");
        assertEquals("fail", reason(findings, "NET-1"), "contradicted");
    }

    private static String reason(Map<String, JsonObject> findings, String number) throws MalformedJson {
        return status(Objects.requireNonNull(findings.get(number))).text("reason");
    }

    private static JsonObject status(JsonObject finding) throws MalformedJson {
        return finding.object("target").object("status");
    }

    @Test
    void anAcceptedRiskIsAnApprovedDeviationAndItsFindingStays() throws Exception {
        OscalModel model = model(SamplePack.realistic(), accepted(ACCEPTED, AcceptedRisk.Standing.ACTIVE));
        JsonObject risk = named(objects(result(model), "risks"), "NET-1 ");
        JsonObject finding = named(objects(result(model), "findings"), "NET-1 ");
        JsonObject item = named(objects(plan(model), "poam-items"), "NET-1 ");

        assertEquals("deviation-approved", risk.text("status"));
        assertEquals(Optional.of("77"), prop(risk, "risk-accepted-by-entry"));
        assertEquals(Optional.of("2027-03-31"), prop(risk, "risk-accepted-until"));
        assertEquals(Optional.of("Bruno <b>Meier</b>"), prop(risk, "risk-owner"));
        assertEquals("not-satisfied", status(finding).text("state"));
        assertEquals(Optional.of("77"), prop(item, "risk-acceptance-entry"));
        JsonObject lapsed = named(
                objects(
                        result(model(SamplePack.realistic(), accepted(ACCEPTED, AcceptedRisk.Standing.LAPSED))),
                        "risks"),
                "NET-1 ");
        assertEquals("open", lapsed.text("status"));
    }

    @Test
    void aRiskAcceptedForWhatNobodyCouldTellIsTold() throws Exception {
        JsonObject risk = named(
                objects(
                        result(model(
                                SamplePack.realistic(),
                                accepted(new ControlId("NET-7"), AcceptedRisk.Standing.ACTIVE))),
                        "risks"),
                "NET-7 ");

        assertEquals("deviation-approved", risk.text("status"));
        assertTrue(risk.text("statement").startsWith("Not shown to be met"), risk.text("statement"));
    }

    @Test
    void theActionPlanHasOneItemForEachRowsRiskAndOneForAllThatIsNotSettled() throws Exception {
        OscalModel model = model(SamplePack.realistic());
        List<JsonObject> items = objects(plan(model), "poam-items");
        List<JsonObject> risks = objects(plan(model), "risks");

        List<JsonObject> ofRows = objects(result(model), "risks");
        assertEquals(ofRows, risks.subList(0, ofRows.size()));
        JsonObject unsettled = items.get(ofRows.size());
        assertEquals("Settle what nobody could tell, or nobody asked yet", unsettled.text("title"));
        assertEquals(
                prop(unsettled, "rows").orElseThrow(),
                Integer.toString(unsettled.array("related-findings").size()));
        JsonObject first = named(items, "NET-1 ");
        assertEquals(Optional.of("Head of Infrastructure"), prop(first, "owner"));
        assertEquals(Optional.of("2027-01-31"), prop(first, "due"));
        assertEquals("2027-01-31T23:59:59Z", named(risks, "NET-1 ").text("deadline"));
    }

    @Test
    void evidenceIsAnObservationWithItsHostItsTimesItsEntryAndTheDigestsOfThePacksFiles() throws Exception {
        JsonObject result = result(model(SamplePack.realistic()));
        JsonObject observation = objects(result, "observations").getFirst();
        JsonObject host =
                objects(result.object("local-definitions"), "inventory-items").getFirst();
        JsonObject file = objects(observation, "relevant-evidence").getFirst();

        assertEquals("2026-11-21T01:30:00Z", observation.text("collected"));
        assertEquals("2026-11-20T01:30:00Z", observation.text("expires"));
        assertEquals(Optional.of("100"), prop(observation, "ledger-entry"));
        assertEquals(Optional.of("llm-01"), prop(host, "host"));
        assertEquals(
                host.text("uuid"), objects(observation, "subjects").getFirst().text("subject-uuid"));
        assertEquals("../evidence/NET-1/ruleset-0.json", file.text("href"));
        assertEquals(Optional.of(Digest.sha256(Bytes.utf8("raw 0")).hex()), prop(file, "sha256"));
        JsonObject withheld = objects(objects(result, "observations").get(1), "relevant-evidence")
                .getFirst();
        assertFalse(withheld.member("href").isPresent());
        assertTrue(prop(withheld, "commitment").isPresent());
    }

    @Test
    void everyUuidIsGivenOnceAndEveryReferenceLeadsSomewhere() throws Exception {
        for (JsonObject document : documents(
                        model(SamplePack.realistic(), accepted(ACCEPTED, AcceptedRisk.Standing.ACTIVE, 34)))
                .values()) {
            List<String> given = new ArrayList<>();
            Set<String> asked = new HashSet<>();
            walk(document, object -> {
                object.member("uuid").ifPresent(uuid -> given.add(((JsonText) uuid).value()));
                for (String reference : List.of(
                        "observation-uuid",
                        "risk-uuid",
                        "finding-uuid",
                        "subject-uuid",
                        "actor-uuid",
                        "component-uuid")) {
                    object.member(reference).ifPresent(uuid -> asked.add(((JsonText) uuid).value()));
                }
            });
            assertEquals(new HashSet<>(given).size(), given.size());
            asked.removeAll(given);
            assertEquals(Set.of(), asked);
        }
    }

    private static void walk(Json json, Consumer<JsonObject> visitor) {
        if (json instanceof JsonObject object) {
            visitor.accept(object);
            object.members().values().forEach(member -> walk(member, visitor));
        } else if (json instanceof JsonArray(var elements)) {
            elements.forEach(element -> walk(element, visitor));
        }
    }

    @Test
    void theResultsImportThePlanThatLiesBesideThemAndThePlanNamesTheChecks() throws Exception {
        Map<String, JsonObject> documents = documents(model(SamplePack.realistic()));
        JsonObject results = Objects.requireNonNull(documents.get("oscal/assessment-results.json"));
        JsonObject plan = Objects.requireNonNull(documents.get("oscal/assessment-plan.json"))
                .object("assessment-plan");

        assertEquals(
                "assessment-plan.json",
                results.object("assessment-results").object("import-ap").text("href"));
        JsonObject check =
                objects(plan.object("local-definitions"), "activities").get(1);
        assertEquals(Optional.of("network.default-deny"), prop(check, "check"));
        assertTrue(check.object("related-controls").toString().contains("checklist.NET-1"));
    }

    @Test
    void theSamePackGivesTheSameBytes() {
        assertEquals(
                OscalDocuments.of(model(SamplePack.realistic())), OscalDocuments.of(model(SamplePack.realistic())));
    }

    @Test
    void hostsEvidenceAndRisksKeepTheirIdsInALaterPackAndFindingsDoNot() throws Exception {
        PackModel pack = SamplePack.realistic();
        JsonObject first = result(model(pack));
        JsonObject second = result(model(later(pack)));

        for (String lasting : List.of("observations", "risks")) {
            assertEquals(uuids(first, lasting), uuids(second, lasting));
        }
        List<String> findings = new ArrayList<>(uuids(first, "findings"));
        findings.retainAll(uuids(second, "findings"));
        assertEquals(List.of(), findings);
        assertNotEquals(first.text("uuid"), second.text("uuid"));
    }

    /// As known a day later.
    private static PackModel later(PackModel pack) {
        Cover cover = pack.cover();
        ShownState shown = cover.shown();
        return new PackModel(
                pack.language(),
                new Cover(
                        cover.organisation(),
                        cover.origin(),
                        "DORA-2026-11-22-0008",
                        cover.kind(),
                        cover.framework(),
                        cover.periodFrom(),
                        cover.periodTo(),
                        new ShownState(
                                shown.validAt(),
                                shown.knownAt().plus(Duration.ofDays(1)),
                                shown.knownBy(),
                                shown.entries() + 1),
                        cover.issuedAt(),
                        cover.issuer()),
                pack.scope(),
                pack.posture(),
                pack.contradictions(),
                pack.requirements(),
                pack.controls(),
                pack.evidence(),
                pack.ledger());
    }

    private static List<String> uuids(JsonObject result, String member) throws MalformedJson {
        List<String> found = new ArrayList<>();
        for (JsonObject object : objects(result, member)) {
            found.add(object.text("uuid"));
        }
        return found;
    }

    /// A second validator, by other people. Python's own expressions have no classes of Unicode, so these are spelled
    /// otherwise.
    @Test
    void pythonsJsonschemaFindsNothingEither(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(folder.resolve("check.py"), """
                import json, sys
                try:
                    import jsonschema
                except ImportError:
                    print('absent'); sys.exit(0)
                text = open(sys.argv[1]).read().replace(r'\\\\p{L}', r'[^\\\\W\\\\d_]').replace(r'\\\\p{N}', r'\\\\d')
                errors = list(jsonschema.Draft7Validator(json.loads(text)).iter_errors(json.load(open(sys.argv[2]))))
                print(len(errors), [error.message for error in errors][:3])
                """);
        for (Document document : OscalDocuments.of(
                model(SamplePack.realistic(), accepted(ACCEPTED, AcceptedRisk.Standing.ACTIVE, 34)))) {
            Path written = folder.resolve(Path.of(document.path()).getFileName().toString());
            Files.write(written, document.content().toByteArray());
            String model = document.path().replaceAll("oscal/(.*)\\.json", "$1");
            Path schema = folder.resolve("schema.json");
            try (InputStream in = Objects.requireNonNull(
                    OscalDocumentsTest.class.getResourceAsStream("oscal_" + model + "_schema.json"))) {
                Files.write(schema, in.readAllBytes());
            }
            String said = Tool.run(folder, "python3", script.toString(), schema.toString(), written.toString())
                    .output();
            assumeFalse(said.startsWith("absent"), "python3 has no jsonschema");
            assertEquals("0 []\n", said, document.path());
        }
    }
}
