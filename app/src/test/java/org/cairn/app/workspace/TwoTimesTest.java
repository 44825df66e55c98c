package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.posture.Posture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two times of every answer, through a real workspace: random histories with late arrivals, corrections and clocks
/// that go back, against a model that reads every answer there is.
class TwoTimesTest {
    private static final List<Subject> SUBJECTS =
            List.of(new ControlId("NET-4"), new ControlId("NET-3"), Subject.parse("dora:Art. 9(4)(b)"));
    private static final List<AnswerStatus> STATUSES =
            List.of(AnswerStatus.MET, AnswerStatus.PARTLY_MET, AnswerStatus.NOT_MET);

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new WorkspaceFixture(temporary);
    }

    /// Everything that is asked: which entry answers each subject, and the whole posture besides.
    private record Asked(AsOf asOf, List<Optional<Long>> answers, Posture posture) {}

    @Test
    void randomHistoriesAreAnsweredAsANaiveModelAnswersThemAndLaterEntriesChangeNothing() throws WorkspaceException {
        Random random = new Random(7);
        List<Asked> before = new ArrayList<>();
        try (Workspace workspace = fixture.found()) {
            Instant start = fixture.clock.instant();
            for (int step = 0; step < 60; step++) {
                happen(workspace, random);
                if (step % 3 == 0) {
                    Asked asked = ask(workspace, pastOf(workspace, random, start));
                    assertEquals(
                            naive(workspace, asked.asOf()),
                            asked.answers(),
                            asked.asOf().toString());
                    before.add(asked);
                }
            }
        }
        try (Workspace reopened = fixture.open(Access.READ)) {
            for (Asked asked : before) {
                assertEquals(asked, ask(reopened, asked.asOf()));
            }
        }
    }

    /// An answer about now or an earlier day; now and then the clock jumps, in either direction.
    private void happen(Workspace workspace, Random random) throws WorkspaceException {
        boolean back = random.nextInt(8) == 0;
        fixture.clock.moveBy(Duration.ofHours(back ? -random.nextInt(100) : random.nextInt(60)));
        AnswerRequest request = AnswerRequest.of(
                SUBJECTS.get(random.nextInt(SUBJECTS.size())), STATUSES.get(random.nextInt(STATUSES.size())));
        boolean late = random.nextInt(2) == 0;
        Instant about = fixture.clock.instant().minus(Duration.ofHours(random.nextInt(400)));
        workspace.answer(late ? request.withValidFrom(about) : request);
    }

    /// A state that nothing recorded from now on belongs to: up to an entry, or up to a time before the latest claim.
    private static AsOf pastOf(Workspace workspace, Random random, Instant start) throws WorkspaceException {
        List<LogLine> log = workspace.log();
        Instant validAt = start.plus(Duration.ofHours(random.nextInt(2_000)));
        Instant latest = log.stream()
                .map(line -> line.recorded().recordedAt())
                .max(Instant::compareTo)
                .orElseThrow();
        KnownAt known = random.nextBoolean()
                ? new KnownAt.Through(random.nextInt(log.size()))
                : new KnownAt.At(
                        latest.minus(Duration.ofHours(random.nextInt(500))).minusSeconds(1));
        return new AsOf(Optional.of(validAt), known);
    }

    private static Asked ask(Workspace workspace, AsOf asOf) throws WorkspaceException {
        Posture posture = workspace.posture(asOf);
        List<Optional<Long>> answers = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            answers.add(
                    switch (subject) {
                        case ControlId id ->
                            posture.control(id).orElseThrow().answer().map(answer -> answer.entry());
                        case RequirementId id ->
                            posture.framework(id.framework()).stream()
                                    .flatMap(framework -> framework.requirements().stream())
                                    .filter(row -> row.requirement().id().equals(id))
                                    .findFirst()
                                    .flatMap(row -> row.answer().map(answer -> answer.entry()));
                    });
        }
        return new Asked(asOf, answers, posture);
    }

    /// Reads the whole log, entry by entry, and keeps the better answer.
    private static List<Optional<Long>> naive(Workspace workspace, AsOf asOf) throws WorkspaceException {
        List<Optional<Long>> answers = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            Optional<LogLine> best = Optional.empty();
            for (LogLine line : workspace.log()) {
                boolean beyond = switch (asOf.known()) {
                    case KnownAt.Now _ -> false;
                    case KnownAt.At(Instant time) ->
                        line.recorded().recordedAt().isAfter(time);
                    case KnownAt.Through(long entry) -> line.entry() > entry;
                };
                if (beyond) {
                    break;
                }
                boolean about = line.recorded().event() instanceof ControlAnswered answer
                        && answer.subject().equals(subject);
                Instant from = line.recorded().validFrom();
                boolean started = !from.isAfter(asOf.validAt().orElseThrow());
                boolean better =
                        best.isEmpty() || !from.isBefore(best.get().recorded().validFrom());
                if (about && started && better) {
                    best = Optional.of(line);
                }
            }
            answers.add(best.map(LogLine::entry));
        }
        return answers;
    }

    @Test
    void whatIsRecordedWithAClockSetBackIsNotTakenForKnownBefore() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            fixture.clock.moveBy(Duration.ofDays(10));
            workspace.answer(AnswerRequest.of(SUBJECTS.getFirst(), AnswerStatus.NOT_MET));
            Instant then = fixture.clock.instant().minus(Duration.ofDays(2));
            Asked before = ask(workspace, AsOf.at(then, then));
            fixture.clock.moveBy(Duration.ofDays(-5));
            workspace.answer(AnswerRequest.of(SUBJECTS.getFirst(), AnswerStatus.MET));
            assertEquals(before, ask(workspace, before.asOf()));
            assertTrue(
                    workspace.describe().alarms().stream().anyMatch(alarm -> alarm.startsWith("The clock went back")));
        }
    }

    @Test
    void afterAClockThatRanAheadThePresentCountsEverything() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            fixture.clock.moveBy(Duration.ofDays(1_000));
            workspace.answer(AnswerRequest.of(new ControlId("NET-3"), AnswerStatus.MET));
            fixture.clock.moveBy(Duration.ofDays(-999));
            workspace.answer(AnswerRequest.of(new ControlId("NET-4"), AnswerStatus.MET));
            assertEquals(
                    Optional.of(AnswerStatus.MET),
                    workspace
                            .postureNow()
                            .control(new ControlId("NET-4"))
                            .orElseThrow()
                            .status());
            assertEquals(workspace.log().size(), workspace.times(AsOf.now()).size());
        }
    }

    @Test
    void everythingAskedOfOneStateRestsOnTheSameEntriesWhileMoreAreRecorded() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            Subject subject = SUBJECTS.getFirst();
            long first = workspace.answer(AnswerRequest.of(subject, AnswerStatus.NOT_MET));
            fixture.clock.moveBy(Duration.ofDays(1));
            StateAt then = workspace.at(new AsOf(Optional.empty(), new KnownAt.Through(first)));
            StateAt now = workspace.at(AsOf.now());
            workspace.answer(AnswerRequest.of(subject, AnswerStatus.MET));
            for (StateAt state : List.of(then, now)) {
                assertEquals(
                        List.of(first),
                        state.history(subject).stream().map(HistoryLine::entry).toList());
                assertEquals(workspace.log().subList(0, (int) first + 1), state.log(0, Long.MAX_VALUE));
            }
            assertEquals(2, workspace.history(subject).size());
        }
    }

    @Test
    void whileAPastStateIsLookedAtNothingIsRecordedUntilThePresentIsBack() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            AnswerRequest request = AnswerRequest.of(SUBJECTS.getFirst(), AnswerStatus.MET);
            workspace.lookAt(workspace.times(new AsOf(Optional.empty(), new KnownAt.Through(2))));
            int before = workspace.log().size();
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> workspace.answer(request));
            assertEquals(WorkspaceException.Kind.READ_ONLY, refused.kind());
            assertTrue(String.valueOf(refused.getMessage()).contains("Go back to now"));
            assertThrows(
                    WorkspaceException.class,
                    () -> workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation()));
            assertThrows(
                    WorkspaceException.class,
                    () -> workspace.attach(temporary.resolve("none"), SUBJECTS.getFirst(), "none"));
            assertEquals(before, workspace.log().size());
            workspace.lookAt(workspace.times(AsOf.now()));
            workspace.answer(request);
            assertTrue(workspace.log().size() > before);
        }
    }

    @Test
    void anEntryThatIsNotThereIsRefused() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            AsOf asOf = new AsOf(Optional.empty(), new KnownAt.Through(1_000));
            assertEquals(
                    WorkspaceException.Kind.UNKNOWN_ENTRY,
                    assertThrows(WorkspaceException.class, () -> workspace.posture(asOf))
                            .kind());
        }
    }
}
