package org.cairn.app.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.RecordedWorkplaces;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Opens the window as a person would see it, with a real workspace in a folder of the test's own.
final class Driver implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Driver.class.getName());
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final long PATIENCE_SECONDS = 120;
    static final String PASSPHRASE = "seven stones on the pass";

    final FxRobot robot = new FxRobot();
    final AnsweringChooser chooser = new AnsweringChooser();
    final SteppingClock clock = new SteppingClock();
    final DrivenTicker ticker = new DrivenTicker();
    final Path folder;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Stage stage;

    private Driver(Path folder, Stage stage) {
        this.folder = folder;
        this.stage = stage;
    }

    static Driver open(Path folder) throws Exception {
        assumeTrue(
                System.getenv("DISPLAY") != null,
                "there is no display; run under xvfb-run -a -s '-screen 0 1600x1000x24 -nolisten tcp'");
        FxToolkit.registerPrimaryStage();
        Stage stage = FxToolkit.registerStage(Stage::new);
        Driver driver = new Driver(folder, stage);
        driver.start();
        return driver;
    }

    private void start() throws Exception {
        Knowledge knowledge = Knowledge.builtIn();
        WorkspaceEnvironment environment = environment(
                List.of(FixedCollector.listeningSockets(), FixedCollector.routes(), FixedCollector.passwordHashes()));
        CairnWindow.Outside outside = new CairnWindow.Outside(
                new RecordedWorkplaces(environment),
                new Library(knowledge.library(), knowledge.checks()),
                new CairnWindow.Time(clock, ZoneOffset.UTC, ticker),
                folder.resolve("settings"),
                chooser);
        onWindow(() -> {
            new CairnWindow(stage, outside, new Threads(this::inBackground, Platform::runLater)).show(Optional.empty());
            size(1280, 800);
            return stage;
        });
    }

    /// In which the same workspaces are opened beside the window, at the same time of day.
    WorkspaceEnvironment environment(List<Collector> collectors) {
        return new WorkspaceEnvironment(
                clock, new SecureRandom(), HostReader.ofThisMachine(), collectors, Knowledge.builtIn(), "0.1.0");
    }

    void size(double width, double height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    <T> T onWindow(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Scene scene() {
        return stage.getScene();
    }

    String title() throws Exception {
        return onWindow(stage::getTitle);
    }

    /// Lets time pass in which nobody is there, and the window notice it.
    void idle(Duration time) throws Exception {
        clock.pass(time);
        onWindow(() -> {
            ticker.tick();
            return true;
        });
    }

    /// Closes the workspace; when this returns, it can be opened again.
    void leave() throws Exception {
        press("leave");
        untilShown("recent-0");
    }

    void lock() {
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until the work of the last step has come back to the window.
    void until(Callable<Boolean> holds) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onWindow(holds));
        } catch (TimeoutException e) {
            screenshot("waited-in-vain");
            throw e;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void untilShown(String id) throws Exception {
        until(() -> find(id).isPresent());
    }

    Optional<Node> find(String id) {
        return scene().getRoot().lookupAll("#" + id).stream()
                .filter(Driver::seen)
                .findFirst();
    }

    private static boolean seen(Node node) {
        return node.getScene() != null && node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    Node node(String id) {
        return find(id).orElseThrow(() -> new AssertionError("nothing is shown with the id " + id));
    }

    String text(String id) {
        return switch (node(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Node other -> throw new AssertionError(other + " has no text");
        };
    }

    TabPane tabs(String id) {
        return (TabPane) node(id);
    }

    boolean select(TabPane tabs, int index) {
        tabs.getSelectionModel().select(index);
        return true;
    }

    /// The first piece of evidence beside the control that is shown.
    String evidenceLink() throws Exception {
        until(() -> scene().getRoot().lookupAll(".link").stream()
                .anyMatch(node -> String.valueOf(node.getId()).startsWith("open-")));
        return onWindow(() -> scene().getRoot().lookupAll(".link").stream()
                .map(Node::getId)
                .filter(id -> String.valueOf(id).startsWith("open-"))
                .findFirst()
                .orElseThrow());
    }

    void press(String id) throws Exception {
        untilShown(id);
        onWindow(() -> {
            switch (node(id)) {
                case CheckBox box -> box.fire();
                case MenuButton _ when id.equals("theme") -> otherLook();
                case ButtonBase button -> button.fire();
                case Node other -> throw new AssertionError(other + " cannot be pressed");
            }
            return id;
        });
        WaitForAsyncUtils.waitForFxEvents();
        untilOpen();
    }

    /// A page that nobody opened before comes in a frame after the one that says so.
    private void untilOpen() throws Exception {
        until(() -> find("opening").isEmpty());
    }

    /// From light to dark and back.
    private void otherLook() {
        boolean dark = ((RadioMenuItem) menu("theme-dark")).isSelected();
        menu(dark ? "theme-light" : "theme-dark").fire();
    }

    void click(String id) throws Exception {
        untilShown(id);
        robot.clickOn("#" + id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String id, String words) throws Exception {
        click(id);
        robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void set(String id, String words) throws Exception {
        untilShown(id);
        onWindow(() -> {
            ((TextInputControl) node(id)).setText(words);
            return id;
        });
    }

    /// Fills the form and founds; comes back when the recovery code is shown.
    void found() throws Exception {
        press("start-founding");
        set("found-organisation", "Bergbank AG");
        set("found-person", "Anna Berger");
        set("found-passphrase", PASSPHRASE);
        set("found-passphrase-again", PASSPHRASE);
        set("found-folder", folder.resolve("bergbank").toString());
        press("found-role-deployer");
        press("found");
        untilShown("recovery-code");
    }

    /// Founds and goes on to the open workspace.
    void enter() throws Exception {
        found();
        press("recovery-kept");
        untilShown("posture");
    }

    /// Days may pass without anybody at the keyboard.
    void neverLock() throws Exception {
        onWindow(() -> {
            ((MenuButton) node("lock-after")).getItems().getFirst().fire();
            return true;
        });
    }

    void openChecklist() throws Exception {
        press("page-checklist");
        untilShown("checklist");
    }

    /// Finds NET-3 without the mouse, as the overlay of keys teaches.
    void chooseNet3() throws Exception {
        click("checklist-tree");
        robot.push(KeyCode.SLASH);
        robot.write("NET-3");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.J);
        until(() -> text("item-where").startsWith("NET-3"));
    }

    /// Runs all collectors and waits for their end.
    void collect() throws Exception {
        press("page-collect");
        until(() -> !node("collect-start").isDisabled());
        press("collect-start");
        until(() ->
                find("collect-summary").isPresent() && !node("collect-start").isDisabled());
    }

    /// Looks at the screen as it is, takes its picture, and names what is missing on it.
    List<String> faults(String screen) throws Exception {
        screenshot(screen + "-light");
        return seen(screen).faults();
    }

    /// What is counted on the screen as it is, its faults beginning with the screen's name.
    SceneWalk.Seen seen(String screen) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        return onWindow(() -> SceneWalk.look(scene())).on(screen);
    }

    /// Draws as on a screen with so many pixels for one.
    void drawAt(double scale) throws Exception {
        onWindow(() -> {
            stage.setRenderScaleX(scale);
            stage.setRenderScaleY(scale);
            scene().getRoot().requestLayout();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Chooses the window's colours by their key.
    void look(String key) throws Exception {
        untilShown("theme");
        onWindow(() -> {
            menu("theme-" + key).fire();
            return key;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private MenuItem menu(String item) {
        return ((MenuButton) node("theme"))
                .getItems().stream()
                        .filter(each -> item.equals(each.getId()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("there is no " + item));
    }

    void screenshot(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = onWindow(() -> {
            if (stage.getRenderScaleX() == 1) {
                return scene().snapshot(null);
            }
            SnapshotParameters larger = new SnapshotParameters();
            larger.setTransform(new Scale(stage.getRenderScaleX(), stage.getRenderScaleY()));
            return scene().getRoot().snapshot(larger, null);
        });
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a window that is being closed still asks for, nobody waits for.
    private void inBackground(Runnable task) {
        try {
            background.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the window was closed", e);
        }
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), () -> {
            stage.getOnCloseRequest().handle(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            stage.close();
        });
        background.close();
    }
}
