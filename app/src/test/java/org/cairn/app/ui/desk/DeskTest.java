package org.cairn.app.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.StateAt;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
    @Test
    void anotherDayIsSaidToBeOnItsWayUntilTheNewestOneAskedForIsShown(@TempDir Path folder) throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            Queue<Runnable> background = new ArrayDeque<>();
            Desk desk = new Desk(
                    open.workspace,
                    open.desk.now(),
                    new Threads(background::add, Runnable::run),
                    open.clock,
                    ZoneOffset.UTC);
            LocalDate today = LocalDate.ofInstant(open.clock.instant(), ZoneOffset.UTC);
            desk.lookAt(new LookedAt(Optional.of(today.minusDays(2)), new LookedAt.Known.Everything()));
            desk.lookAt(new LookedAt(Optional.of(today.minusDays(1)), new LookedAt.Known.Everything()));
            assertTrue(desk.turning().get());
            background.remove().run();
            assertTrue(desk.turning().get(), "what was asked for before is not what is waited for");
            assertEquals(LookedAt.NOW, desk.now().lookedAt());
            background.remove().run();
            assertFalse(desk.turning().get());
            assertEquals(Optional.of(today.minusDays(1)), desk.now().lookedAt().valid());
        }
    }

    @Test
    void whoStaysIsNotTakenToTheDayThatWasOnItsWay(@TempDir Path folder) throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            Queue<Runnable> background = new ArrayDeque<>();
            Desk desk = new Desk(
                    open.workspace,
                    open.desk.now(),
                    new Threads(background::add, Runnable::run),
                    open.clock,
                    ZoneOffset.UTC);
            Snapshot before = desk.now();
            desk.lookAt(yesterday(open));
            desk.stay();
            assertFalse(desk.turning().get());
            background.remove().run();
            assertSame(before, desk.now());
            assertEquals(LookedAt.NOW, desk.lookingAt());
        }
    }

    @Test
    void aStateIsKeptUntilSomethingIsRecorded(@TempDir Path folder) throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            StateAt now = open.desk.now().state();
            open.desk.lookAt(yesterday(open));
            StateAt past = open.desk.now().state();
            open.desk.lookAt(LookedAt.NOW);
            assertSame(now, open.desk.now().state());
            open.desk.lookAt(yesterday(open));
            assertSame(past, open.desk.now().state());

            open.desk.lookAt(LookedAt.NOW);
            open.workspace.answer(AnswerRequest.of(new ControlId("NET-1"), AnswerStatus.MET));
            open.desk.lookAt(yesterday(open));
            assertNotSame(past, open.desk.now().state());
            open.desk.lookAt(LookedAt.NOW);
            assertNotSame(now, open.desk.now().state());
            assertEquals(
                    Optional.of(AnswerStatus.MET),
                    open.desk
                            .now()
                            .posture()
                            .control(new ControlId("NET-1"))
                            .flatMap(row -> row.answer())
                            .map(answer -> answer.event().status()));
        }
    }

    @Test
    void aStateOfLongAgoIsReadAgain(@TempDir Path folder) throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            StateAt now = open.desk.now().state();
            open.desk.lookAt(yesterday(open));
            open.clock.pass(Duration.ofHours(1));
            open.desk.lookAt(LookedAt.NOW);
            assertNotSame(now, open.desk.now().state());
        }
    }

    private static LookedAt yesterday(OpenDesk open) {
        LocalDate today = LocalDate.ofInstant(open.clock.instant(), ZoneOffset.UTC);
        return new LookedAt(Optional.of(today.minusDays(1)), new LookedAt.Known.Everything());
    }
}
