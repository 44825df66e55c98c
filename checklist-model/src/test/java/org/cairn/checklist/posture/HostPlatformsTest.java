package org.cairn.checklist.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.Acceptances;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckDefinition.Asking;
import org.cairn.checklist.check.CheckDefinition.Origin;
import org.cairn.checklist.check.CheckDefinition.Tried;
import org.cairn.checklist.check.CheckId;
import org.cairn.checklist.check.Coverage;
import org.cairn.checklist.check.Feed;
import org.cairn.checklist.check.Privilege;
import org.cairn.checklist.check.Rule;
import org.cairn.checklist.check.ValueTest;
import org.cairn.checklist.codec.HostText;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.HostRef;
import org.junit.jupiter.api.Test;

/// Three checks: `filter` of Linux and its counterpart `filter.windows`, and `tables` of Linux alone.
final class HostPlatformsTest {
    private static final CollectorId LINUX = new CollectorId("network.firewall");
    private static final CollectorId WINDOWS = new CollectorId("windows.firewall");
    private static final CollectorId MACOS = new CollectorId("macos.firewall");
    private static final CheckCatalogue CHECKS = new CheckCatalogue(List.of(
            check("filter", LINUX, Origin.AT_HOME),
            check("filter.windows", WINDOWS, new Origin(Tried.ON_CAPTURED_TEXT, List.of(new CheckId("filter")))),
            check("tables", LINUX, Origin.AT_HOME)));
    private static final HostRef WEB = HostRef.named("web");
    private static final HostRef DESK = HostRef.named("desk");

    private final SmallWorld world = new SmallWorld();

    private static CheckDefinition check(String id, CollectorId reads, Origin origin) {
        return new CheckDefinition(
                new CheckId(id),
                new CheckDefinition.Words("Policy is drop", "set it", "none", List.of("manual")),
                new CheckDefinition.Reading(reads, 1, Privilege.NONE, Duration.ofDays(7)),
                List.of(new Feed(SmallWorld.PART, Coverage.PARTIAL, "the switches")),
                new Rule.Fact("policy", new ValueTest.EqualTo("drop"), "policy is {policy}"),
                Asking.ALWAYS,
                origin);
    }

    /// By check: `+` satisfied, `-` not, `?` indeterminate; what is not asked is left out.
    private Map<String, String> outcomes() {
        Map<String, String> outcomes = new TreeMap<>();
        NewestEvidence evidence = NewestEvidence.of(Known.of(world.history(), SmallWorld.day(5)), world.history());
        for (CheckReading reading :
                new CheckReadings(CHECKS, evidence, Acceptances.NONE, SmallWorld.day(5)).of(SmallWorld.PART)) {
            outcomes.put(reading.result().check().value(), mark(reading.result().outcome()));
        }
        return outcomes;
    }

