package org.cairn.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.app.workspace.WorkspaceFixture;
import org.cairn.collectors.host.Collector;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Runs commands in this process and keeps what they print.
final class CommandFixture {
    /// @param exit the process's exit code
    record Result(int exit, String out, String err) {
        JsonObject json() throws MalformedJson {
            return Json.parseObject(Bytes.utf8(out.strip()));
        }
    }

    final WorkspaceFixture workspace;
    private final WorkspaceEnvironment environment;

    CommandFixture(Path temporary, Collector... collectors) {
        workspace = new WorkspaceFixture(temporary);
        environment = workspace.environment(collectors);
    }

    CommandFixture(Path temporary, WorkspaceEnvironment environment) {
        workspace = new WorkspaceFixture(temporary);
        this.environment = environment;
    }

    /// With the right passphrase in the environment, and nobody to ask.
    Result run(String... arguments) {
        return runWith(
                Map.of(PassphraseSource.VARIABLE, WorkspaceFixture.PASSPHRASE), _ -> Optional.empty(), arguments);
    }

    Result runWith(Map<String, String> variables, Terminal.Prompt prompt, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Result result = run(out, variables, prompt, arguments);
        return new Result(result.exit, out.toString(StandardCharsets.UTF_8), result.err);
    }

    /// With its answer written to `out`; the result's is empty.
    Result runTo(OutputStream out, String... arguments) {
        return run(
                out, Map.of(PassphraseSource.VARIABLE, WorkspaceFixture.PASSPHRASE), _ -> Optional.empty(), arguments);
    }

    private Result run(OutputStream out, Map<String, String> variables, Terminal.Prompt prompt, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables,
                prompt);
        int exit = CommandLineRun.run(new CommandContext(terminal, environment), arguments);
        return new Result(exit, "", err.toString(StandardCharsets.UTF_8));
    }

    String folder() {
        return workspace.folder.toString();
    }
}
