package org.cairn.app.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Threads;
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
}
