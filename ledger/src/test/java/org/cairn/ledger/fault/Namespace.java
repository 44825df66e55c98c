package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program that sees mounts of its own (unshare(1)), for which nobody needs the rights of root where the kernel
/// allows user namespaces.
final class Namespace {
    private Namespace() {}

    /// Skips the test, with the reason, where this is not allowed.
    static void assumeWorking() throws InterruptedException {
        assumeTrue(
                Program.succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
                "no mount in a namespace of one's own is allowed here (unshare, package util-linux)");
    }

    /// @param script of sh(1): mounts something, then does `exec "$@"`
    /// @param before what the script takes off its arguments first
    static int run(String script, Path output, List<String> program, String... before)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
        command.addAll(List.of(before));
        command.addAll(program);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }
}
