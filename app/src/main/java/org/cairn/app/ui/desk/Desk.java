package org.cairn.app.ui.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.WorkspaceException;

/// Holds the snapshot that all screens show, and does their work in the background. Confined to the UI executor.
public final class Desk {
    private final OpenWorkspace workspace;
    private final Threads threads;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Texts kit = Texts.beside(Texts.class);
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private AsOf asOf = AsOf.NOW;
    private long reloads;
    private long underWay;

    public Desk(OpenWorkspace workspace, Snapshot first, Threads threads, InstantSource clock, ZoneId zone) {
        this.workspace = workspace;
        this.threads = threads;
        this.clock = clock;
        this.zone = zone;
        this.snapshot = new ReadOnlyObjectWrapper<>(first);
    }

    /// Reads everything; takes its time, so never on the window's thread.
    public static Snapshot read(OpenWorkspace workspace, AsOf asOf, Instant now, ZoneId zone)
            throws WorkspaceException {
        return new Snapshot(
                now,
                asOf,
                workspace.describe(),
                workspace.postureAt(asOf.validAt(now, zone), asOf.knownAt(now, zone)),
                workspace.evidence(),
                workspace.log());
    }

    public ReadOnlyObjectProperty<Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    public Snapshot now() {
        return snapshot.get();
    }

    /// Why the newest attempt to read the workspace failed; empty while it succeeds.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether any work with the workspace is under way.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What the workspace shows of these days, whatever this desk shows; takes its time, so never on the window's
    /// thread.
    public Snapshot readAnew(AsOf days) throws WorkspaceException {
        return read(workspace, days, clock.instant(), zone);
    }

    public OpenWorkspace workspace() {
        return workspace;
    }

    public Threads threads() {
        return threads;
    }

    public ZoneId zone() {
        return zone;
    }

    public void lookAt(AsOf days) {
        asOf = days;
        reload();
    }

    /// Reads everything anew; of several readings under way, the newest wins.
    public void reload() {
        long mine = ++reloads;
        AsOf days = asOf;
        begun();
        threads.background().execute(() -> {
            try {
                Snapshot fresh = readAnew(days);
                ended(() -> show(mine, fresh));
            } catch (WorkspaceException | RuntimeException e) {
                Problem why = Problem.of(e, kit);
                ended(() -> problem.set(Optional.of(why)));
            }
        });
    }

    private void begun() {
        underWay++;
        busy.set(true);
    }

    /// Hands over what came of work; it is over only after that, so that what follows at once counts with it.
    private void ended(Runnable came) {
        threads.ui().execute(() -> {
            try {
                came.run();
            } finally {
                underWay--;
                busy.set(underWay > 0);
            }
        });
    }

    private void show(long reading, Snapshot fresh) {
        if (reading == reloads) {
            problem.set(Optional.empty());
            snapshot.set(fresh);
        }
    }

    /// Changes the workspace, then reads it anew.
    public <T> void change(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        ask(
                work,
                result -> {
                    done.accept(result);
                    reload();
                },
                failed);
    }

    /// Runs `work` in the background and hands over what came of it. The top of a thread, so everything is caught here.
    public <T> void ask(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        begun();
        threads.background().execute(() -> {
            try {
                T result = work.call();
                ended(() -> done.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                Problem why = Problem.of(e, kit);
                ended(() -> failed.accept(why));
            } catch (Exception e) {
                Problem why = Problem.of(e, kit);
                ended(() -> failed.accept(why));
            }
        });
    }
}
