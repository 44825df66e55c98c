package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes the answers as a workbook (.xlsx) to be filled in.",
        mixinStandardHelpOptions = true)
final class WorkbookExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--framework", paramLabel = "ID", description = "The controls and the rows of one framework.")
    private Optional<String> framework = Optional.empty();

    @Option(names = "--language", paramLabel = "CODE", description = "en or de: of titles and answers.")
    private Language language = Language.EN;

    @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", description = "A file that is not there yet.")
    private Path out = Path.of("");

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WorkbookExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<FrameworkId> about =
                framework.isPresent() ? Optional.of(Ids.framework(framework.get())) : Optional.empty();
        int rows;
        try (Workspace open = workspace.open(context, Access.READ)) {
            rows = open.answerWorkbooks().export(about, language, out);
        }
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("file", JsonOutput.text(out.toString()))
                                .with("rows", rows)
                                .build());
            case TABLE, CSV -> context.terminal().out().println(rows + " rows to fill in: " + out);
        }
        return ExitCode.DONE;
    }
}
