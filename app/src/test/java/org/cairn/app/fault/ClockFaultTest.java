package org.cairn.app.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceFixture;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.Event;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clocks that are wrong. The order of entries is that of the ledger, whatever the clock says.
class ClockFaultTest {
    private static final AnswerRequest ANSWER = AnswerRequest.of(new ControlId("NET-4"), AnswerStatus.MET);

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture = new WorkspaceFixture(Path.of("unset"));

    @BeforeEach
    void setUp() {
        fixture = new WorkspaceFixture(temporary);
    }

    private void setClock(String time) {
        fixture.clock.moveBy(Duration.between(fixture.clock.instant(), Instant.parse(time)));
    }

    private void expectIntact() throws WorkspaceException {
        assertInstanceOf(
                Verdict.Intact.class, WorkspaceVerifier.verify(fixture.folder).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT-17520H", "PT-438000H"})
    void aClockThatGoesBackIsRecordedShownAndChangesNoOrder(String step) throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.answer(ANSWER);
            fixture.clock.moveBy(Duration.parse(step));
            workspace.answer(ANSWER);
            List<LogLine> log = workspace.log();
            assertEquals(
                    LongStream.range(0, log.size()).boxed().toList(),
                    log.stream().map(LogLine::entry).toList());
            assertEquals(
                    1,
                    log.stream()
                            .filter(line -> line.recorded().event() instanceof Event.ClockWentBack)
                            .count());
            assertTrue(
                    workspace.describe().alarms().stream().anyMatch(alarm -> alarm.startsWith("The clock went back")));
        }
        expectIntact();
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            workspace.answer(ANSWER);
        }
        expectIntact();
    }

    /// Seconds since 1970 leave 32 bits in January 2038; 9999 is the last year that RFC 3339 can write.
    @ParameterizedTest
    @ValueSource(strings = {"2038-01-19T03:14:07Z", "2106-02-07T06:28:16Z", "9999-12-31T12:00:00Z"})
    void entriesOfFarYearsAreRecordedAndVerified(String time) throws Exception {
        fixture.found().close();
        setClock(time);
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            workspace.answer(ANSWER);
            assertEquals(
                    time.substring(0, 10),
                    workspace.log().getLast().recorded().recordedAt().toString().substring(0, 10));
            workspace.postureAt(fixture.clock.instant(), fixture.clock.instant());
        }
        expectIntact();
        try (Workspace workspace = fixture.open(Access.READ)) {
            assertEquals(List.of(), workspace.describe().alarms());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-06-01T00:00:00Z"})
    void aTimeThatNoEntryCanHoldIsRefusedInWordsAndNothingIsRecorded(String time) throws Exception {
        fixture.found().close();
        setClock(time);
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            int before = workspace.log().size();
            WorkspaceException refusal = assertThrows(WorkspaceException.class, () -> workspace.answer(ANSWER));
            assertEquals(WorkspaceException.Kind.BAD_INPUT, refusal.kind());
            assertTrue(String.valueOf(refusal.getMessage()).contains("The clock says " + time.substring(0, 5)));
            assertEquals(before, workspace.log().size());
        }
        expectIntact();
    }

    @Test
    void aSittingBeforeTheKeysExistedIsRecordedWithTheJumpThatShowsIt() throws Exception {
        fixture.found().close();
        setClock("1971-01-01T00:00:00Z");
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            assertTrue(workspace.describe().alarms().getFirst().contains("check the clock"));
            workspace.answer(ANSWER);
            assertTrue(
                    workspace.log().stream().anyMatch(line -> line.recorded().event() instanceof Event.ClockWentBack));
        }
        expectIntact();
    }
}
