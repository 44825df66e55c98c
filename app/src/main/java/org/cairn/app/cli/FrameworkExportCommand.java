package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.app.workspace.FrameworkFiles;
import org.cairn.app.workspace.FrameworkForm;
import org.cairn.checklist.Framework;
import org.cairn.frameworks.FrameworkExport;
import org.cairn.frameworks.FrameworkLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes a framework into a file that other programs read.",
        mixinStandardHelpOptions = true)
final class FrameworkExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private LibraryOptions options = new LibraryOptions();

    @Parameters(paramLabel = "ID", description = "As `framework list` shows it.")
    private String id = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORM",
            description = "csv, xlsx, oscal-catalog or oscal-mapping.")
    private String form = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private Path out = Path.of("");

    FrameworkExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        FrameworkForm typed = FrameworkForm.parse(form)
                .orElseThrow(() -> new Refused("'" + form + "' is none of "
                        + Arrays.stream(FrameworkForm.values())
                                .map(FrameworkForm::word)
                                .collect(Collectors.joining(", "))));
        FrameworkLibrary library = options.library(context);
        Framework framework = LibraryOptions.framework(library, id);
        FrameworkFiles.write(
                FrameworkExport.of(library, framework),
                typed,
                framework.readOn().atStartOfDay().toInstant(ZoneOffset.UTC),
                out);
        context.terminal().say(framework.id() + " is written to " + out);
        return ExitCode.DONE;
    }
}
