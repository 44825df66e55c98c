package org.cairn.app.ui.lock;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Given;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.unlock.UnlockViewModel;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.WorkspaceException;

/// Whether the workspace is locked. What it shows is covered at once; its keys are dropped as soon as no work is under
/// way, and only then is anything tried to unlock it: work that one person began ends in that person's name. Confined
/// to
/// the UI executor.
public final class LockViewModel {
    private static final System.Logger LOGGER = System.getLogger(LockViewModel.class.getName());

    /// Why it is locked.
    public enum Why {
        ASKED,
        IDLE
    }

    public sealed interface State {
        record Open() implements State {}

        record Locked(Why why) implements State {}

        /// Somebody typed something that is being tried, or waits for work to end.
        record Unlocking(Why why) implements State {}
    }

    private final Desk desk;
    private final OpenWorkspace workspace;
    private final Consumer<Snapshot> another;
    private final UnlockViewModel unlocking = new UnlockViewModel();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Open());
    private Optional<Given> waiting = Optional.empty();
    private boolean working;
    private boolean dropped;
    private boolean closed;

    /// @param another another person unlocked than the one who locked: takes what that person sees
    public LockViewModel(Desk desk, Consumer<Snapshot> another) {
        this.desk = desk;
        this.workspace = desk.workspace();
        this.another = another;
        desk.busy().subscribe(_ -> goOn());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public UnlockViewModel unlocking() {
        return unlocking;
    }

    public String organisation() {
        return desk.now().about().organisation();
    }

    /// Whether work is under way that ends before the keys are dropped.
    public ObservableValue<Boolean> busy() {
        return desk.busy();
    }

    public void lock(Why why) {
        if (state.get() instanceof State.Open) {
            unlocking.clear();
            state.set(new State.Locked(why));
            goOn();
        }
    }

    /// Tries what was typed.
    public void unlock() {
        if (state.get() instanceof State.Locked(Why why)) {
            waiting = unlocking.given();
            if (waiting.isPresent()) {
                state.set(new State.Unlocking(why));
                goOn();
            }
        }
    }

    /// The workspace is closed: what was typed and is still being tried opens nothing any more.
    public void close() {
        closed = true;
        unlocking.clear();
    }

    /// The next step, if there is one and no other is under way.
    private void goOn() {
        if (closed || working || state.get() instanceof State.Open) {
            return;
        }
        if (!dropped && !desk.busy().get()) {
            working = true;
            desk.threads().background().execute(this::drop);
        } else if (dropped && waiting.isPresent()) {
            Given given = waiting.get();
            waiting = Optional.empty();
            working = true;
            desk.threads().background().execute(() -> attempt(given));
        }
    }

    /// In the background. The keys are gone also where the last checkpoint could not be written.
    private void drop() {
        try {
            workspace.lock();
        } catch (WorkspaceException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "the last checkpoint before the lock was not written", e);
        }
        desk.threads().ui().execute(() -> {
            working = false;
            dropped = true;
            goOn();
        });
    }

    /// In the background; the top of a thread, so everything is caught here.
    private void attempt(Given given) {
        try {
            workspace.unlock(given);
            Optional<Snapshot> fresh = ofAnother();
            desk.threads().ui().execute(() -> opened(fresh));
        } catch (WorkspaceException | RuntimeException e) {
            desk.threads().ui().execute(() -> refused(e));
        } finally {
            given.wipe();
        }
    }

    /// What the workspace shows to the person who unlocked it, where that is not the one who locked it.
    private Optional<Snapshot> ofAnother() throws WorkspaceException {
        Description about = workspace.describe();
        return about.person().equals(desk.now().about().person())
                ? Optional.empty()
                : Optional.of(desk.readAnew(LookedAt.NOW));
    }

    private void opened(Optional<Snapshot> fresh) {
        if (closed) {
            return;
        }
        working = false;
        dropped = false;
        unlocking.clear();
        state.set(new State.Open());
        fresh.ifPresentOrElse(another, desk::reload);
    }

    private void refused(Exception why) {
        if (closed) {
            return;
        }
        working = false;
        dropped = workspace.locked();
        unlocking.refused(why);
        if (state.get() instanceof State.Unlocking(Why before)) {
            state.set(new State.Locked(before));
        }
        goOn();
    }
}
