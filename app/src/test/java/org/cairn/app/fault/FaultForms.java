package org.cairn.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How much is tried (`./check` the short form, `./check --long` the long one), and on what.
final class FaultForms {
    private static final boolean LONG = "long".equals(System.getProperty("faults"));

    private FaultForms() {}

    static int count(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }

    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // it is not installed
        }
    }

    static List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// A table of what became of what was tried, in `target/fault-report/`; `./check` prints them.
    static void report(String name, String title, Map<String, ?> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(title));
        rows.forEach((row, value) -> lines.add("  " + row + ": " + value));
        Path folder = Files.createDirectories(Path.of("target/fault-report"));
        Files.write(folder.resolve(name + ".txt"), lines);
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path path : below(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : below(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /// The folder and everything in it, each folder before what it holds.
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
