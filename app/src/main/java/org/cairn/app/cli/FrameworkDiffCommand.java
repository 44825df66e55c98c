package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.FrameworkFiles;
import org.cairn.checklist.Framework;
import org.cairn.frameworks.FrameworkExport;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.own.FrameworkDiff;
import org.cairn.frameworks.own.KnownSubjects;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.OwnFramework;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff", description = "Compares a framework with a file, row by row.", mixinStandardHelpOptions = true)
final class FrameworkDiffCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private LibraryOptions options = new LibraryOptions();

    @Parameters(paramLabel = "ID", description = "As `framework list` shows it.")
    private String id = "";

    @Option(
            names = "--against",
            required = true,
            paramLabel = "FILE",
            description = "The newer one, in any form that `framework import` reads.")
    private Path file = Path.of("");

    @Option(names = "--catalog", paramLabel = "FILE", description = "As with `framework import`.")
    private List<Path> catalogs = new ArrayList<>();

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    FrameworkDiffCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        FrameworkLibrary library = options.library(context);
        Framework framework = LibraryOptions.framework(library, id);
        OwnFramework newer = newer(framework, library);
        FrameworkDiffPrinting printing =
                new FrameworkDiffPrinting(newer, FrameworkDiff.between(FrameworkExport.of(library, framework), newer));
        switch (format) {
            case JSON ->
                JsonOutput.print(context.terminal().out(), printing.json().build());
            case TABLE, CSV -> printing.print(context.terminal().out());
        }
        return ExitCode.DONE;
    }

    private OwnFramework newer(Framework framework, FrameworkLibrary library) throws Exception {
        try {
            return FrameworkFiles.read(
                            file, Optional.of(framework.id()), catalogs, KnownSubjects.of(library.catalogue()))
                    .framework();
        } catch (MalformedFramework e) {
            throw FrameworkRefusals.refused(context.terminal(), e);
        }
    }
}
