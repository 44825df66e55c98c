package org.cairn.frameworks.oscal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.FrameworkExport;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.own.DraftCheck;
import org.cairn.frameworks.own.Fault;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnNode;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.Test;

class OscalTest {
    private static final Path DATA = Path.of("../../shared/data/oscal");
    private static final Path SCHEMA = DATA.resolve("nist_catalog_schema.json");
    private static final Path CATALOG =
            DATA.resolve("NIST_SP-800-53_rev5_HIGH-baseline-resolved-profile_catalog-min.json");
    private static final Path PROFILE = DATA.resolve("NIST_SP-800-53_rev5_HIGH-baseline_profile.xml");
    private static final Instant MODIFIED = Instant.parse("2026-11-21T00:00:00Z");
    private static final Optional<FrameworkId> ID = Optional.of(new FrameworkId("our-nist"));

    private static OwnFramework read(Bytes json, OscalReader.Named... catalogs) throws MalformedFramework {
        return check(new OscalReader("F.json").read(json, List.of(catalogs)), ID);
    }

    private static OwnFramework check(org.cairn.frameworks.own.Draft draft, Optional<FrameworkId> id)
            throws MalformedFramework {
        return new DraftCheck("F.json", _ -> true).check(draft, id);
    }

    private static List<String> faults(String json, OscalReader.Named... catalogs) {
        return assertThrows(MalformedFramework.class, () -> read(Bytes.utf8(json), catalogs)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    private static Bytes bytes(Path file) throws IOException {
        assumeTrue(Files.exists(file), file + " is not here");
        return Bytes.copyOf(Files.readAllBytes(file));
    }

    private static List<String> against(Path schema, Bytes document) throws IOException {
        Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(bytes(schema).asUtf8());
        return loaded
                .validate(
                        document.asUtf8(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    @Test
    void everyShippedFrameworkIsAValidCatalogueByNistsSchemaAndReadsAsItWas() throws Exception {
        FrameworkLibrary library = FrameworkLibrary.load();
        for (var framework : library.frameworks()) {
            OwnFramework exported = FrameworkExport.of(library, framework);
            Bytes catalog = CatalogExport.write(exported, MODIFIED);

            assertEquals(List.of(), against(SCHEMA, catalog), framework.id().value());
            OwnFramework again = check(new OscalReader("F.json").read(catalog, List.of()), Optional.empty());
            assertEquals(exported.nodes(), again.nodes());
            assertEquals(
                    List.of(exported.id(), exported.name(), exported.version(), exported.source()),
                    List.of(again.id(), again.name(), again.version(), again.source()));
        }
    }

    @Test
    void theSchemaCheckSeesWhatIsWrong() throws Exception {
        FrameworkLibrary library = FrameworkLibrary.load();
        Bytes catalog = CatalogExport.write(
                FrameworkExport.of(library, library.frameworks().getFirst()), MODIFIED);
        String broken = catalog.asUtf8().replaceFirst("\"uuid\":\"", "\"uuid\":\"x");

        assertNotEquals(List.of(), against(SCHEMA, Bytes.utf8(broken)));
        assertNotEquals(List.of(), against(SCHEMA, Bytes.utf8(catalog.asUtf8().replaceFirst("\"id\":", "\"ident\":"))));
    }

    @Test
    void nistsHighBaselineIsReadWholeWithItsParametersAsText() throws Exception {
        OwnFramework baseline = read(bytes(CATALOG));

        assertEquals(370, baseline.assessable());
        assertEquals("NIST Special Publication 800-53 Revision 5.1.1 HIGH IMPACT BASELINE", baseline.name());
        OwnNode control = baseline.node("ac-2").orElseThrow();
        assertEquals("AC-2", control.ref());
        assertEquals(Optional.of("ac"), control.parent());
        assertTrue(
                control.text()
                        .contains("c. Require [Assignment: prerequisites and criteria] for group and role membership;"),
                control.text());
        assertTrue(control.text().contains("\n  1. Authorized users of the system;"), control.text());
        assertEquals(Optional.of("ac-2"), baseline.node("ac-2.1").orElseThrow().parent());
        Bytes exported = CatalogExport.write(baseline, MODIFIED);
        assertEquals(List.of(), against(SCHEMA, exported));
        assertEquals(baseline.nodes(), read(exported).nodes());
    }

    @Test
    void aProfileTakesFromItsCatalogueExactlyWhatItNames() throws Exception {
        List<String> named = new ArrayList<>();
        Matcher id = Pattern.compile("<with-id>([^<]+)</with-id>")
                .matcher(bytes(PROFILE).asUtf8());
        while (id.find()) {
            named.add(id.group(1));
        }
        OscalReader.Named catalog = new OscalReader.Named("catalog.json", bytes(CATALOG));

        OwnFramework resolved = read(Bytes.utf8(profile(ids(named))), catalog);
        OwnFramework three = read(Bytes.utf8(profile(ids(List.of("ac-2", "ac-2.1", "ia-5.1")))), catalog);

        assertEquals(
                named.stream().sorted().toList(),
                resolved.nodes().stream()
                        .filter(OwnNode::assessable)
                        .map(OwnNode::id)
                        .sorted()
                        .toList());
        assertEquals(
                "ac ac-2 ac-2.1 ia ia-5.1",
                three.nodes().stream().map(OwnNode::id).collect(Collectors.joining(" ")));
        assertEquals(Optional.of("ia"), three.node("ia-5.1").orElseThrow().parent());
    }

    private static String ids(List<String> ids) {
        return "\"include-controls\":[{\"with-ids\":["
                + ids.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",")) + "]}]";
    }

    private static String profile(String selection) {
        return profile(selection, "{}");
    }

    private static String profile(String selection, String modify) {
        return "{\"profile\":{\"uuid\":\"ad6ca352-8b0e-40e7-b6e2-279706ef5456\",\"metadata\":{\"title\":\"High\","
                + "\"version\":\"1\"},\"imports\":[{\"href\":\"#84cbf061-eb87-4ec1-8112-1f529232e907\"," + selection
                + "}],\"modify\":" + modify + "}}";
    }

    private static final OscalReader.Named SMALL = new OscalReader.Named(
            "small.json",
            Bytes.utf8(
                    "{\"catalog\":{\"uuid\":\"x\",\"metadata\":{\"title\":\"T\",\"version\":\"1\"},\"groups\":[{\"id\":"
                            + "\"a\",\"title\":\"A\",\"controls\":[{\"id\":\"a-1\",\"title\":\"One\",\"params\":[{\"id\":\"p\",\"label\":\"days\"}],\"parts\":[{\"name\":\"statement\",\"prose\":\"Within"
                            + " {{ insert: param, p }}.\"}],"
                            + "\"controls\":[{\"id\":\"a-1.1\",\"title\":\"Inner\"}]},{\"id\":\"a-2\",\"title\":\"Two\",\"props\":"
                            + "[{\"name\":\"status\",\"value\":\"withdrawn\"}]}]},{\"id\":\"b\",\"title\":\"B\",\"controls\":["
                            + "{\"id\":\"b-1\",\"title\":\"Three\"}]}]}}"));

    @Test
    void aProfileSelectsByPatternAndExcludesAndSetsParameters() throws MalformedFramework {
        OwnFramework all = read(Bytes.utf8(profile("\"include-all\":{}")), SMALL);
        OwnFramework chosen = read(
                Bytes.utf8(profile(
                        "\"include-controls\":[{\"matching\":[{\"pattern\":\"?-1*\"}]}],\"exclude-controls\":[{\"with-ids\":"
                                + "[\"b-1\"]}]",
                        "{\"set-parameters\":[{\"param-id\":\"p\",\"values\":[\"72 hours\"]}]}")),
                SMALL);
        OwnFramework children = read(
                Bytes.utf8(profile("\"include-controls\":[{\"with-child-controls\":\"yes\",\"with-ids\":[\"a-1\"]}]")),
                SMALL);

        assertEquals(
                "a a-1 a-1.1 a-2 b b-1", all.nodes().stream().map(OwnNode::id).collect(Collectors.joining(" ")));
        assertEquals(false, all.node("a-2").orElseThrow().assessable());
        assertEquals("Within [Assignment: days].", all.node("a-1").orElseThrow().text());
        assertEquals("a a-1 a-1.1", chosen.nodes().stream().map(OwnNode::id).collect(Collectors.joining(" ")));
        assertEquals("Within 72 hours.", chosen.node("a-1").orElseThrow().text());
        assertEquals("a a-1 a-1.1", children.nodes().stream().map(OwnNode::id).collect(Collectors.joining(" ")));
    }

    @Test
    void whatAProfileAsksForAndIsNotThereIsNamed() {
        assertEquals(
                List.of("/profile/imports/0/include-controls/0/with-ids/1: the catalogue has no control 'z-9'"),
                faults(profile(ids(List.of("a-1", "z-9"))), SMALL));
        assertEquals(
                List.of("/profile/modify/alters/0/adds/0/parts: changes the words of a control, which is not carried"
                        + " out here; resolve the profile with a tool of your choice and import the catalogue it"
                        + " makes"),
                faults(
                        profile(
                                "\"include-all\":{}",
                                "{\"alters\":[{\"control-id\":\"a-1\",\"adds\":[{\"parts\":[{\"name\":\"guidance\"}]}]}]}"),
                        SMALL));
        assertEquals(
                List.of("/profile/imports: imports 1 catalogues and 0 were given; give each with --catalog FILE, in"
                        + " this order, or one for all. The first is #84cbf061-eb87-4ec1-8112-1f529232e907"),
                faults(profile("\"include-all\":{}")));
    }

    @Test
    void faultsOfACatalogueAreNamedByPointerOrLine() {
        assertEquals(
                List.of(
                        "/catalog/controls/1/id: the id 'a' is taken by /catalog/controls/0",
                        "/catalog/controls/2/title: is empty"),
                faults("{\"catalog\":{\"metadata\":{\"title\":\"T\",\"version\":\"1\"},\"controls\":[{\"id\":\"a\","
                        + "\"title\":\"A\"},{\"id\":\"a\",\"title\":\"B\"},{\"id\":\"c\"}]}}"));
        assertEquals(
                List.of("/catalog/controls/0/title: is not a text"),
                faults("{\"catalog\":{\"controls\":[{\"id\":\"a\",\"title\":{\"x\":[1]}}]}}"));
        assertEquals(
                List.of("document: holds neither one OSCAL catalogue nor one OSCAL profile"), faults("{\"ssp\":{}}"));
        assertTrue(faults("{\"catalog\":\n{\"uuid\":x}}").getFirst().startsWith("line 2, column "));
        assertTrue(faults("{\"catalog\":{\"uuid\":\"1\",\"uuid\":\"2\"}}")
                .getFirst()
                .contains("uuid"));
        assertEquals(List.of("byte 2: is not UTF-8"), faultsOf(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));
    }

    private static List<String> faultsOf(byte[] content) {
        return assertThrows(MalformedFramework.class, () -> read(Bytes.copyOf(content))).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @Test
    void nestingAndNumbersWithoutEndAreRefused() {
        String deep = "{\"catalog\":{\"controls\":" + "[{\"controls\":".repeat(20_000);
        String props = "{\"catalog\":{\"controls\":[{\"props\":[" + "{},".repeat(2_000_001) + "{}]}]}}";
        String many = "{\"catalog\":{\"controls\":[" + "{},".repeat(100_001) + "{}]}}";

        assertEquals(1, faults(deep).size());
        assertEquals(
                List.of("/catalog/controls/0/props/1999999: more than 2000000 list elements; split the catalogue"),
                faults(props));
        assertEquals(
                List.of("/catalog/controls/100000: more than 100000 groups and controls; split the catalogue"),
                faults(many));
    }

    @Test
    void mappingsAreADocumentOfTheirOwnThatNamesSourceTargetAndAuthor() throws Exception {
        FrameworkLibrary library = FrameworkLibrary.load();
        OwnFramework dora = FrameworkExport.of(library, library.framework(new FrameworkId("dora")));

        Bytes written = MappingExport.write(dora, MODIFIED).orElseThrow();

        assertEquals(written, MappingExport.write(dora, MODIFIED).orElseThrow());
        JsonObject collection = Json.parseObject(written).object("mapping-collection");
        List<String> resources = texts(collection.object("back-matter").array("resources"), "uuid");
        assertEquals(resources.stream().distinct().toList(), resources);
        long maps = 0;
        for (Json each : collection.array("mappings")) {
            JsonObject mapping = (JsonObject) each;
            maps += mapping.array("maps").size();
            for (String end : List.of("source-resource", "target-resource")) {
                assertTrue(resources.contains(mapping.object(end).text("href").substring(1)));
            }
            assertTrue(Stream.of("equal-to", "superset-of", "subset-of", "intersects-with", "no-relationship")
                    .toList()
                    .containsAll(texts(mapping.array("maps"), "relationship")));
        }
        assertEquals(dora.mappings().size(), maps);
        assertEquals(
                Optional.empty(),
                MappingExport.write(
                        new OwnFramework(dora.id(), "Without", "1", "", dora.nodes(), List.of()), MODIFIED));
    }

    /// The schema of the mapping model is not at hand; metadata, properties and back matter are those of every model.
    @Test
    void whatAMappingCollectionSharesWithACatalogueIsValidByNistsSchema() throws Exception {
        FrameworkLibrary library = FrameworkLibrary.load();
        OwnFramework hipaa = FrameworkExport.of(library, library.framework(new FrameworkId("hipaa")));
        JsonObject collection = Json.parseObject(
                        MappingExport.write(hipaa, MODIFIED).orElseThrow())
                .object("mapping-collection");
        List<Json> props = new ArrayList<>();
        for (Json mapping : collection.array("mappings")) {
            for (Json map : ((JsonObject) mapping).array("maps")) {
                props.addAll(((JsonObject) map).array("props"));
            }
        }
        JsonObject metadata = collection.object("metadata");

        Json catalog = Json.object()
                .with("uuid", collection.text("uuid"))
                .with(
                        "metadata",
                        Json.object()
                                .with("title", metadata.text("title"))
                                .with("version", metadata.text("version"))
                                .with("last-modified", metadata.text("last-modified"))
                                .with("oscal-version", metadata.text("oscal-version"))
                                .with("props", props)
                                .build())
                .with("back-matter", collection.object("back-matter"))
                .build();

        assertEquals(3 * hipaa.mappings().size(), props.size());
        assertEquals(
                List.of(),
                against(
                        SCHEMA,
                        Json.write(Json.object().with("catalog", catalog).build())));
    }

    private static List<String> texts(List<Json> objects, String member) throws MalformedJson {
        List<String> texts = new ArrayList<>();
        for (Json each : objects) {
            texts.add(((JsonObject) each).text(member));
        }
        return texts;
    }

    @Test
    void aNameHasOneUuidAsPythonComputesItToo() {
        // uuid.uuid5(uuid.UUID('7d1f4ad8-5f0e-4c0c-9a3e-2b6c5d0f8a11'), 'catalog')
        assertEquals("98955e4f-5e5d-56a8-9e15-401cf1e9dcb8", NameUuid.of("catalog"));
    }

    @Test
    void twoNumbersNeverShareAToken() {
        assertEquals("Art._00209_00282_0029", OscalNames.token("Art. 9(2)"));
        assertEquals("_0031.1", OscalNames.token("1.1"));
        assertNotEquals(OscalNames.token("a_0020b"), OscalNames.token("a b"));
    }
}
