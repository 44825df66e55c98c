package org.cairn.causality.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.FileNode;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Recording;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.Test;

/// Holds an export to the shape of the schema in the PROV-JSON submission, section 4: which members each relation must
/// have, what they name, and that every name is declared.
class ProvJsonTest {
    private record Side(String member, String section) {}

    /// By section the members that its relations must have, and where the names are declared.
    private static final Map<String, List<Side>> RELATIONS = Map.of(
            "used", List.of(new Side("prov:activity", "activity"), new Side("prov:entity", "entity")),
            "wasGeneratedBy", List.of(new Side("prov:entity", "entity"), new Side("prov:activity", "activity")),
            "wasInvalidatedBy", List.of(new Side("prov:entity", "entity"), new Side("prov:activity", "activity")),
            "wasInformedBy", List.of(new Side("prov:informed", "activity"), new Side("prov:informant", "activity")),
            "wasAssociatedWith", List.of(new Side("prov:activity", "activity"), new Side("prov:agent", "agent")));

    private static final Set<String> TIMED = Set.of("used", "wasGeneratedBy", "wasInvalidatedBy");

    private static JsonObject export(ProvenanceGraph graph) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProvJson.write(graph, out);
        return Json.parseObject(Bytes.copyOf(out.toByteArray()));
    }

    @Test
    void everyRelationHasItsMembersAndNamesWhatIsDeclared() throws Exception {
        JsonObject document = export(Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"))
                .graph());
        Set<String> allowed = new HashSet<>(RELATIONS.keySet());
        allowed.addAll(Set.of("prefix", "entity", "activity", "agent"));
        assertEquals(allowed, document.members().keySet());
        for (Map.Entry<String, List<Side>> relation : RELATIONS.entrySet()) {
            JsonObject section = document.object(relation.getKey());
            for (String id : section.members().keySet()) {
                JsonObject one = section.object(id);
                assertTrue(id.startsWith("_:"), id);
                for (Side side : relation.getValue()) {
                    String named = one.text(side.member());
                    assertTrue(document.object(side.section()).member(named).isPresent(), named);
                }
                if (TIMED.contains(relation.getKey())) {
                    Instant.parse(one.text("prov:time"));
                }
            }
        }
    }

    @Test
    void namesAreQualifiedByADeclaredPrefix() throws Exception {
        JsonObject document = export(Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"))
                .graph());
        assertEquals("urn:cairn:runtime:", document.object("prefix").text("cairn"));
        for (String section : List.of("entity", "activity", "agent")) {
            for (String id : document.object(section).members().keySet()) {
                assertTrue(id.startsWith("cairn:"), id);
            }
        }
    }

    @Test
    void everythingThatDidNotFailIsWrittenOnce() throws Exception {
        ProvenanceGraph graph = Recording.of(Recording.sharedLog("audit-own/A-std.audit.log.gz"))
                .graph();
        JsonObject document = export(graph);
        int relations = 0;
        for (String section : List.of("used", "wasGeneratedBy", "wasInvalidatedBy", "wasInformedBy")) {
            relations += document.object(section).members().size();
        }
        assertEquals(
                graph.edges().stream()
                        .filter(edge -> edge.result() != Result.FAILED)
                        .count(),
                relations);
        assertEquals(
                graph.nodes().stream().filter(ProcessNode.class::isInstance).count(),
                document.object("activity").members().size());
        assertEquals(
                graph.nodes().stream()
                        .filter(node -> !(node instanceof ProcessNode))
                        .count(),
                document.object("entity").members().size());
        assertTrue(graph.nodes().stream().anyMatch(FileNode.class::isInstance));
    }

    @Test
    void anEmptyGraphIsADocumentToo() throws Exception {
        assertEquals(Set.of("prefix"), export(Recording.NONE.graph()).members().keySet());
    }
}
