package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.check.CheckId;
import org.cairn.evidence.Evidence;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record held against an approved baseline, as evidence that the checks judge.
class RuntimeCheckingTest {
    private static final String POLICY = """
            format: cairn-runtime-policy-1
            system: bot
            processes: {all: true}
            programs: [/usr/bin/]
            data: {read: [/srv/data/]}
            destinations: [{address: 203.0.113.0/24}]
            """;

    private static final String QUIET = """
            10 1760000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1760000010.000001 openat(AT_FDCWD</>, "/srv/data/a.csv", O_RDONLY|O_CLOEXEC) = 3</srv/data/a.csv>
            10 1760000020.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = 0
            10 1760000030.000001 exit_group(0) = ?
            """;

    private static final String LOUD = QUIET.replace("203.0.113.50", "198.51.100.7");

    @TempDir
    Path temporary = Path.of("");

    private Optional<TwoPeople> people = Optional.empty();

    @BeforeEach
    void twoPeopleApproveABaseline() throws Exception {
        TwoPeople both = new TwoPeople(temporary);
        both.enrolBen(Role.REVIEWER);
        people = Optional.of(both);
        approve(POLICY);
    }

    private Workspace acme() throws Exception {
        return people.orElseThrow().anna.open(Access.WRITE);
    }

    private void approve(String policy) throws Exception {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), policy);
        Path proposal = people.orElseThrow().stick("baseline" + policy.hashCode());
        Path signed = people.orElseThrow().stick("signed" + policy.hashCode());
        try (Workspace acme = acme()) {
            acme.proposals().export(acme.baselines().propose("bot", file), proposal);
        }
        try (Workspace his = people.orElseThrow().ben.open(Access.READ)) {
            his.proposals().sign(his.proposals().find(proposal.toString()), signed);
        }
        try (Workspace acme = acme()) {
            acme.proposals().approve(acme.proposals().find(signed.toString()));
        }
    }

    private RuntimeRecord record(String log) throws Exception {
        Path file = Files.writeString(temporary.resolve("log" + log.hashCode()), log);
        return RuntimeRecord.read(
                List.of(new LogFile(file, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
    }

    private static Window window(long from, long until) {
        return new Window(
                Optional.of(Instant.ofEpochSecond(1760000000L + from)),
                Optional.of(Instant.ofEpochSecond(1760000000L + until)));
    }

    private RuntimeCheck check(String log, long from, long until) throws Exception {
        return check(log, from, until, Optional.empty());
    }

    private RuntimeCheck check(String log, long from, long until, Optional<Long> version) throws Exception {
        try (Workspace acme = acme()) {
            return acme.runtimeChecking().check(record(log), window(from, until), "bot", version, Map.of());
        }
    }

    /// On the day of the window's end, what the check says of the control.
    private String outcome(String control, String check) throws Exception {
        try (Workspace acme = acme()) {
            return acme
                    .postureAt(
                            Instant.ofEpochSecond(1760000040L),
                            people.orElseThrow().anna.clock.instant())
                    .control(new ControlId(control))
                    .orElseThrow()
                    .checks()
                    .stream()
                    .filter(result -> result.check().equals(new CheckId(check)))
                    .map(result -> result.outcome().getClass().getSimpleName())
                    .findFirst()
                    .orElse("silent");
        }
    }

    @Test
    void aWholeRecordOfListedPlacesPassesAndWhatTheBaselineLeavesOutStaysOpen() throws Exception {
        assertEquals("silent", outcome("NET-4", "runtime.destinations"));
        Evidence evidence = check(QUIET, 1, 30).evidence().evidence();
        assertEquals("Satisfied", outcome("NET-4", "runtime.destinations"));
        assertEquals("Indeterminate", outcome("MOD-1", "runtime.models"));
        assertEquals("Indeterminate", outcome("MON-3", "runtime.escalation"));
        assertEquals("NotSatisfied", outcome("RUN-5", "runtime.baseline"), "it was approved after the window");
        assertEquals(2, evidence.sources().size());
        assertTrue(evidence.fact("baseline-sha256").orElse("").matches("[0-9a-f]{64}"));
    }

    @Test
    void anUnlistedPlaceFailsAndTheEvidenceHoldsTheGraphBehindIt() throws Exception {
        RuntimeCheck check = check(LOUD, 1, 30);
        assertEquals("NotSatisfied", outcome("NET-4", "runtime.destinations"));
        try (Workspace acme = acme()) {
            Artefact graph = acme.artefacts(check.evidence().id()).getFirst();
            assertEquals(check.evidence().evidence().sources().getLast(), graph.source());
        }
    }

    @Test
    void aShortWindowSpeaksForAsLongAgainAndWhatItFoundForTheWholeWeek() throws Exception {
        check(QUIET, 22, 30);
        assertEquals("Indeterminate", outcome("NET-4", "runtime.destinations"), "eight seconds, ten seconds ago");
        check(LOUD, 15, 30);
        assertEquals("NotSatisfied", outcome("NET-4", "runtime.destinations"));
    }

    @Test
    void aRecordThatDoesNotReachTheWindowsEndDecidesNothing() throws Exception {
        check(QUIET, 1, 31);
        assertEquals("Indeterminate", outcome("NET-4", "runtime.destinations"));
        assertEquals("Indeterminate", outcome("RUN-1", "runtime.coverage"));
    }

    @Test
    void whatWasFoundStaysFoundInALaterWindowOfTheSameLogAndInOtherLogs() throws Exception {
        check(LOUD, 1, 30);
        assertEquals(1, check(LOUD, 25, 30).earlier());
        assertEquals("NotSatisfied", outcome("NET-4", "runtime.destinations"));
        assertEquals(1, check(QUIET, 1, 30).earlier());
        assertEquals("NotSatisfied", outcome("NET-4", "runtime.destinations"));
    }

    @Test
    void aBaselineThatAllowsItIsJudgedAnew() throws Exception {
        check(LOUD, 1, 30);
        approve(POLICY.replace("203.0.113.0/24", "198.51.100.0/24"));
        List<BaselineVersion> versions;
        try (Workspace acme = acme()) {
            versions = acme.baselines().versions("bot");
        }
        assertEquals(2, versions.size());
        assertEquals(List.of("Anna Jensen", "Ben Okafor"), versions.getLast().approvers());
        RuntimeCheck anew = check(LOUD, 1, 30, Optional.of(versions.getLast().entry()));
        assertEquals(0, anew.earlier());
        assertEquals("Satisfied", outcome("NET-4", "runtime.destinations"));
    }

    @Test
    void windowsAreCheckedInTheOrderOfTime() throws Exception {
        check(QUIET, 1, 30);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> check(LOUD, 1, 29));
        assertTrue(String.valueOf(refused.getMessage()).contains("in the order of time"), refused.getMessage());
    }

    @Test
    void aWindowInWhichNothingCanHappenIsRefused() {
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> check(LOUD, 29, 29));
        assertTrue(String.valueOf(refused.getMessage()).contains("is empty"), refused.getMessage());
    }

    @Test
    void whatIsNoPolicyOfTheSystemIsNotProposed() throws Exception {
        Path file = Files.writeString(temporary.resolve("none.yaml"), "Outbound traffic is denied.");
        Path other = Files.writeString(temporary.resolve("other.yaml"), POLICY);
        try (Workspace acme = acme()) {
            assertThrows(WorkspaceException.class, () -> acme.baselines().propose("bot", file));
            assertThrows(WorkspaceException.class, () -> acme.baselines().propose("other", other));
        }
    }
}
