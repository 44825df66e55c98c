package org.cairn.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Other programs, started as a person would start them.
public record WholeProcess(Path folder, Map<String, String> environment) {
    public WholeProcess {
        environment = Map.copyOf(environment);
    }

    private static final int LIMIT_MINUTES = 30;

    /// Runs to the end.
    /// @return what it printed
    /// @throws IOException if it cannot be started or does not end in time, or ends with another code than 0
    public String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("cairn-benchmark", ".out");
        try {
            Process process = start(output, List.of(command));
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " did not end in " + LIMIT_MINUTES + " minutes");
            }
            String printed = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(
                        String.join(" ", command) + " ended with " + process.exitValue() + ": " + printed);
            }
            return printed;
        } finally {
            Files.delete(output);
        }
    }

    /// Starts in the background; the caller ends it.
    public Process start(Path output, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    public static boolean available(String tool) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }
}
