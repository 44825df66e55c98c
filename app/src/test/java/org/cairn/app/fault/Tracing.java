package org.cairn.app.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a command in a Java of its own under strace(1).
final class Tracing {
    private Tracing() {}

    /// Whether strace is there and allowed to trace.
    static boolean works() throws InterruptedException {
        return FaultForms.succeeds("strace", "-qq", "-o", "/dev/null", "true");
    }

    /// @param options of strace
    /// @param output  gets what the program says
    static int run(List<String> options, Path output, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq"));
        if (options.stream().noneMatch(option -> option.contains(":signal="))) {
            command.add("--seccomp-bpf"); // much faster, but strace 6.1 then sends a signal at the first call only
        }
        command.addAll(options);
        command.addAll(FaultForms.java(CommandProgram.class, arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }
}
