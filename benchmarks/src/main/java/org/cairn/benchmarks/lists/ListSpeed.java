package org.cairn.benchmarks.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.benchmarks.Under;
import org.cairn.benchmarks.WholeProcess;
import org.cairn.benchmarks.lists.Figures.Row;
import org.cairn.benchmarks.lists.Watch.Answered;
import org.cairn.benchmarks.workspace.MakeWorkspace;

/// The window on a large workspace, page by page and list by list, beside the same window on a nearly empty one and a
/// bare table of JavaFX; each in a process of its own.
/// @param folder       where the workspaces are kept from one run to the next
/// @param requirements of frameworks that the organisation brought
/// @param visits       how often each page is visited after the first time
public record ListSpeed(Path root, Path folder, int requirements, long entries, int visits) {
    private static final double LIMIT_MILLIS = 200;
    private static final long FEW_ENTRIES = 100;
    /// As the `cairn` command has them.
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx1g", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED");

    /// Prints a table, a row for each action on each page, then what was measured once.
    public void print() throws Exception {
        if (System.getenv("DISPLAY") == null) {
            throw new IOException("needs a display: run it under xvfb-run");
        }
        Path large = workspace(requirements, entries);
        Path small = workspace(0, FEW_ENTRIES);
        String each = Integer.toString(visits);
        Figures bare = Under.way("bare table", () -> run(BareLists.class, Long.toString(entries), each));
        Figures empty = Under.way("nearly empty workspace", () -> run(DriveWindow.class, small.toString(), each));
        Figures ours = Under.way("large workspace", () -> run(DriveWindow.class, large.toString(), each));
        System.out.printf(
                Locale.ROOT,
                "%nLists of the window: %,d requirements of its own frameworks, %,d entries. Milliseconds from the key"
                        + " or click to the laid-out frame from which on everything is there.%n%n",
                requirements,
                entries);
        System.out.println(
                "| page | action | n | first change | everything, p50 | p95 | worst | of it JavaFX's thread |"
                        + " longest without a frame | within 200 ms (p95) | baseline | its p50 | ratio |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: | ---: |");
        ours.rows().forEach((row, values) -> System.out.println(line(row, values, baseline(row, empty, bare))));
        System.out.println();
        System.out.println("| once | large workspace | nearly empty one |");
        System.out.println("| --- | ---: | ---: |");
        ours.facts()
                .forEach((fact, value) -> System.out.println(
                        "| " + fact + " | " + value + " | " + empty.facts().getOrDefault(fact, "") + " |"));
    }

    private Path workspace(int ofRequirements, long ofEntries) throws IOException, InterruptedException {
        Path made = folder.resolve("lists-" + ofRequirements + "-" + ofEntries);
        Path complete = folder.resolve(made.getFileName() + ".complete");
        if (!Files.exists(complete)) {
            if (Files.exists(made)) {
                throw new IOException(made + " was not finished: delete it, and run this again");
            }
            Files.createDirectories(folder);
            run(
                    MakeWorkspace.class,
                    root.toString(),
                    made.toString(),
                    Long.toString(ofEntries),
                    "--requirements",
                    Integer.toString(ofRequirements));
            Files.createFile(complete);
        }
        return made;
    }

    private Figures run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return Figures.read(new WholeProcess(root, Map.of()).run(command.toArray(String[]::new)));
    }

    /// @param name what it is of
    private record Baseline(String name, double millis) {}

    /// For what a list does, the bare table; for a page, the same page of the nearly empty workspace.
    private static Optional<Baseline> baseline(Row row, Figures empty, Figures bare) {
        String what = row.action().substring(row.action().indexOf(": ") + 1).strip();
        List<Answered> same = bare.rows().getOrDefault(new Row(BareLists.PAGE, what), List.of());
        if (row.action().contains(": ") && !same.isEmpty()) {
            return Optional.of(new Baseline(BareLists.PAGE, Figures.quantile(same, Answered::all, 0.5)));
        }
        return Optional.ofNullable(empty.rows().get(row))
                .map(values -> new Baseline("nearly empty", Figures.quantile(values, Answered::all, 0.5)));
    }

    private static String line(Row row, List<Answered> values, Optional<Baseline> baseline) {
        double middle = Figures.quantile(values, Answered::all, 0.5);
        double most = Figures.quantile(values, Answered::all, 0.95);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %s | %s | %s | %s |",
                row.page(),
                row.action(),
                values.size(),
                Figures.quantile(values, Answered::first, 0.5),
                middle,
                most,
                Figures.quantile(values, Answered::all, 1),
                Figures.quantile(values, Answered::busy, 0.5),
                Figures.quantile(values, Answered::stall, 0.95),
                met(values, most),
                baseline.map(Baseline::name).orElse(""),
                baseline.map(each -> String.format(Locale.ROOT, "%.0f", each.millis()))
                        .orElse(""),
                baseline.filter(each -> each.millis() > 0 && middle > 0)
                        .map(each -> String.format(Locale.ROOT, "%.2f", each.millis() / middle))
                        .orElse(""));
    }

    private static String met(List<Answered> values, double most) {
        if (values.stream().anyMatch(each -> !each.ended())) {
            return "no: without an end";
        }
        return most <= LIMIT_MILLIS ? "yes" : "no";
    }
}
