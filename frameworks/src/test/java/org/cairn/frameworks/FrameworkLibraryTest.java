package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;

class FrameworkLibraryTest {
    private static final FrameworkId AI_ACT = new FrameworkId("eu-ai-act");

    private final FrameworkLibrary library = FrameworkLibrary.load();

    @Test
    void carriesElevenFrameworksWithTheirFigures() {
        Map<String, FrameworkFigures> figures = new TreeMap<>();
        library.frameworks().forEach(each -> figures.put(each.id().value(), library.figures(each.id())));
        assertEquals(
                Map.ofEntries(
                        figures("eu-ai-act", 657, 494, 494, 50),
                        figures("dora", 1247, 1050, 1050, 106),
                        figures("gdpr", 379, 242, 242, 38),
                        figures("hipaa", 424, 340, 340, 39),
                        figures("iso27001", 244, 218, 218, 49),
                        figures("soc2", 82, 61, 0, 23),
                        figures("nist-800-53", 1210, 1007, 0, 73),
                        figures("nist-ai-rmf", 96, 72, 0, 27),
                        figures("iso42001", 91, 70, 0, 36),
                        figures("enisa", 40, 36, 0, 26),
                        figures("fedramp-20x", 57, 46, 0, 38)),
                figures);
    }

    private static Map.Entry<String, FrameworkFigures> figures(
            String id, int nodes, int assessable, int withEvidence, int mapped) {
        return Map.entry(id, new FrameworkFigures(new FrameworkId(id), nodes, assessable, withEvidence, mapped));
    }

    @Test
    void losesNoRowOfTheCrosswalk() {
        Map<Relation, Long> counts = new TreeMap<>();
        library.mappings().forEach(mapping -> counts.merge(mapping.relation(), 1L, Long::sum));
        assertEquals(
                Map.of(Relation.SUBSET_OF, 227L, Relation.SUPERSET_OF, 7L, Relation.INTERSECTS_WITH, 861L), counts);
        assertEquals(39, library.catalogue().unrelated().size());
    }

    @Test
    void everyControlSpeaksOfElevenFrameworks() {
        Map<String, Long> counts = new TreeMap<>();
        library.controls().forEach(control -> {
            long mapped = library.mappings().stream()
                    .filter(mapping -> mapping.control().equals(control.id()))
                    .map(mapping -> mapping.requirement().framework())
                    .distinct()
                    .count();
            long unrelated = library.catalogue().unrelated().stream()
                    .filter(each -> each.control().equals(control.id()))
                    .count();
            counts.put(control.id().value(), mapped + unrelated);
        });
        assertEquals(65, counts.size());
        assertEquals(List.of(11L), counts.values().stream().distinct().toList());
    }

    @Test
    void aFrameworkIsNamedByTheDigestOfItsFile() throws IOException {
        for (Framework framework : library.frameworks()) {
            Bytes file = CatalogueFiles.builtIn()
                    .read(framework.id() + "/framework.json")
                    .orElseThrow();
            assertEquals(Digest.sha256(file), framework.content());
            assertEquals(LocalDate.of(2026, 11, 21), framework.readOn());
        }
    }

    @Test
    void everyNodeIsCitedInTheFormOfItsSource() {
        for (Framework framework : library.frameworks()) {
            String form = CITATIONS.get(framework.id().value());
            for (Requirement node : framework.requirements()) {
                assertTrue(
                        form != null && node.citation().matches(form),
                        () -> node.id() + " is cited as " + node.citation());
            }
        }
    }

    private static final String EU_PLACE =
            "(, (Chapter [IVX]+(, Section \\d)?|Art\\. \\d+[a-z]?(\\(\\w+\\))*|Annex [IVX]+(, Section [A-C12])?(, point \\d+(\\.\\d+)?(\\([a-z]+\\))*)?))?";

    private static final Map<String, String> CITATIONS = Map.ofEntries(
            Map.entry("eu-ai-act", "Regulation \\(EU\\) 2024/1689" + EU_PLACE),
            Map.entry(
                    "dora",
                    "Regulation \\(EU\\) 2022/2554(, delegated and implementing acts)?"
                            + "|((Delegated|Implementing) )?Regulation \\(EU\\) 20\\d\\d/\\d+" + EU_PLACE),
            Map.entry("gdpr", "Regulation \\(EU\\) 2016/679" + EU_PLACE),
            Map.entry(
                    "hipaa",
                    "45 CFR (Parts 160 and 164|Part 16[04], Subpart [A-E]|16[04]\\.\\d{3}(\\([A-Za-z0-9]+\\))*)"),
            Map.entry("iso27001", "ISO/IEC 27001:2022(, (A\\.)?\\d+(\\.\\d+)*(\\([a-z]\\))?)?"),
            Map.entry("iso42001", "ISO/IEC 42001:2023(, (A\\.)?\\d+(\\.\\d+)*)?"),
            Map.entry("soc2", "AICPA TSP Section 100(, (CC|A|C|PI|P)\\d(\\.\\d)?)?"),
            Map.entry("nist-800-53", "NIST SP 800-53 Rev\\. 5(, [A-Z]{2}(-\\d+(\\(\\d+\\))?)?)?"),
            Map.entry("nist-ai-rmf", "NIST AI 100-1(, (GOVERN|MAP|MEASURE|MANAGE)( \\d+(\\.\\d+)?)?)?"),
            Map.entry(
                    "enisa",
                    "ENISA Securing Machine Learning Algorithms \\(2021\\)(, ENISA-[A-Z]+(-\\d\\d)? \\(our numbering\\))?"),
            Map.entry("fedramp-20x", "FedRAMP Consolidated Rules 2026(, KSI-[A-Z]{3}(-[A-Z]{3})?)?"));