    private Map<String, String> cellsOf(HostRef host) {
        Map<String, String> cells = new TreeMap<>();
        for (Fleet.CheckRow row :
                FleetReading.read(CHECKS, world.history(), SmallWorld.day(5)).rows()) {
            row.of(host).ifPresent(cell -> cells.put(row.check().id().value(), mark(cell.outcome())));
        }
        return cells;
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> "+";
            case Outcome.NotSatisfied _ -> "-";
            case Outcome.Indeterminate _ -> "?";
            case Outcome.NotApplicable _ -> throw new IllegalArgumentException("evidence cannot say that");
        };
    }

    @Test
    void beforeAnyHostWasSeenTheChecksOfLinuxAreAsked() {
        assertEquals(Map.of("filter", "?", "tables", "?"), outcomes());
    }

    @Test
    void aLinuxHostIsAskedNothingOfWindows() {
        world.observeHost(4, 4, WEB, "drop", LINUX);
        assertEquals(Map.of("filter", "+", "tables", "+"), outcomes());
        assertEquals(Map.of("filter", "+", "tables", "+"), cellsOf(WEB));
    }

    @Test
    void aWindowsHostIsAskedTheCounterpartAndIsAGapWhereThereIsNone() {
        world.observeHost(4, 4, DESK, "drop", WINDOWS);
        assertEquals(Map.of("filter.windows", "+", "tables", "?"), outcomes());
        assertEquals(Map.of("filter.windows", "+", "tables", "?"), cellsOf(DESK));
    }

    @Test
    void aWindowsHostSatisfiesNoCheckOfLinuxAndTheReverse() {
        world.observeHost(4, 4, WEB, "accept", LINUX);
        world.observeHost(4, 4, DESK, "drop", WINDOWS);
        assertEquals(Map.of("filter", "-", "filter.windows", "+", "tables", "-"), outcomes());
        world.observeHost(4.5, 4.5, WEB, "drop", LINUX);
        world.observeHost(4.5, 4.5, DESK, "accept", WINDOWS);
        assertEquals(Map.of("filter", "+", "filter.windows", "-", "tables", "?"), outcomes());
    }

    @Test
    void aPassOnLinuxDoesNotHideThatAHostOfAnotherSystemIsNotCovered() {
        world.observeHost(4, 4, WEB, "drop", LINUX);
        world.observeHost(4, 4, DESK, "drop", WINDOWS);
        assertEquals(Map.of("filter", "+", "filter.windows", "+", "tables", "?"), outcomes());
        NewestEvidence evidence = NewestEvidence.of(Known.of(world.history(), SmallWorld.day(5)), world.history());
        Outcome tables = new CheckReadings(CHECKS, evidence, Acceptances.NONE, SmallWorld.day(5))
                .of(SmallWorld.PART).stream()
                        .map(reading -> reading.result())
                        .filter(result -> result.check().value().equals("tables"))
                        .findFirst()
                        .orElseThrow()
                        .outcome();
        assertInstanceOf(Outcome.Indeterminate.class, tables);
        assertEquals(true, tables.toString().contains("not covered on this platform"), tables.toString());
    }

    @Test
    void aSystemWithoutAnyCounterpartIsAGapEverywhere() {
        world.observeHost(4, 4, DESK, "drop", WINDOWS);
        CheckCatalogue withMacos = new CheckCatalogue(List.of(
                check("filter", LINUX, Origin.AT_HOME),
                check("tables", LINUX, Origin.AT_HOME),
                check("tables.macos", MACOS, new Origin(Tried.ON_CAPTURED_TEXT, List.of(new CheckId("tables")))),
                check("other.windows", WINDOWS, new Origin(Tried.ON_CAPTURED_TEXT, List.of(new CheckId("filter"))))));
        Fleet fleet = FleetReading.read(withMacos, world.history(), SmallWorld.day(5));
        assertEquals(
                List.of("?"),
                fleet.rows().get(1).cells().stream()
                        .map(cell -> mark(cell.outcome()))
                        .toList());
    }

    @Test
    void anExpectedHostIsAskedTheChecksOfItsSystemOnceItIsKnown() {
        world.record(3, 3, new FleetEvent.HostExpected(world.text(HostText.encode(DESK))));
        assertEquals(Map.of("filter", "?", "tables", "?"), outcomes());
        world.observeHost(4, 4, DESK, "drop", WINDOWS);
        assertEquals(Map.of("filter.windows", "+", "tables", "?"), outcomes());
    }

    @Test
    void aCheckOfAnotherSystemWithAQuestionOfItsOwnClosesNoGap() {
        world.observeHost(4, 4, DESK, "drop", WINDOWS);
        CheckCatalogue withOwnQuestion = new CheckCatalogue(List.of(
                check("filter", LINUX, Origin.AT_HOME),
                check("sessions.windows", WINDOWS, new Origin(Tried.ON_CAPTURED_TEXT, List.of()))));
        Fleet fleet = FleetReading.read(withOwnQuestion, world.history(), SmallWorld.day(5));
        Map<String, String> marks = new TreeMap<>();
        fleet.rows()
                .forEach(row ->
                        row.cells().forEach(cell -> marks.put(row.check().id().value(), mark(cell.outcome()))));
        assertEquals(Map.of("filter", "?", "sessions.windows", "+"), marks);
    }

    @Test
    void aQuestionOfAnotherSystemAloneIsNoGapOfALinuxHost() {
        world.observeHost(4, 4, WEB, "drop", LINUX);
        CheckCatalogue withOwnQuestion = new CheckCatalogue(List.of(
                check("filter", LINUX, Origin.AT_HOME),
                check("sessions.windows", WINDOWS, new Origin(Tried.ON_CAPTURED_TEXT, List.of()))));
        Fleet fleet = FleetReading.read(withOwnQuestion, world.history(), SmallWorld.day(5));
        assertEquals(
                List.of("filter"),
                fleet.rows().stream()
                        .filter(row -> !row.cells().isEmpty())
                        .map(row -> row.check().id().value())
                        .toList());
        NewestEvidence evidence = NewestEvidence.of(Known.of(world.history(), SmallWorld.day(5)), world.history());
        assertEquals(
                List.of("filter"),
                new CheckReadings(withOwnQuestion, evidence, Acceptances.NONE, SmallWorld.day(5))
                        .of(SmallWorld.PART).stream()
                                .map(reading -> reading.result().check().value())
                                .toList());
    }

    @Test
    void aCheckOfLinuxStandsForNoOther() {
        assertThrows(
                IllegalArgumentException.class,
                () -> check("filter", LINUX, new Origin(Tried.ON_HOSTS, List.of(new CheckId("tables")))));
    }
}
