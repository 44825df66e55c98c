package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.frame.Session;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.lock.IdleLimit;
import org.cairn.app.ui.lock.IdleWatch;
import org.cairn.app.ui.lock.LockView;
import org.cairn.app.ui.lock.LockViewModel;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.frameworks.Language;

/// One open workspace, from opening to closing: its screens, or the lock in their place. Confined to JavaFX's thread.
final class Sitting implements Session {
    private static final System.Logger LOGGER = System.getLogger(Sitting.class.getName());

    private final OpenWorkspace workspace;
    private final Around around;
    private final Desk desk;
    private final Screens screens;
    private final LockViewModel lock;
    private final LockView lockView;
    private final IdleWatch watch;
    private final Subscription ticking;
    private Optional<Node> focused = Optional.empty();

    /// What stays when a workspace is closed.
    /// @param show  puts something into the window
    /// @param leave closes this, and shows the first screen again once that is done
    /// @param again begins another sitting with the same workspace, for another person
    record Around(
            CairnWindow.Outside outside,
            CairnWindow.Kept kept,
            Consumer<Parent> show,
            Consumer<Runnable> leave,
            Consumer<Snapshot> again) {}

    Sitting(OpenWorkspace workspace, Snapshot first, Around around) {
        this.workspace = workspace;
        this.around = around;
        CairnWindow.Outside outside = around.outside();
        CairnWindow.Time time = outside.time();
        desk = new Desk(workspace, first, around.kept().threads(), time.clock(), time.zone());
        lock = new LockViewModel(desk, around.again());
        lockView = new LockView(lock, outside.chooser(), this::leave);
        screens = new Screens(desk, outside.library(), outside.workplaces(), outside.chooser(), around.kept(), this);
        watch = new IdleWatch(time.clock(), idleLimit(), () -> lock.lock(LockViewModel.Why.IDLE));
        ticking = time.ticker().start(watch::look);
        lock.state().subscribe(this::show);
    }

    private void show(LockViewModel.State state) {
        switch (state) {
            case LockViewModel.State.Open _ -> {
                around.show().accept(screens.root());
                focused.ifPresent(Node::requestFocus);
            }
            case LockViewModel.State.Locked _ -> {
                if (screens.root().getScene() != null) {
                    focused = Optional.ofNullable(screens.root().getScene()).map(Scene::getFocusOwner);
                }
                closePopups();
                around.show().accept(lockView.root());
            }
            case LockViewModel.State.Unlocking _ -> {}
        }
    }

    void go(Place place) {
        screens.go(place);
    }

    /// Calendars, lists and tool tips are windows of their own, which the lock does not cover.
    private static void closePopups() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        windows.stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
    }

    /// A key or the mouse.
    /// @return whether it came too late, and the workspace is locked
    boolean touched() {
        return watch.touched();
    }

    @Override
    public void lock() {
        lock.lock(LockViewModel.Why.ASKED);
    }

    @Override
    public ObjectProperty<Language> language() {
        return around.kept().settings().language();
    }

    @Override
    public boolean nothingPending() {
        return !screens.unsaved() && !desk.busy().get();
    }

    /// Begins again with what is shown now, so that every word is made anew.
    void again() {
        around.again().accept(desk.now());
    }

    @Override
    public ObjectProperty<IdleLimit> idleLimit() {
        return around.kept().settings().idleLimit();
    }

    @Override
    public void leave() {
        end();
        around.leave().accept(this::closeWorkspace);
    }

    /// Leaves the workspace open, for another sitting.
    void end() {
        ticking.unsubscribe();
        lock.close();
        screens.close();
    }

    /// Closes the workspace in the background; what was recorded is on disk already.
    void close() {
        end();
        around.kept().threads().background().execute(this::closeWorkspace);
    }

    private void closeWorkspace() {
        try {
            workspace.close();
        } catch (WorkspaceException e) {
            Problem why = Problem.of(e, Texts.beside(Texts.class));
            LOGGER.log(System.Logger.Level.WARNING, "closing the workspace: {0} {1}", why.code(), why.words());
        }
    }
}
