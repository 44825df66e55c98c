package org.cairn.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.FrameworkFigures;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "framework",
        description = "The frameworks that Cairn carries.",
        synopsisSubcommandLabel = "(list | show | map | coverage | matrix | template | import | diff | export)",
        mixinStandardHelpOptions = true)
final class FrameworkCommand {
    /// As `RequirementId` allows.
    private static final int LONGEST_NUMBER = 80;

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
        Instant now = context.environment().clock().instant();
        Optional<LawOn> law = times.law(now);
        FrameworkLibrary library = options.library(context, times.asOf(now));
        List<FrameworkListing> listings = library.frameworks().stream()
                .map(framework -> new FrameworkListing(library, framework, law, library.in(Language.EN)))
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

    @Command(
            name = "show",
            description = "Every requirement of one framework, or one of them with all that is known about it.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin LibraryOptions options,
            @Parameters(index = "0", paramLabel = "ID", description = "As `framework list` shows it.") String id,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "REQUIREMENT",
                            description = "By its number, e.g. 'Art. 26(6)': shown with all its dates.")
                    Optional<String> number,
            @Option(names = "--language", defaultValue = "en", description = "en or de.") Language language,
            @Mixin AsOfOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused, WorkspaceException {
        Instant now = context.environment().clock().instant();
        Optional<LawOn> law = times.law(now);
        FrameworkLibrary library = options.library(context, times.asOf(now));
        Framework framework = LibraryOptions.framework(library, id);
        if (number.isPresent()) {
            return showOne(
                    new RequirementText(library, requirement(library, framework.id(), number.get()), language), format);
        }
        FrameworkListing listing = new FrameworkListing(library, framework, law, library.in(language));
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), listing.json());
            case TABLE -> listing.printTable(context.terminal().out());
            case CSV -> listing.printCsv(context.terminal().out());
        }
        return ExitCode.DONE;
    }

    private static Requirement requirement(FrameworkLibrary library, FrameworkId framework, String number)
            throws Refused {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            throw new Refused("'" + number + "' is no number of a requirement");
        }
        return library.requirement(new RequirementId(framework, number))
                .orElseThrow(() -> new Refused("no requirement " + number + " in " + framework
                        + "; `cairn framework show " + framework + "` lists them"));
    }

    private int showOne(RequirementText text, Format format) throws Refused {
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), text.json());
            case TABLE -> text.print(context.terminal().out());
            case CSV -> throw new Refused("one requirement is shown as table or json");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "map",
            description =
                    "Where a control or a requirement leads over the crosswalk: which others it is related to, how"
                            + " strongly, and over what.",
            mixinStandardHelpOptions = true)
    int map(
            @Mixin LibraryOptions options,
            @Parameters(
                            index = "0",
                            paramLabel = "FROM",
                            description = "A control like NET-4, or a requirement like 'dora:Art. 9(4)(b)'; an article"
                                    + " stands for all below it.")
                    String from,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "TO",
                            description = "A framework, a control or a requirement. Default: everything.")
                    Optional<String> to,
            @Option(
                            names = "--hops",
                            paramLabel = "N",
                            defaultValue = "2",
                            description = "How many rows a way may have, 1 to 4. Default: 2, over one pivot.")
                    int hops,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused, WorkspaceException {
        return crosswalk(options).map(from, to, hops, format);
    }

    @Command(
            name = "coverage",
            description = "How far the checklist reaches into frameworks, and what no control reaches.",
            mixinStandardHelpOptions = true)
    int coverage(
            @Mixin LibraryOptions options,
            @Parameters(arity = "0..1", paramLabel = "ID", description = "One framework. Default: all.")
                    Optional<String> id,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused, WorkspaceException {
        return crosswalk(options).coverage(id, format);
    }

    @Command(
            name = "matrix",
            description = "Controls against frameworks: the best relation and its strength.",
            mixinStandardHelpOptions = true)
    int matrix(
            @Mixin LibraryOptions options,
            @Parameters(arity = "1..*", paramLabel = "ID", description = "Frameworks.") List<String> ids,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused, WorkspaceException {
        return crosswalk(options).matrix(ids, format);
    }

    private CrosswalkCommands crosswalk(LibraryOptions options) throws Refused, WorkspaceException {
        return new CrosswalkCommands(options.library(context), context.terminal());
    }

    private void printTable(List<FrameworkListing> listings) {
        Table table = new Table("id", "nodes", "assessable", "examples", "mapped", "title", "version");
        for (FrameworkListing listing : listings) {
            Framework framework = listing.framework();
            FrameworkFigures figures = listing.figures();
            table.row(
                    framework.id().value(),
                    Long.toString(figures.nodes()),
                    Long.toString(figures.assessable()),
                    Long.toString(figures.withEvidenceExamples()),
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
