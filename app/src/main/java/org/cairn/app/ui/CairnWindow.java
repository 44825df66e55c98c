package org.cairn.app.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.desk.RecordedWorkplaces;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.ui.start.StartView;
import org.cairn.app.ui.start.StartViewModel;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.app.workspace.WorkspaceException;

/// The window: shows the first screen, then the open workspace. Confined to JavaFX's thread, but for [#launch].
public final class CairnWindow {
    private static final System.Logger LOGGER = System.getLogger(CairnWindow.class.getName());
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1040;
    private static final double LOWEST = 640;

    private final Stage stage;
    private final Workplaces workplaces;
    private final Library library;
    private final Threads threads;
    private final StartViewModel.SystemTime time;
    private final Settings settings;
    private final Chooser chooser;
    private final Theme theme;
    private final StackPane root = new StackPane();
    private Optional<OpenWorkspace> open = Optional.empty();
    private Optional<Screens> screens = Optional.empty();

    CairnWindow(Stage stage, Outside outside, Threads threads) {
        this.stage = stage;
        this.workplaces = outside.workplaces();
        this.library = outside.library();
        this.threads = threads;
        this.time = new StartViewModel.SystemTime(outside.clock(), outside.zone());
        this.settings = new Settings(outside.settings());
        this.chooser = outside.chooser();
        this.theme = new Theme(settings);
    }

    /// What the window needs from outside.
    /// @param settings folder in which the window remembers what it needs to
    record Outside(
            Workplaces workplaces, Library library, InstantSource clock, ZoneId zone, Path settings, Chooser chooser) {}

    /// Opens the window and returns when it was closed. Call once in a process, from any thread but JavaFX's.
    /// @param zone      the zone of the person at the screen
    /// @param settings  folder in which the window remembers where workspaces lie, e.g. `~/.config/cairn`
    /// @param workspace to unlock at once; empty lets the person choose
    public static void launch(WorkspaceEnvironment environment, ZoneId zone, Path settings, Optional<Path> workspace)
            throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        RecordedWorkplaces workplaces = new RecordedWorkplaces(environment);
        Library library = new Library(
                environment.knowledge().library().catalogue(),
                environment.knowledge().checks());
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            Platform.startup(() -> {
                Stage stage = new Stage();
                Outside outside =
                        new Outside(workplaces, library, environment.clock(), zone, settings, new FileDialogs(stage));
                new CairnWindow(stage, outside, new Threads(background, Platform::runLater)).show(workspace);
                stage.setOnHidden(_ -> closed.countDown());
            });
            await(closed);
        }
    }

    /// JavaFX is ended only if it started: ending it after a failed start would wait for ever.
    private static void await(CountDownLatch closed) throws InterruptedException {
        try {
            closed.await();
        } finally {
            Platform.exit();
        }
    }

    void show(Optional<Path> workspace) {
        Fonts.load();
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle(Texts.beside(CairnWindow.class).text("title"));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        stage.setOnCloseRequest(_ -> leave());
        showStart(workspace);
        stage.show();
    }

    private void showStart(Optional<Path> workspace) {
        StartViewModel model = new StartViewModel(
                workplaces, settings, library.catalogue().frameworks(), threads, time, this::showWorkspace);
        show(new StartView(model, chooser).root());
        workspace.ifPresent(model::choose);
    }

    private void showWorkspace(StartViewModel.Opened opened) {
        open = Optional.of(opened.workspace());
        Desk desk = new Desk(opened.workspace(), opened.first(), threads, time.clock(), time.zone());
        Screens shown = new Screens(desk, library, workplaces, chooser, theme, this::leaveToStart);
        screens = Optional.of(shown);
        show(shown.root());
        stage.setTitle(Texts.beside(CairnWindow.class)
                .text("title.open", opened.first().about().organisation()));
    }

    private void show(Parent screen) {
        root.getChildren().setAll(screen);
    }

    private void leaveToStart() {
        leave();
        stage.setTitle(Texts.beside(CairnWindow.class).text("title"));
        showStart(Optional.empty());
    }

    /// Closes the workspace in the background; what was recorded is on disk already.
    private void leave() {
        screens.ifPresent(Screens::close);
        screens = Optional.empty();
        open.ifPresent(workspace -> threads.background().execute(() -> close(workspace)));
        open = Optional.empty();
    }

    private static void close(OpenWorkspace workspace) {
        try {
            workspace.close();
        } catch (WorkspaceException e) {
            Problem why = Problem.of(e, Texts.beside(Texts.class));
            LOGGER.log(System.Logger.Level.WARNING, "closing the workspace: {0} {1}", why.code(), why.words());
        }
    }
}