    @Test
    void theDateOfApplicationDependsOnWhatWasPublishedByThen() {
        RequirementId logging = new RequirementId(AI_ACT, "Art. 12(1)");
        assertEquals(Optional.empty(), appliesFrom(logging, "2024-07-11"));
        assertEquals(Optional.of(LocalDate.of(2026, 8, 2)), appliesFrom(logging, "2026-07-23"));
        assertEquals(Optional.of(LocalDate.of(2027, 12, 2)), appliesFrom(logging, "2026-07-24"));
    }

    @Test
    void aNodeWithADateOfItsOwnDoesNotInheritOne() {
        assertEquals(
                Optional.of(LocalDate.of(2026, 12, 2)),
                appliesFrom(new RequirementId(AI_ACT, "Art. 5(1)(ba)"), "2026-11-21"));
        assertEquals(
                Optional.of(LocalDate.of(2025, 2, 2)),
                appliesFrom(new RequirementId(AI_ACT, "Art. 5(1)(a)"), "2026-11-21"));
        assertEquals(
                Optional.empty(), appliesFrom(new RequirementId(new FrameworkId("iso27001"), "A.8.15"), "2026-11-21"));
    }

    @Test
    void bothWordingsOfTheDutyOfLiteracyAreThereEachInItsTime() {
        assertEquals(List.of("Art. 4 [2024]"), standing("2026-07-26", "2026-07-23", "Art. 4 [2024]", "Art. 4(1)"));
        assertEquals(List.of("Art. 4 [2024]"), standing("2026-07-27", "2026-07-23", "Art. 4 [2024]", "Art. 4(1)"));
        assertEquals(
                List.of("Art. 4 [2024]", "Art. 4(1)"),
                standing("2026-07-26", "2026-07-24", "Art. 4 [2024]", "Art. 4(1)"));
        assertEquals(List.of("Art. 4(1)"), standing("2026-07-27", "2026-07-24", "Art. 4 [2024]", "Art. 4(1)"));
    }

    @Test
    void whatWasDeletedBeforeItAppliedIsStillThereForThoseWhoLookBack() {
        String[] deleted = {"Art. 10(5)", "Annex VIII B(7)", "Annex VIII B(9)"};
        assertEquals(List.of(deleted), standing("2026-07-01", "2026-07-01", deleted));
        assertEquals(List.of(), standing("2026-11-21", "2026-11-21", deleted));
    }

    @Test
    void whatWasInsertedWasNotThereBeforeItWasPublished() {
        String[] inserted = {"Art. 4a(1)", "Art. 5(1)(ba)", "Art. 6(1c)", "Art. 25(2)(a)", "Art. 75a(6)(b)"};
        assertEquals(List.of(), standing("2026-11-21", "2026-07-23", inserted));
        assertEquals(List.of(inserted), standing("2026-11-21", "2026-07-24", inserted));
    }

    @Test
    void whatOnlyTheAmendingActBroughtNamesIt() {
        LocalDate published = LocalDate.of(2026, 7, 24);
        for (Requirement node : library.framework(AI_ACT).requirements()) {
            boolean inserted = library.catalogue().stands(node.id(), published, published)
                    && !library.catalogue().stands(node.id(), published, published.minusDays(1));
            assertTrue(!inserted || namesAnAct(node), () -> node.id() + " names no amending act");
        }
    }

    /// Itself, or the article it belongs to.
    private boolean namesAnAct(Requirement node) {
        return !node.amendedBy().isEmpty()
                || node.parent()
                        .flatMap(library::requirement)
                        .map(this::namesAnAct)
                        .orElse(false);
    }

    private List<String> standing(String validOn, String knownOn, String... nodes) {
        return Stream.of(nodes)
                .filter(node -> library.catalogue()
                        .stands(new RequirementId(AI_ACT, node), LocalDate.parse(validOn), LocalDate.parse(knownOn)))
                .toList();
    }

    @Test
    void whatAnAmendingActChangedNamesIt() {
        Framework act = library.framework(AI_ACT);
        assertTrue(act.requirements().stream()
                .flatMap(node -> node.amendedBy().stream())
                .allMatch(each -> each.matches("Regulation \\(EU\\) 2026/1744, Art\\. 1\\(\\d+\\)(\\([a-d]\\))?")));
        assertEquals(
                List.of("Regulation (EU) 2026/1744, Art. 1(9)(b)"),
                library.requirement(new RequirementId(AI_ACT, "Art. 10(5)"))
                        .orElseThrow()
                        .amendedBy());
    }

    private Optional<LocalDate> appliesFrom(RequirementId node, String knownOn) {
        return library.catalogue()
                .applicationDate(node, LocalDate.parse(knownOn))
                .map(ApplicationDate::appliesFrom);
    }

    @Test
    void anUnknownFrameworkIsNotFound() {
        FrameworkId unknown = new FrameworkId("nis2");
        assertEquals(Optional.empty(), library.find(unknown));
        assertThrows(IllegalArgumentException.class, () -> library.framework(unknown));
    }
}
