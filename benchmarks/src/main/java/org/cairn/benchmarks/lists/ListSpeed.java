package org.cairn.benchmarks.lists;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.benchmarks.Under;
import org.cairn.benchmarks.WholeProcess;
import org.cairn.benchmarks.workspace.MakeWorkspace;

/// The window on a large workspace, page by page and list by list, beside the same window on a nearly empty one and a
/// bare table of JavaFX; each in a process of its own. Whatever hangs, the rows measured before it stand.
/// @param folder       where the workspaces are kept from one run to the next
/// @param given        the large workspace, where there is one already
/// @param requirements of frameworks that the organisation brought
/// @param visits       how often each page is visited after the first time
public record ListSpeed(Path root, Path folder, Optional<Path> given, int requirements, long entries, int visits) {
    private static final long FEW_ENTRIES = 100;
    private static final Duration LONGEST = Duration.ofMinutes(9);
    /// As the `cairn` command has them for the window.
    private static final List<String> OPTIONS =
            List.of("-XX:+UseG1GC", "-Xms48m", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED");

    /// Prints a table, a row for each action on each page as soon as the page was gone through, then what was measured
    /// once, and the sum.
    public void print() throws Exception {
        if (System.getenv("DISPLAY") == null) {
            throw new IOException("needs a display: run it under xvfb-run");
        }
        Path large = given.isPresent() ? given.get().toAbsolutePath() : workspace(requirements, entries);
        Path small = workspace(0, FEW_ENTRIES);
        Figures bare = Under.way(
                "bare table",
                () -> run(new ListTable(), BareLists.class, Long.toString(entries), Integer.toString(visits)));
        Figures empty = Under.way(
                "nearly empty workspace", () -> run(new ListTable(), DriveWindow.class, small.toString(), "0"));
        System.out.printf(
                Locale.ROOT,
                "%nLists of the window: %,d requirements of its own frameworks, %,d entries. Milliseconds from the key"
                        + " or click to the laid-out frame.%n%n",
                requirements,
                entries);
        ListTable table = new ListTable(bare, empty);
        Figures ours = Under.way(
                "large workspace", () -> run(table, DriveWindow.class, large.toString(), Integer.toString(visits)));
        table.end();
        System.out.println();
        System.out.println("| once | large workspace | nearly empty one |");
        System.out.println("| --- | ---: | ---: |");
        ours.facts()
                .forEach((fact, value) -> System.out.println(
                        "| " + fact + " | " + value + " | " + empty.facts().getOrDefault(fact, "") + " |"));
        System.out.println();
        System.out.println(Within.of(ours).words());
    }

    private Path workspace(int ofRequirements, long ofEntries) throws IOException, InterruptedException {
        Path made = folder.resolve("lists-" + ofRequirements + "-" + ofEntries);
        Path complete = folder.resolve(made.getFileName() + ".complete");
        if (!Files.exists(complete)) {
            if (Files.exists(made)) {
                throw new IOException(made + " was not finished: delete it, and run this again");
            }
            Files.createDirectories(folder);
            new WholeProcess(root, Map.of())
                    .run(command(
                                    MakeWorkspace.class,
                                    root.toString(),
                                    made.toString(),
                                    Long.toString(ofEntries),
                                    "--requirements",
                                    Integer.toString(ofRequirements))
                            .toArray(String[]::new));
            Files.createFile(complete);
        }
        return made;
    }

    private List<String> command(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        String heap = new WholeProcess(root, Map.of())
                .run(root.resolve("scripts/window-memory").toString());
        command.add("-Xmx" + heap.strip());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Hands over each line as it comes. A process that takes too long is ended, which is said.
    private Figures run(ListTable table, Class<?> main, String... arguments) throws IOException, InterruptedException {
        File errors = folder.resolve("lists-errors.txt").toFile();
        Process process = new ProcessBuilder(command(main, arguments))
                .directory(root.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectError(errors)
                .start();
        Thread ending = Thread.ofVirtual().start(() -> endLate(process));
        Figures figures = new Figures();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                figures.take(line).ifPresent(row -> table.measured(row, figures));
            }
        }
        int code = process.waitFor();
        ending.interrupt();
        if (code != 0) {
            System.out.println();
            System.out.println(main.getSimpleName() + " did not come to its end (code " + code
                    + "); what it said stands in " + errors);
        }
        return figures;
    }

    private static void endLate(Process process) {
        try {
            Thread.sleep(LONGEST);
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // it ended by itself
        }
    }
}
