package org.cairn.app.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.cairn.app.ui.auditor.AuditorView;
import org.cairn.app.ui.auditor.AuditorViewModel;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.desk.RecordedWorkplaces;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.ui.lock.Ticker;
import org.cairn.app.ui.start.StartView;
import org.cairn.app.ui.start.StartViewModel;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.frameworks.Language;
import org.kordamp.ikonli.feather.Feather;

/// The window: shows the first screen, then the open workspace. Confined to JavaFX's thread, but for [#launch].
public final class CairnWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1040;
    private static final double LOWEST = 640;

    /// Not that the mouse entered or left something: that also happens when something moves below it.
    private static final Set<EventType<? extends InputEvent>> SOMEBODY = Set.of(
            KeyEvent.KEY_PRESSED,
            MouseEvent.MOUSE_MOVED,
            MouseEvent.MOUSE_DRAGGED,
            MouseEvent.MOUSE_PRESSED,
            ScrollEvent.SCROLL,
            TouchEvent.TOUCH_PRESSED);

    private final Stage stage;
    /// As it was before a language was chosen here.
    private final Locale system = Locale.getDefault();

    private final Outside outside;
    private final Kept kept;
    private final Zoom zoom = new Zoom(NARROWEST, LOWEST);
    private final StackPane root = new StackPane(zoom);
    private Optional<Sitting> sitting = Optional.empty();
    private Optional<Auditing> auditing = Optional.empty();

    CairnWindow(Stage stage, Outside outside, Threads threads) {
        this.stage = stage;
        this.outside = outside;
        Settings settings = new Settings(outside.settings(), system, threads.background());
        speak(settings.language().get());
        settings.language().subscribe((_, chosen) -> changeTo(chosen));
        this.kept = new Kept(settings, new Theme(settings), threads);
    }

    /// What the window needs from outside.
    /// @param settings folder in which the window remembers what it needs to
    record Outside(Workplaces workplaces, Library library, Time time, Path settings, Chooser chooser) {}

    /// @param zone the zone of the person at the screen
    record Time(InstantSource clock, ZoneId zone, Ticker ticker) {}

    /// What stays from one workspace to the next.
    record Kept(Settings settings, Theme theme, Threads threads) {}

    /// Opens the window and returns when it was closed. Call once in a process, from any thread but JavaFX's.
    /// @param zone      the zone of the person at the screen
    /// @param settings  folder in which the window remembers where workspaces lie, e.g. `~/.config/cairn`
    /// @param workspace to unlock at once; empty lets the person choose
    public static void launch(WorkspaceEnvironment environment, ZoneId zone, Path settings, Optional<Path> workspace)
            throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        RecordedWorkplaces workplaces = new RecordedWorkplaces(environment);
        Library library = new Library(
                environment.knowledge().library(), environment.knowledge().checks());
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            Platform.startup(() -> {
                Stage stage = new Stage();
                Time time = new Time(environment.clock(), zone, new FxTicker());
                Outside outside = new Outside(workplaces, library, time, settings, new FileDialogs(stage));
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
        kept.theme().dress(scene);
        scene.addEventFilter(InputEvent.ANY, this::touched);
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> TextSizeKeys.pressed(event, kept.theme().textSize()));
        kept.theme().textSize().subscribe(size -> zoom.to(size.factor()));
        stage.setScene(scene);
        stage.setTitle(Texts.beside(CairnWindow.class).text("title"));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        stage.setOnCloseRequest(_ -> leave());
        showStart(workspace);
        stage.show();
    }

    /// The process has one window; its controls of JavaFX, such as calendars, follow the locale too. The region stays
    /// the
    /// system's: it says with which day a week begins.
    private void speak(Language language) {
        Locale.setDefault(new Locale.Builder()
                .setRegion(system.getCountry())
                .setLanguage(Texts.keyOf(language))
                .build());
    }

    private void changeTo(Language language) {
        speak(language);
        if (sitting.isPresent()) {
            sitting.get().again();
        } else if (auditing.isPresent()) {
            auditing.get().view().close();
            showAuditor(auditing.get().model().again());
        } else {
            showStart(Optional.empty());
        }
    }

    private void showStart(Optional<Path> workspace) {
        StartViewModel model = new StartViewModel(
                outside.workplaces(),
                kept.settings(),
                outside.library().catalogue().frameworks(),
                kept.threads(),
                new StartViewModel.SystemTime(
                        outside.time().clock(), outside.time().zone()),
                opened -> showWorkspace(opened.workspace(), opened.first(), opened.place()));
        show(new StartView(model, outside.chooser(), kept.settings().language(), this::audit).root());
        workspace.ifPresent(model::choose);
    }

    /// An auditor and the page that shows a pack.
    private record Auditing(AuditorViewModel model, AuditorView view) {}

    private void audit(Path pack) {
        AuditorViewModel model = new AuditorViewModel(new AuditorViewModel.Around(
                outside.workplaces(),
                outside.library(),
                kept.threads(),
                new StartViewModel.SystemTime(
                        outside.time().clock(), outside.time().zone()),
                kept.settings().auditorKeys()));
        showAuditor(model);
        model.open(pack);
    }

    private void showAuditor(AuditorViewModel model) {
        AuditorView view = new AuditorView(
                model,
                outside.chooser(),
                new AuditorView.OfTheWindow(kept.theme(), kept.settings().language(), this::leaveAuditor));
        auditing = Optional.of(new Auditing(model, view));
        stage.setTitle(Texts.beside(CairnWindow.class).text("title.audit"));
        show(view.root());
    }

    private void leaveAuditor() {
        auditing.ifPresent(each -> each.view().close());
        auditing = Optional.empty();
        stage.setTitle(Texts.beside(CairnWindow.class).text("title"));
        showStart(Optional.empty());
    }

    private void showWorkspace(OpenWorkspace workspace, Snapshot first, Place place) {
        sitting.ifPresent(Sitting::end);
        Sitting.Around around = new Sitting.Around(
                outside,
                kept,
                this::show,
                this::leaveToStart,
                fresh -> showWorkspace(workspace, fresh, new Place.PosturePage()));
        Sitting begun = new Sitting(workspace, first, around);
        sitting = Optional.of(begun);
        begun.go(place);
        stage.setTitle(
                Texts.beside(CairnWindow.class).text("title.open", first.about().organisation()));
    }

    private void show(Parent screen) {
        Texts texts = Texts.beside(CairnWindow.class);
        zoom.name(texts.text("zoom.across"), texts.text("zoom.down"));
        zoom.show(screen);
    }

    /// Somebody is there. What comes when nobody was for too long goes nowhere: the workspace is locked first.
    private void touched(InputEvent event) {
        if (SOMEBODY.contains(event.getEventType())
                && sitting.isPresent()
                && sitting.get().touched()) {
            event.consume();
        }
    }

    /// The first screen offers the workspace that is being closed, so it comes only once that is done: opened again
    /// before, it would be refused as in use.
    private void leaveToStart(Runnable closing) {
        sitting = Optional.empty();
        Texts texts = Texts.beside(CairnWindow.class);
        stage.setTitle(texts.text("title"));
        show(Parts.emptyState(Feather.LOG_OUT, texts.text("closing"), texts.text("closing.what")));
        Threads threads = kept.threads();
        threads.background().execute(() -> {
            try {
                closing.run();
            } finally {
                threads.ui().execute(() -> showStart(Optional.empty()));
            }
        });
    }

    private void leave() {
        sitting.ifPresent(Sitting::close);
        sitting = Optional.empty();
        auditing.ifPresent(each -> each.view().close());
        auditing = Optional.empty();
        kept.theme().close();
    }
}
