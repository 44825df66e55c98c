package org.cairn.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.CheckpointMemory;
import org.cairn.app.workspace.RollbackAlarm;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        description = "Says whether this folder is older than, or another history than, what was seen before.",
        footer = "Exit 0: it is the newest that was seen, or the alarm was acknowledged. 1: it is not.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(
            names = "--acknowledge",
            paramLabel = "REASON",
            description = "Goes on with this folder; who, when and why is recorded.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    RollbackCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<RollbackAlarm> alarms = reason.isPresent() ? acknowledged(reason.get()) : alarms();
        boolean acknowledged = reason.isPresent();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with(
                                        "alarms",
                                        JsonOutput.texts(alarms.stream()
                                                .map(RollbackAlarm::words)
                                                .toList()))
                                .with("acknowledged", new Json.JsonFlag(acknowledged && !alarms.isEmpty()))
                                .build());
            case TABLE, CSV -> print(alarms);
        }
        return alarms.isEmpty() || acknowledged ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(List<RollbackAlarm> alarms) {
        var out = context.terminal().out();
        if (alarms.isEmpty()) {
            out.println("nothing newer than this folder was seen on this machine");
        }
        alarms.forEach(alarm -> out.println(alarm.words()));
    }

    private List<RollbackAlarm> alarms() throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            return open.rollbackAlarms();
        }
    }

    private List<RollbackAlarm> acknowledged(String why) throws Exception {
        Optional<CheckpointMemory> memory = context.environment().memory();
        CommandContext forgetting =
                new CommandContext(context.terminal(), context.environment().withoutMemory());
        if (memory.isEmpty()) {
            return List.of();
        }
        try (Workspace open = workspace.open(forgetting, Access.WRITE)) {
            return open.acknowledgeRollback(memory.get(), why);
        }
    }
}
