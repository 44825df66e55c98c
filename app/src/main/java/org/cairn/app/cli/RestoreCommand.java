package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.RestoreResult;
import org.cairn.app.workspace.RollbackAlarm;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        description = "Makes a workspace from a backup and its archive of keys, and verifies it before it is there.",
        footer = "Exit 0: restored. 1: restored, and a newer or another history of this log is known. 2: refused.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "The archive of `cairn backup --out`, or its folder.")
    private Path from = Path.of("");

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "The archive of `cairn backup --keys-out`, or its folder.")
    private Path keys = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Empty or absent.")
    private Path to = Path.of("");

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        RestoreResult result = Workspace.restore(from, keys, to, context.environment());
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(result));
            case TABLE, CSV -> print(result);
        }
        return result.alarms().isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(RestoreResult result) {
        VerificationTexts.printTo(
                context.terminal().out(),
                result.verification(),
                context.environment().clock().instant());
        context.terminal()
                .out()
                .println("restored to " + Table.printable(to.toString()) + "; payloads erased before: "
                        + result.erased() + ", keys without a payload left out: " + result.droppedKeys());
        result.alarms().forEach(alarm -> context.terminal().say("ALARM: " + alarm.words()));
    }

    private Json json(RestoreResult result) {
        return Json.object()
                .with("folder", JsonOutput.text(to.toString()))
                .with("verdict", VerificationTexts.word(result.verification().verdict()))
                .with("checked", JsonOutput.texts(result.verification().checked()))
                .with("erased", result.erased())
                .with("droppedKeys", result.droppedKeys())
                .with(
                        "alarms",
                        JsonOutput.texts(result.alarms().stream()
                                .map(RollbackAlarm::words)
                                .toList()))
                .build();
    }
}
