package org.cairn.frameworks.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.FrameworkLibrary;
import org.junit.jupiter.api.Test;

class CrosswalkTest {
    private final FrameworkLibrary library = FrameworkLibrary.load();
    private final Crosswalk crosswalk = library.crosswalk();

    @Test
    void aControlReachesRequirementsInSeveralFrameworks() {
        Set<String> frameworks = new TreeSet<>();
        crosswalk
                .requirementsReachedBy(new ControlId("NET-1"))
                .forEach(mapping ->
                        frameworks.add(mapping.requirement().framework().value()));
        assertEquals(
                Set.of(
                        "dora",
                        "enisa",
                        "eu-ai-act",
                        "fedramp-20x",
                        "gdpr",
                        "hipaa",
                        "iso27001",
                        "iso42001",
                        "nist-800-53",
                        "nist-ai-rmf",
                        "soc2"),
                frameworks);
    }

    @Test
    void sevenMappingsMayCloseTheirRequirement() {
        Set<String> closing = new TreeSet<>();
        for (Mapping mapping : library.mappings()) {
            if (crosswalk.controlsThatMayClose(mapping.requirement()).contains(mapping)) {
                closing.add(mapping.control() + " " + mapping.requirement() + " " + mapping.relation());
            }
        }
        assertEquals(
                Set.of(
                        "ACC-3 dora:2024/1774 Art. 21(f)(ii) SUPERSET_OF",
                        "ACC-6 dora:2024/1774 Art. 21(e)(iv) SUPERSET_OF",
                        "DAT-3 hipaa:164.312(a)(2)(iv) SUPERSET_OF",
                        "DAT-4 hipaa:164.312(e)(2)(ii) SUPERSET_OF",
                        "MON-4 dora:2024/1774 Art. 12(2) [retention] SUPERSET_OF",
                        "MON-4 eu-ai-act:Art. 19(1) SUPERSET_OF",
                        "MON-4 eu-ai-act:Art. 26(6) SUPERSET_OF"),
                closing);
    }

    @Test
    void bothWaysThroughTheGraphGiveTheSameMappings() {
        Set<Mapping> forth = new HashSet<>();
        library.controls().forEach(control -> forth.addAll(crosswalk.requirementsReachedBy(control.id())));
        Set<Mapping> back = new HashSet<>();
        library.frameworks()
                .forEach(framework -> framework
                        .requirements()
                        .forEach(requirement -> back.addAll(crosswalk.controlsReaching(requirement.id()))));
        assertEquals(Set.copyOf(library.mappings()), forth);
        assertEquals(forth, back);
    }

    @Test
    void whatNoControlReachesIsListedInReadingOrder() {
        FrameworkId gdpr = new FrameworkId("gdpr");
        List<Requirement> unreached = crosswalk.unreached(gdpr);
        assertEquals(242 - 38, unreached.size());
        assertTrue(unreached.stream().allMatch(Requirement::assessable));
        assertEquals("Art. 3(1)", unreached.getFirst().id().number());
    }

    @Test
    void unknownOnesReachNothing() {
        assertEquals(List.of(), crosswalk.requirementsReachedBy(new ControlId("XX-1")));
        assertEquals(List.of(), crosswalk.controlsReaching(new RequirementId(new FrameworkId("gdpr"), "Art. 999")));
        assertEquals(List.of(), crosswalk.unreached(new FrameworkId("nis2")));
    }

    @Test
    void aRowThatSaysNoRelationshipReachesNothing() {
        assertTrue(library.mappings().stream().noneMatch(mapping -> mapping.relation() == Relation.NO_RELATIONSHIP));
        assertTrue(library.catalogue().unrelated().stream()
                .noneMatch(each -> crosswalk.requirementsReachedBy(each.control()).stream()
                        .anyMatch(mapping -> mapping.requirement().framework().equals(each.framework()))));
    }
}
