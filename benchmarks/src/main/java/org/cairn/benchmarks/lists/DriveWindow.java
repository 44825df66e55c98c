package org.cairn.benchmarks.lists;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.cairn.app.ui.CairnWindow;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.benchmarks.workspace.MakeWorkspace;
import org.cairn.collectors.Collectors;
import org.cairn.collectors.host.HostReader;

/// Opens the window on a workspace and goes through its pages as a person does: `DriveWindow WORKSPACE VISITS [PAGE
/// …]`; with no visits it opens each page, and nothing on it. Prints what it measured, as it comes ([Figures]).
public final class DriveWindow {
    private static final long LONGEST_START_MILLIS = 120_000;
    private static final int PAGE_CHANGES = 200;
    private static final long LONGEST_CHANGES_MILLIS = 30_000;
    private static final long LONGEST_READING_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 2_000;
    private static final long PREPARING_MILLIS = 12_000;
    private static final double MEBIBYTE = 1 << 20;

    private DriveWindow() {}

    public static void main(String[] arguments) throws Exception {
        Path settings = Files.createTempDirectory("cairn-settings");
        WorkspaceEnvironment environment = new WorkspaceEnvironment(
                Clock.systemUTC(),
                new SecureRandom(),
                HostReader.ofThisMachine(),
                Collectors.all(),
                Knowledge.builtIn(),
                "benchmark");
        long start = System.nanoTime();
        Thread window = Thread.ofPlatform().daemon().start(() -> {
            try {
                CairnWindow.launch(environment, ZoneOffset.UTC, settings, Optional.of(Path.of(arguments[0])));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Screen screen = new Screen(watch());
        screen.until("unlock-passphrase");
        Figures.print("start to the question for the passphrase, ms", millisSince(start));
        screen.type("unlock-passphrase", MakeWorkspace.PASSPHRASE);
        long used = processNanos();
        long unlock = System.nanoTime();
        screen.press("unlock");
        screen.until("page-posture");
        Figures.print("passphrase to the first page, ms", millisSince(unlock));
        Figures.print("processor time of that, ms", millis(processNanos() - used));
        Walk walk = new Walk(screen, Integer.parseInt(arguments[1]));
        walk.atOnce();
        read(unlock);
        walk.go(List.of(arguments).subList(2, arguments.length));
        if (!arguments[1].equals("0")) {
            memory(screen, walk.rail());
        }
        Figures.print("most memory ever held, MiB", mebibytes(peakKibibytes() * 1024));
        close(screen, window);
        System.exit(0);
    }

    /// Somebody looks at the first page until nothing is under way, at most half a minute, and a little longer, while
    /// the
    /// window prepares the others.
    private static void read(long unlock) throws InterruptedException {
        long limit = System.nanoTime() + LONGEST_READING_MILLIS * 1_000_000;
        long before = processNanos();
        Thread.sleep(LOOK_MILLIS);
        long used = processNanos();
        while (used - before > LOOK_MILLIS * 1_000_000 / 2 && System.nanoTime() < limit) {
            before = used;
            Thread.sleep(LOOK_MILLIS);
            used = processNanos();
        }
        Figures.print("passphrase to nothing under way any more, ms", millisSince(unlock));
        Thread.sleep(PREPARING_MILLIS);
    }

    private static long processNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /// As a person does: an index that was not closed is built anew when the workspace is opened again.
    private static void close(Screen screen, Thread window) throws InterruptedException {
        screen.ask(() -> {
            Window shown = Window.getWindows().getFirst();
            shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
            shown.hide();
            return true;
        });
        window.join(LONGEST_START_MILLIS);
    }

    /// Waits for the window, as it opens in its own time.
    private static Watch watch() throws InterruptedException {
        long limit = System.nanoTime() + LONGEST_START_MILLIS * 1_000_000;
        while (Window.getWindows().isEmpty()
                || Window.getWindows().getFirst().getScene() == null
                || !Window.getWindows().getFirst().isShowing()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("no window came");
            }
            Thread.sleep(10);
        }
        Scene scene = Window.getWindows().getFirst().getScene();
        return Watch.of(scene);
    }

    /// What stays after a full collection, before and after many changes of the page.
    private static void memory(Screen screen, List<String> rail) throws Exception {
        double before = heap();
        long limit = System.nanoTime() + LONGEST_CHANGES_MILLIS * 1_000_000;
        int changes = 0;
        while (changes < PAGE_CHANGES && System.nanoTime() < limit) {
            screen.press(rail.get(changes++ % rail.size()));
            screen.frame();
        }
        screen.press(rail.getFirst());
        screen.settle();
        Figures.print("heap in use before changes of the page, MiB", mebibytes(before));
        Figures.print("changes of the page", Integer.toString(changes));
        Figures.print("heap in use after them, MiB", mebibytes(heap()));
    }

    private static double heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// `VmHWM` of proc(5).
    private static double peakKibibytes() throws java.io.IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / MEBIBYTE);
    }

    private static String millisSince(long start) {
        return millis(System.nanoTime() - start);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos / 1e6);
    }
}
