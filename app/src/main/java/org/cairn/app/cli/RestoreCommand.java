package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
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
        footer = {
            "Exit 0: restored; where newer entries were seen on this machine, the copy takes nothing until a person",
            "says why to go on with it (cairn rollback). 1: restored, and it is no state that was seen here. 2: refused."
        },
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
        return result.alarms().isEmpty() || result.behind().isPresent() ? ExitCode.DONE : ExitCode.NO;
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
        result.behind()
                .ifPresentOrElse(
                        words -> context.terminal().say(words + ". " + advice()),
                        () -> result.alarms()
                                .forEach(alarm -> context.terminal().say("ALARM: " + alarm.words())));
    }

    private String advice() {
        return "Where the newer workspace is still there, work in that one. To go on with this copy, say why: `cairn"
                + " rollback -w " + Table.printable(to.toString()) + " --acknowledge REASON`; until then it takes"
                + " nothing, and `cairn verify` fails";
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
                        JsonOutput.texts(
                                result.behind().isPresent()
                                        ? List.of()
                                        : result.alarms().stream()
                                                .map(RollbackAlarm::words)
                                                .toList()))
                .with("behind", JsonOutput.text(result.behind()))
                .build();
    }
}
