package org.cairn.benchmarks.lists;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.cairn.benchmarks.lists.Figures.Row;

/// What somebody at the screen can do. Called from any thread but JavaFX's.
final class Screen {
    private static final long LONGEST_MINUTES = 2;

    private final Watch watch;

    Screen(Watch watch) {
        this.watch = watch;
    }

    static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    /// The node with that id, if it is shown.
    static Optional<Node> find(String id) {
        return Picture.shown(scene().getRoot(), Node.class).stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst();
    }

    static Node node(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("nothing is shown with the id " + id));
    }

    /// What JavaFX's thread says.
    /// @throws IllegalStateException where it says nothing for minutes, or refuses
    <T> T ask(Supplier<T> question) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(question, Platform::runLater).get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window's thread does not answer", e);
        }
    }

    void until(String id) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (!ask(() -> find(id).isPresent())) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("nothing is shown with the id " + id);
            }
            Thread.sleep(10);
        }
    }

    void press(String id) throws InterruptedException {
        watch.onWindow(() -> fire(id));
    }

    void settle() throws InterruptedException {
        watch.settle();
    }

    /// Waits for one frame.
    void frame() throws InterruptedException {
        watch.onWindow(() -> {});
        Thread.sleep(20);
    }

    void type(String id, String words) throws InterruptedException {
        watch.onWindow(() -> ((TextInputControl) node(id)).setText(words));
    }

    static void fire(String id) {
        ((ButtonBase) node(id)).fire();
    }

    /// A character, where the focus is or at `target`.
    static void typed(Node target, String character) {
        Event.fireEvent(
                target, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    static void pressed(Node target, KeyCode code, boolean control) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    /// Measures an action, after the mouse moved: a window that nobody touches locks itself.
    void measure(Row row, Runnable action) throws InterruptedException {
        measure(row, Optional.empty(), action);
    }

    /// As above, where the rows of a list are asked for.
    void measure(Row row, Optional<? extends Node> list, Runnable action) throws InterruptedException {
        watch.onWindow(Screen::moveMouse);
        Figures.print(row, watch.measure(list, action));
    }

    /// As above, whatever is still under way.
    void measureAtOnce(Row row, Runnable action) throws InterruptedException {
        Figures.print(row, watch.measureAtOnce(Optional.empty(), action));
    }

    private static void moveMouse() {
        Event.fireEvent(
                scene().getRoot(),
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        1,
                        1,
                        1,
                        1,
                        javafx.scene.input.MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    <T extends Node> List<T> shown(Class<T> kind) throws InterruptedException {
        return ask(() -> Picture.shown(scene().getRoot(), kind));
    }
}
