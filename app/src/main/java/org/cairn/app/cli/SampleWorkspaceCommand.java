package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.SampleWorkspace;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sample-workspace",
        description = {
            "A workspace of an invented bank to look around in.",
            "Its ledger says that it is a sample; frame, packs, reports and verifiers repeat it."
        },
        mixinStandardHelpOptions = true)
final class SampleWorkspaceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "DIR", description = "Empty or absent.")
    private Path folder = Path.of("");

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    SampleWorkspaceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace sample = SampleWorkspace.found(folder, context.environment())) {
            long size = sample.describe().size();
            if (format == Format.JSON) {
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("folder", folder.toString())
                                .with("passphrase", SampleWorkspace.PASSPHRASE)
                                .with("reviewersPassphrase", SampleWorkspace.REVIEWERS_PASSPHRASE)
                                .with("size", size)
                                .build());
            } else {
                Table table = new Table("sample", folder.toString());
                table.row("entries", Long.toString(size));
                table.row("passphrase", SampleWorkspace.PASSPHRASE);
                table.row("reviewer's", SampleWorkspace.REVIEWERS_PASSPHRASE);
                table.printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }
}
