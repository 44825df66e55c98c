package org.cairn.app.cli;

import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Framework;
import org.cairn.frameworks.FrameworkFigures;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "framework",
        description = "The frameworks that Cairn carries.",
        synopsisSubcommandLabel = "(list | show | template | import | diff | export)",
        mixinStandardHelpOptions = true)
final class FrameworkCommand {
    private final CommandContext context;

    FrameworkCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "All of them, with their size and reach.", mixinStandardHelpOptions = true)
    int list(
            @Mixin LibraryOptions options,
            @Mixin AsOfOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused, WorkspaceException {
        FrameworkLibrary library = options.library(context);
        Optional<LawOn> law = times.law(context.environment().clock().instant());
        List<FrameworkListing> listings = library.frameworks().stream()
                .map(framework -> new FrameworkListing(library, framework, law))
                .toList();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(
                                listings.stream().map(FrameworkListing::head).toList()));
            case TABLE -> printTable(listings);
            case CSV -> printCsv(listings);
        }
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Every requirement of one framework.", mixinStandardHelpOptions = true)
    int show(
            @Mixin LibraryOptions options,
            @Parameters(paramLabel = "ID", description = "As `framework list` shows it.") String id,
            @Mixin AsOfOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused, WorkspaceException {
        FrameworkLibrary library = options.library(context);
        Framework framework = LibraryOptions.framework(library, id);
        FrameworkListing listing = new FrameworkListing(
                library, framework, times.law(context.environment().clock().instant()));
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), listing.json());
            case TABLE -> listing.printTable(context.terminal().out());
            case CSV -> listing.printCsv(context.terminal().out());
        }
        return ExitCode.DONE;
    }

    private void printTable(List<FrameworkListing> listings) {
        Table table = new Table("id", "nodes", "assessable", "mapped", "title", "version");
        for (FrameworkListing listing : listings) {
            Framework framework = listing.framework();
            FrameworkFigures figures = listing.figures();
            table.row(
                    framework.id().value(),
                    Long.toString(figures.nodes()),
                    Long.toString(figures.assessable()),
                    Long.toString(figures.mapped()),
                    framework.title(),
                    framework.version());
        }
        table.printTo(context.terminal().out());
    }

    private void printCsv(List<FrameworkListing> listings) {
        Csv csv = new Csv(context.terminal().out());
        csv.row("id", "title", "version", "nodes", "assessable", "withEvidenceExamples", "mapped");
        for (FrameworkListing listing : listings) {
            Framework framework = listing.framework();
            FrameworkFigures figures = listing.figures();
            csv.row(
                    framework.id().value(),
                    framework.title(),
                    framework.version(),
                    Long.toString(figures.nodes()),
                    Long.toString(figures.assessable()),
                    Long.toString(figures.withEvidenceExamples()),
                    Long.toString(figures.mapped()));
        }
    }
}
