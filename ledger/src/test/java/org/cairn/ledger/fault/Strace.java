package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs programs of ours under strace(1).
final class Strace {
    private Strace() {}

    /// Skips the test, with the reason, where strace is missing or not allowed.
    static void assumeWorking() throws InterruptedException {
        assumeTrue(
                Program.succeeds("strace", "-qq", "-o", "/dev/null", "true"),
                "strace is not installed, or may not trace here");
    }

    /// @param options of strace
    static int run(List<String> options, Class<?> program, Path output, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq"));
        if (options.stream().noneMatch(option -> option.contains(":signal="))) {
            command.add("--seccomp-bpf"); // much faster, but strace 6.1 then sends a signal at the first call only
        }
        command.addAll(options);
        command.addAll(Program.command(program, arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }
}
