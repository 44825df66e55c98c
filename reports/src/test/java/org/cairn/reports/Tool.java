package org.cairn.reports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A tool that an auditor would use, run as they would. A test whose tool is missing is skipped and says so.
public record Tool(int exitCode, String output) {
    private static final long TIME_LIMIT_SECONDS = 120;

    public static Tool run(Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(
                List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(command[0]))),
                command[0] + " is not installed");
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " did not end");
        }
        return new Tool(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    }
}
