package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.FirstSteps;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "steps",
        description = "The way from a founded workspace to the first signed report, ticked off from the ledger.",
        footer = "Exit code 1 while a step is to do.",
        mixinStandardHelpOptions = true)
final class StepsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    StepsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            FirstSteps steps = open.at(AsOf.now()).firstSteps();
            if (format == Format.JSON) {
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(
                                steps.steps().stream().map(StepsCommand::json).toList()));
            } else {
                Table table = new Table("step", "entry", "minutes", "do it with");
                steps.steps()
                        .forEach(step -> table.row(
                                step.what().code(),
                                step.entry().map(String::valueOf).orElse("-"),
                                step.after()
                                        .map(after -> Long.toString(after.toMinutes()))
                                        .orElse("-"),
                                step.done() ? "" : with(step.what())));
                table.printTo(context.terminal().out());
            }
            return steps.done() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private static Json json(FirstSteps.Step step) {
        return Json.object()
                .with("step", step.what().code())
                .with("entry", step.entry().<Json>map(Json::number).orElse(new JsonNull()))
                .with(
                        "seconds",
                        step.after()
                                .<Json>map(after -> Json.number(after.toSeconds()))
                                .orElse(new JsonNull()))
                .build();
    }

    private static String with(FirstSteps.What what) {
        return switch (what) {
            case SCOPE -> "cairn scope profile apply";
            case READ -> "cairn collect";
            case ANSWER -> "cairn answer";
            case EVIDENCE -> "cairn evidence add";
            case PACK -> "cairn pack";
        };
    }
}
