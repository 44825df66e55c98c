package org.cairn.evidence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.evidence.EvidenceChange.Change;
import org.cairn.evidence.EvidenceChange.MemberChange;
import org.cairn.evidence.EvidenceChange.PopulationChange;
import org.junit.jupiter.api.Test;

final class EvidenceChangeTest {
    private static final Refusal DENIED = new Refusal("/etc/shadow", Refusal.Why.DENIED, "permission denied");

    private static Evidence seen(Map<String, String> facts, List<Refusal> refusals, Item... members) {
        return new Evidence(
                new CollectorId("account.local"),
                1,
                "web01",
                "root",
                Instant.EPOCH,
                List.of(),
                new TreeMap<>(facts),
                List.of(new Population("users", List.of(members), List.of())),
                refusals);
    }

    private static Item user(String name, String shell) {
        return Item.of(Map.of("name", name, "shell", shell));
    }

    @Test
    void factsAndRefusalsThatComeAndGoAreTold() {
        EvidenceChange change = EvidenceChange.between(
                seen(Map.of("a", "1", "b", "2", "c", "3"), List.of(DENIED)),
                seen(Map.of("a", "1", "b", "9", "d", "4"), List.of()));
        assertEquals(
                Map.of(
                        "b", new Change(Optional.of("2"), Optional.of("9")),
                        "c", new Change(Optional.of("3"), Optional.empty()),
                        "d", new Change(Optional.empty(), Optional.of("4"))),
                change.facts());
        assertEquals(List.of(DENIED), change.readable());
        assertEquals(List.of(), change.refused());
    }

    @Test
    void membersAreAddedRemovedOrChangedByWhatTellsThemApart() {
        EvidenceChange change = EvidenceChange.between(
                seen(Map.of(), List.of(), user("anna", "/bin/sh"), user("ben", "/bin/sh"), user("old", "/bin/sh")),
                seen(Map.of(), List.of(), user("new", "/bin/sh"), user("anna", "/bin/sh"), user("ben", "/bin/bash")));
        assertEquals(
                List.of(new PopulationChange(
                        "users",
                        List.of(user("new", "/bin/sh")),
                        List.of(user("old", "/bin/sh")),
                        List.of(new MemberChange(
                                "name",
                                "ben",
                                new TreeMap<>(Map.of(
                                        "shell", new Change(Optional.of("/bin/sh"), Optional.of("/bin/bash")))))),
                        true)),
                change.populations());
    }

    @Test
    void oneOfTwoEqualMembersCanGo() {
        EvidenceChange change = EvidenceChange.between(
                seen(Map.of(), List.of(), user("a", "x"), user("a", "x")), seen(Map.of(), List.of(), user("a", "x")));
        assertEquals(List.of(user("a", "x")), change.populations().getFirst().removed());
    }

    @Test
    void theSameInAnotherOrderIsNoChange() {
        EvidenceChange change = EvidenceChange.between(
                seen(Map.of("a", "1"), List.of(DENIED), user("a", "x"), user("b", "y")),
                seen(Map.of("a", "1"), List.of(DENIED), user("b", "y"), user("a", "x")));
        assertTrue(change.isEmpty(), change.toString());
    }

    @Test
    void forwardAndBackAreMirrored() {
        Evidence before = seen(Map.of("a", "1"), List.of(), user("a", "x"), user("b", "y"));
        Evidence after = seen(Map.of("b", "1"), List.of(DENIED), user("a", "z"), user("c", "y"));
        EvidenceChange forth = EvidenceChange.between(before, after);
        EvidenceChange back = EvidenceChange.between(after, before);
        assertAll(
                () -> assertEquals(forth.refused(), back.readable()),
                () -> assertEquals(
                        forth.populations().getFirst().added(),
                        back.populations().getFirst().removed()),
                () -> assertEquals(forth.facts().keySet(), back.facts().keySet()));
    }
}
