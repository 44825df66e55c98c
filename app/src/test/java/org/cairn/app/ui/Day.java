package org.cairn.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.ledger.key.Passphrase;
import org.testfx.util.WaitForAsyncUtils;

/// One person's day at the window, with keys and clicks as the screen gets them, and a picture of the screen at each
/// station: `target/paths/PERSON/COLOURS-LANGUAGE/NN-station.png`.
final class Day implements AutoCloseable {
    private static final Path PATHS = Path.of("target", "paths");
    private static final int WHEEL_TURNS = 60;

    final Driver window;
    private final Path pictures;
    private int stations;

    private Day(Driver window, Path pictures) {
        this.window = window;
        this.pictures = pictures;
    }

    static Day begin(String person, Manner manner, Path folder) throws Exception {
        manner.settle(folder);
        return new Day(Driver.open(folder), PATHS.resolve(person).resolve(manner.folder()));
    }

    /// Goes on in another window, after a night or a fall.
    Day goOn(Path folder) throws Exception {
        Day next = new Day(Driver.open(folder), pictures);
        next.stations = stations;
        return next;
    }

    /// Takes a picture of the whole screen, with menus and everything else that lies above the window.
    void station(String what) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Image screen = window.robot.capture(new Rectangle2D(0, 0, 1280, 800)).getImage();
        Files.createDirectories(pictures);
        Path file = pictures.resolve(String.format(Locale.ROOT, "%02d-%s.png", ++stations, what));
        ImageIO.write(SwingFXUtils.fromFXImage(screen, null), "png", file.toFile());
    }

    /// Turns the wheel until it is in sight, and clicks it.
    void click(String id) throws Exception {
        window.untilShown(id);
        window.until(() -> !window.node(id).isDisabled());
        bring(id);
        window.robot.clickOn(window.node(id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Turns the wheel until it is in sight.
    void bring(String id) throws Exception {
        for (int turn = 0; turn < WHEEL_TURNS; turn++) {
            Optional<Hidden> hidden = window.onWindow(() -> hidden(window.node(id)));
            if (hidden.isEmpty()) {
                return;
            }
            window.robot.moveTo(hidden.get().over());
            window.robot.scroll(2, hidden.get().towards());
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError(id + " does not come in sight by the wheel");
    }

    /// @param over    what has to be scrolled
    /// @param towards where the node lies
    private record Hidden(Point2D over, VerticalDirection towards) {}

    private static Optional<Hidden> hidden(Node node) {
        Bounds at = node.localToScreen(node.getBoundsInLocal());
        double middle = at.getCenterY();
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane) {
                Bounds port = around.localToScreen(around.getBoundsInLocal());
                if (middle < port.getMinY() + 2 || middle > port.getMaxY() - 2) {
                    VerticalDirection towards =
                            middle < port.getMinY() + 2 ? VerticalDirection.UP : VerticalDirection.DOWN;
                    return Optional.of(new Hidden(new Point2D(port.getMinX() + 8, port.getCenterY()), towards));
                }
            }
        }
        return Optional.empty();
    }

    void type(String id, String words) throws Exception {
        click(id);
        write(words);
    }

    void write(String words) {
        window.robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Pressed and let go at once: where the machine is slow, a key that waits for the window would repeat itself.
    void keys(KeyCode... keys) throws Exception {
        for (KeyCode key : keys) {
            together(key);
        }
    }

    void control(KeyCode key) throws Exception {
        together(KeyCode.CONTROL, key);
    }

    void shift(KeyCode key) throws Exception {
        together(KeyCode.SHIFT, key);
    }

    private void together(KeyCode... keys) throws Exception {
        window.onWindow(() -> {
            Robot fingers = new Robot();
            List<KeyCode> down = List.of(keys);
            down.forEach(fingers::keyPress);
            down.reversed().forEach(fingers::keyRelease);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Opens a menu and clicks one of its lines.
    void choose(String menu, String item) throws Exception {
        click(menu);
        window.robot.clickOn("#" + item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    int rows(String table) throws Exception {
        return window.onWindow(() -> window.find(table)
                .map(node -> ((TableView<?>) node).getItems().size())
                .orElse(0));
    }

    /// Through the first form to the recovery code, typed.
    void found() throws Exception {
        click("start-founding");
        type("found-organisation", "Bergbank AG");
        type("found-person", "Anna Berger");
        type("found-passphrase", Driver.PASSPHRASE);
        type("found-passphrase-again", Driver.PASSPHRASE);
        click("found-folder");
        control(KeyCode.A);
        write(window.folder.resolve("bergbank").toString());
        click("found-role-deployer");
        station("founding");
        click("found");
        window.untilShown("recovery-code");
    }

    void unlock() throws Exception {
        window.untilShown("unlock-passphrase");
        type("unlock-passphrase", Driver.PASSPHRASE);
        keys(KeyCode.ENTER);
        window.untilShown("frame");
    }

    /// What is in the ledger now; the window has to have left it.
    <T> T recorded(Question<T> question) throws Exception {
        return recordedBy(Driver.PASSPHRASE, question);
    }

    /// The same for the person whose words these are.
    <T> T recordedBy(String words, Question<T> question) throws Exception {
        try (Passphrase passphrase = Passphrase.of(words.toCharArray());
                Workspace bank = Workspace.open(
                        window.folder.resolve("bergbank"), passphrase, Access.WRITE, window.environment(List.of()))) {
            return question.of(bank);
        }
    }

    interface Question<T> {
        T of(Workspace workspace) throws Exception;
    }

    @Override
    public void close() {
        window.close();
    }
}
