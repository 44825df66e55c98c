package org.cairn.app.cli;

import java.util.List;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Responsibility;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.Threat;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "content",
        description = "What stands beside the frameworks: who answers for what, and which threats come first.",
        synopsisSubcommandLabel = "(responsibilities | threats)",
        mixinStandardHelpOptions = true)
final class ContentCommand {
    private final CommandContext context;

    ContentCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "responsibilities",
            description = "Who answers for which part of a self-run AI stack.",
            mixinStandardHelpOptions = true)
    int responsibilities(
            @Option(names = "--language", defaultValue = "en", description = "en or de.") Language language,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format) {
        List<Responsibility> all = library().content().responsibilities();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(
                                all.stream().map(each -> json(each, language)).toList()));
            case CSV -> {
                Csv csv = new Csv(context.terminal().out());
                csv.row("id", "area", "organisation", "supplier", "controls");
                for (Responsibility each : all) {
                    Responsibility.Words words =
                            library().in(language).responsibility(each).words();
                    csv.row(each.id(), words.area(), words.organisation(), words.supplier(), controls(each.controls()));
                }
            }
            case TABLE -> all.forEach(each -> print(each, language));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "threats",
            description = "The threats that every self-run AI stack starts from.",
            mixinStandardHelpOptions = true)
    int threats(
            @Option(names = "--language", defaultValue = "en", description = "en or de.") Language language,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format) {
        List<Threat> all = library().content().threats();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(
                                all.stream().map(each -> json(each, language)).toList()));
            case CSV -> {
                Csv csv = new Csv(context.terminal().out());
                csv.row("id", "title", "likelihood", "impact", "treatment", "controls");
                for (Threat each : all) {
                    Threat.Words words = library().in(language).threat(each).words();
                    csv.row(
                            each.id(),
                            words.title(),
                            CrosswalkText.code(each.likelihood()),
                            CrosswalkText.code(each.impact()),
                            words.treatment(),
                            controls(each.controls()));
                }
            }
            case TABLE -> all.forEach(each -> print(each, language));
        }
        return ExitCode.DONE;
    }

    private FrameworkLibrary library() {
        return context.environment().knowledge().library();
    }

    private static String controls(List<?> ids) {
        return String.join(" ", Ids.texts(ids));
    }

    private void print(Responsibility each, Language language) {
        Said<Responsibility.Words> said = library().in(language).responsibility(each);
        Lines lines = new Lines(context.terminal().out(), language);
        lines.head(each.id(), new Said<>(said.words().area(), said.language()));
        lines.fact("the organisation", said.words().organisation());
        lines.fact("the supplier", said.words().supplier());
        lines.fact("controls", controls(each.controls()));
        lines.list(said.words().evidence());
        context.terminal().out().println();
    }

    private void print(Threat each, Language language) {
        Said<Threat.Words> said = library().in(language).threat(each);
        Lines lines = new Lines(context.terminal().out(), language);
        lines.head(each.id(), new Said<>(said.words().title(), said.language()));
        lines.fact("likelihood", CrosswalkText.code(each.likelihood()));
        lines.fact("impact", CrosswalkText.code(each.impact()));
        lines.text(said.words().description());
        lines.fact("treatment", said.words().treatment());
        lines.fact("controls", controls(each.controls()));
        lines.list(said.words().signs());
        context.terminal().out().println();
    }

    private Json json(Responsibility each, Language language) {
        Said<Responsibility.Words> said = library().in(language).responsibility(each);
        return Json.object()
                .with("id", each.id())
                .with("language", CrosswalkText.code(said.language()))
                .with("area", said.words().area())
                .with("organisation", said.words().organisation())
                .with("supplier", said.words().supplier())
                .with("controls", JsonOutput.texts(Ids.texts(each.controls())))
                .with("evidence", JsonOutput.texts(said.words().evidence()))
                .build();
    }

    private Json json(Threat each, Language language) {
        Said<Threat.Words> said = library().in(language).threat(each);
        return Json.object()
                .with("id", each.id())
                .with("language", CrosswalkText.code(said.language()))
                .with("title", said.words().title())
                .with("description", said.words().description())
                .with("likelihood", CrosswalkText.code(each.likelihood()))
                .with("impact", CrosswalkText.code(each.impact()))
                .with("treatment", said.words().treatment())
                .with("controls", JsonOutput.texts(Ids.texts(each.controls())))
                .with("signs", JsonOutput.texts(said.words().signs()))
                .build();
    }
}
