package org.cairn.app.ui;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.desk.RecordedWorkplaces;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionProgress;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.FrameworkId;
import org.cairn.collectors.host.HostReader;

/// A real workspace on a desk without a window: everything runs at once, on the test's thread.
public final class OpenDesk implements AutoCloseable {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    public static final Threads AT_ONCE = new Threads(Runnable::run, Runnable::run);

    public final SteppingClock clock = new SteppingClock();
    public final List<Place> visited = new ArrayList<>();
    public final RecordedWorkplaces workplaces;
    public final OpenWorkspace workspace;
    public final Desk desk;

    public OpenDesk(Path folder) throws WorkspaceException {
        workplaces = workplaces(clock);
        workspace = workplaces
                .found(folder, founding(), "seven stones on the pass".toCharArray())
                .workspace();
        desk = new Desk(
                workspace,
                Desk.read(workspace, LookedAt.NOW, clock.instant(), ZoneOffset.UTC),
                AT_ONCE,
                clock,
                ZoneOffset.UTC);
    }

    public static RecordedWorkplaces workplaces(SteppingClock clock) {
        return new RecordedWorkplaces(environment(clock));
    }

    static WorkspaceEnvironment environment(SteppingClock clock) {
        return new WorkspaceEnvironment(
                clock,
                new SecureRandom(),
                HostReader.ofThisMachine(),
                List.of(FixedCollector.listeningSockets(), FixedCollector.routes(), FixedCollector.passwordHashes()),
                KNOWLEDGE,
                "0.1.0");
    }

    public static Founding founding() {
        return new Founding(
                "Bergbank AG",
                Optional.empty(),
                List.of("deployer"),
                "",
                List.of(new FrameworkId("dora"), new FrameworkId("iso27001")),
                "Anna Berger");
    }

    public static Library library() {
        return new Library(KNOWLEDGE.library(), KNOWLEDGE.checks());
    }

    public void collect() throws WorkspaceException, InterruptedException {
        workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
        desk.reload();
    }

    @Override
    public void close() throws WorkspaceException {
        workspace.close();
    }
}
