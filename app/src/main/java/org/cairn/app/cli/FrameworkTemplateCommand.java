package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.FrameworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "template",
        description = "Writes a table to fill in with a framework of your own.",
        mixinStandardHelpOptions = true)
final class FrameworkTemplateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends in .csv or .xlsx.")
    private Path out = Path.of("");

    FrameworkTemplateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        FrameworkFiles.template(out);
        context.terminal().say("written to " + out + "; fill it in, then `cairn framework import` it");
        return ExitCode.DONE;
    }
}
