package org.cairn.app.ui.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Given;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.ui.unlock.UnlockViewModel;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Framework;

/// Leads to an open workspace: an old one by its passphrase, or a new one. Confined to the UI executor.
public final class StartViewModel {
    public sealed interface State {
        record Choosing() implements State {}

        record Unlocking(Path folder) implements State {}

        record Founding() implements State {}

        record Working(String what) implements State {}

        /// Shown once, after founding.
        record ShowingRecoveryCode(String code) implements State {}
    }

    /// A workspace, ready to be shown.
    /// @param place where it opens
    public record Opened(OpenWorkspace workspace, Snapshot first, Place place) {}

    private final Workplaces workplaces;
    private final Recents recents;
    private final Threads threads;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Consumer<Opened> opened;
    private final Texts texts = Texts.beside(StartViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final FoundingViewModel founding;
    private final UnlockViewModel unlocking = new UnlockViewModel();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Choosing());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Opened> ready = Optional.empty();

    public StartViewModel(
            Workplaces workplaces,
            Recents recents,
            List<Framework> library,
            Threads threads,
            SystemTime time,
            Consumer<Opened> opened) {
        this.workplaces = workplaces;
        this.recents = recents;
        this.threads = threads;
        this.clock = time.clock();
        this.zone = time.zone();
        this.opened = opened;
        this.founding = new FoundingViewModel(texts, library);
    }

    /// @param zone the zone of the person at the screen
    public record SystemTime(InstantSource clock, ZoneId zone) {}

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What went wrong with founding.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What is typed to open a workspace that is there already.
    public UnlockViewModel unlocking() {
        return unlocking;
    }

    public FoundingViewModel founding() {
        return founding;
    }

    public List<Path> recents() {
        return recents.newestFirst();
    }

    public void choose(Path folder) {
        problem.set(Optional.empty());
        unlocking.clear();
        state.set(new State.Unlocking(folder));
    }

    public void startFounding() {
        problem.set(Optional.empty());
        state.set(new State.Founding());
    }

    public void back() {
        problem.set(Optional.empty());
        unlocking.clear();
        founding.forgetPassphrase();
        state.set(new State.Choosing());
    }

    public void unlock() {
        if (!(state.get() instanceof State.Unlocking(Path folder))) {
            return;
        }
        unlocking.given().ifPresent(given -> unlock(folder, given));
    }

    private void unlock(Path folder, Given given) {
        begin("working.opening");
        threads.background().execute(() -> {
            try {
                OpenWorkspace workspace = workplaces.open(folder, given);
                threads.ui().execute(() -> begin("working.judging"));
                Opened result = opened(workspace, folder);
                threads.ui().execute(() -> finish(result));
            } catch (WorkspaceException | RuntimeException e) {
                threads.ui().execute(() -> refused(folder, e));
            } finally {
                given.wipe();
            }
        });
    }

    private void refused(Path folder, Exception why) {
        state.set(new State.Unlocking(folder));
        unlocking.refused(why);
    }

    public void found() {
        if (!founding.complete()) {
            return;
        }
        char[] typed = founding.passphrase().get().toCharArray();
        Path folder = founding.path();
        Founding decided = founding.founding();
        begin("working.founding");
        threads.background()
                .execute(() -> attempt(() -> {
                    try {
                        Workplaces.Founded founded = workplaces.found(folder, decided, typed);
                        Opened result = opened(founded.workspace(), folder);
                        threads.ui().execute(() -> showRecoveryCode(result, founded.recoveryCode()));
                    } finally {
                        Arrays.fill(typed, '\0');
                    }
                }));
    }

    /// Makes a sample below a folder, and opens it.
    public void lookAround(Path below) {
        begin("working.sample");
        threads.background().execute(() -> {
            try {
                Path folder = free(below);
                Opened result = opened(workplaces.foundSample(folder), folder);
                threads.ui().execute(() -> finish(result));
            } catch (WorkspaceException | RuntimeException e) {
                Problem why = Problem.of(e, kit);
                threads.ui().execute(() -> {
                    problem.set(Optional.of(why));
                    state.set(new State.Choosing());
                });
            }
        });
    }

    private static Path free(Path below) {
        Path folder = below.resolve("cairn-sample");
        for (int number = 2; Files.exists(folder); number++) {
            folder = below.resolve("cairn-sample-" + number);
        }
        return folder;
    }

    private void begin(String key) {
        problem.set(Optional.empty());
        state.set(new State.Working(texts.text(key)));
    }

    private interface Attempt {
        void run() throws WorkspaceException;
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (WorkspaceException e) {
            Problem why = Problem.of(e, kit);
            threads.ui().execute(() -> fail(why, Optional.of(e.kind())));
        } catch (RuntimeException e) {
            Problem why = Problem.of(e, kit);
            threads.ui().execute(() -> fail(why, Optional.empty()));
        }
    }

    private Opened opened(OpenWorkspace workspace, Path folder) throws WorkspaceException {
        Snapshot first = Desk.read(workspace, LookedAt.NOW, clock.instant(), zone);
        recents.opened(folder);
        return new Opened(workspace, first, new Place.PosturePage());
    }

    private void fail(Problem why, Optional<WorkspaceException.Kind> kind) {
        state.set(new State.Founding());
        if (kind.equals(Optional.of(WorkspaceException.Kind.FOLDER_NOT_EMPTY))) {
            founding.refused(Field.FOLDER, why.words());
        } else {
            problem.set(Optional.of(why));
        }
    }

    private void showRecoveryCode(Opened result, Optional<String> code) {
        founding.forgetPassphrase();
        ready = Optional.of(result);
        code.ifPresentOrElse(shown -> state.set(new State.ShowingRecoveryCode(shown)), this::recoveryCodeKept);
    }

    /// The recovery code is written down: on to the workspace.
    public void recoveryCodeKept() {
        ready.ifPresent(this::finish);
    }

    /// The same, and first to what applies to the organisation.
    public void recoveryCodeKeptAndScopeFirst() {
        ready.ifPresent(result -> finish(new Opened(result.workspace(), result.first(), new Place.ScopeWalk())));
    }

    private void finish(Opened result) {
        unlocking.clear();
        ready = Optional.empty();
        opened.accept(result);
    }
}
