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
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.WorkspaceException;

/// Holds the snapshot that all screens show, and does their work in the background. Confined to the UI executor.
public final class Desk implements Workbench {
    private final OpenWorkspace workspace;
    private final Threads threads;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Texts kit = Texts.beside(Texts.class);
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper turning = new ReadOnlyBooleanWrapper();
    private final RecentStates recent = new RecentStates();
    private LookedAt wanted;
    private long reloads;
    private long underWay;

    public Desk(OpenWorkspace workspace, Snapshot first, Threads threads, InstantSource clock, ZoneId zone) {
        this.workspace = workspace;
        this.threads = threads;
        this.clock = clock;
        this.zone = zone;
        this.snapshot = new ReadOnlyObjectWrapper<>(first);
        this.wanted = first.lookedAt();
        recent.keep(first);
        workspace.lookAt(first.times());
    }

    /// Reads everything; takes its time, so never on the window's thread.
    public static Snapshot read(OpenWorkspace workspace, LookedAt lookedAt, Instant now, ZoneId zone)
            throws WorkspaceException {
        return Snapshot.read(workspace, lookedAt, now, zone);
    }

    public ReadOnlyObjectProperty<Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    public Snapshot now() {
        return snapshot.get();
    }

    /// Why nothing can be recorded, in words; empty where something can.
    public ObservableValue<Optional<String>> readOnly() {
        return snapshot.map(shown -> shown.readOnly().map(why -> why.words(kit)));
    }

    /// Why no pack can be made of what is shown, in words.
    public ObservableValue<Optional<String>> notIssuable() {
        return snapshot.map(shown -> shown.notIssuable().map(why -> why.words(kit)));
    }

    /// Why the newest attempt to read the workspace failed; empty while it succeeds.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether any work with the workspace is under way.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether another state was asked for and is not shown yet.
    public ReadOnlyBooleanProperty turning() {
        return turning.getReadOnlyProperty();
    }

    /// What the workspace shows of a state, whatever this desk shows; takes its time, so never on the window's
    /// thread.
    public Snapshot readAnew(LookedAt lookedAt) throws WorkspaceException {
        return read(workspace, lookedAt, clock.instant(), zone);
    }

    public OpenWorkspace workspace() {
        return workspace;
    }

    public Threads threads() {
        return threads;
    }

    public InstantSource clock() {
        return clock;
    }

    public ZoneId zone() {
        return zone;
    }

    /// What was chosen last to be looked at; shown as soon as it is read.
    public LookedAt lookingAt() {
        return wanted;
    }

    /// Shows another state, on every screen. Where it cannot be read, what was shown stays.
    public void lookAt(LookedAt lookedAt) {
        wanted = lookedAt;
        turning.set(true);
        read(() -> kept(lookedAt));
    }

    /// Stays with what is shown, while another state that was asked for is on its way.
    public void stay() {
        if (turning.get()) {
            reloads++;
            wanted = now().lookedAt();
            turning.set(false);
        }
    }

    /// Reads everything anew; of several readings under way, the newest wins.
    public void reload() {
        recent.forget();
        LookedAt lookedAt = wanted;
        read(() -> readAnew(lookedAt));
    }

    /// As it was read before, where nothing was recorded since.
    private Snapshot kept(LookedAt lookedAt) throws WorkspaceException {
        Optional<Snapshot> before = recent.find(lookedAt, workspace.describe(), clock.instant());
        return before.isPresent() ? before.get() : readAnew(lookedAt);
    }

    private interface Reading {
        Snapshot read() throws WorkspaceException;
    }

    private void read(Reading reading) {
        long mine = ++reloads;
        begun();
        threads.background().execute(() -> {
            try {
                Snapshot fresh = reading.read();
                ended(() -> show(mine, fresh));
            } catch (WorkspaceException | RuntimeException e) {
                Problem why = Problem.of(e, kit);
                ended(() -> refused(mine, why));
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
            workspace.lookAt(fresh.times());
            recent.keep(fresh);
            snapshot.set(fresh);
            turning.set(false);
        }
    }

    private void refused(long reading, Problem why) {
        problem.set(Optional.of(why));
        if (reading == reloads) {
            wanted = now().lookedAt();
            turning.set(false);
        }
    }

    @Override
    public boolean editable() {
        return now().editable();
    }

    /// Changes the workspace, then reads it anew.
    @Override
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
    @Override
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
