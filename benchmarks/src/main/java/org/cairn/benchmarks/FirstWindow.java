package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Time from starting the process to a window that the X server shows. Both sides run with the same options of the JVM.
record FirstWindow(Path root) {
    private static final int RUNS = 5;
    private static final int LIMIT_SECONDS = 60;
    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx1g",
            "-Dprism.order=sw",
            "--enable-native-access=ALL-UNNAMED");

    List<Comparison> compare() throws Exception {
        if (System.getenv("DISPLAY") == null || !WholeProcess.available("xwininfo")) {
            throw new IOException("needs a display and xwininfo (package 'x11-utils'): run it under xvfb-run");
        }
        Timing timing = Timing.inTurns(
                RUNS,
                () -> untilShown("org.cairn.app.Main", "Cairn"),
                () -> untilShown(EmptyWindow.Start.class.getName(), EmptyWindow.TITLE));
        return List.of(new Comparison(
                "start to first window",
                "s",
                timing.oursSeconds(),
                "an empty JavaFX window, same JVM options",
                timing.theirsSeconds(),
                Comparison.Better.LESS,
                "software rendering under Xvfb, class path, no AOT cache"));
    }

    private Boolean untilShown(String mainClass, String title) throws Exception {
        WholeProcess program = new WholeProcess(root, Map.of());
        Path output = Files.createTempFile("cairn-window", ".out");
        List<String> command = new ArrayList<>(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        Process process = program.start(output, command);
        try {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            while (!shown(title)) {
                if (!process.isAlive() || System.nanoTime() > limit) {
                    throw new IOException(mainClass + " showed no window: " + Files.readString(output));
                }
            }
            return true;
        } finally {
            process.destroy();
            process.waitFor();
            Files.delete(output);
        }
    }

    /// The tree lists `"title": ("class" …)` with the geometry of each mapped or unmapped window; one of 1x1 is not
    /// shown yet.
    private boolean shown(String title) throws IOException, InterruptedException {
        String tree = new WholeProcess(root, Map.of()).run("xwininfo", "-root", "-tree");
        return tree.lines().anyMatch(line -> line.contains("\"" + title) && !line.contains(" 1x1+"));
    }
}
