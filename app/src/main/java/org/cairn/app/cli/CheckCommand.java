package org.cairn.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckDefinition.Tried;
import org.cairn.checklist.check.CheckId;
import org.cairn.evidence.Platform;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "The checks that judge evidence.",
        synopsisSubcommandLabel = "list",
        mixinStandardHelpOptions = true)
final class CheckCommand {
    /// Of a check that reads what no host is asked for.
    private static final String NO_SYSTEM = "any";

    private final CommandContext context;

    CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "list",
            description = "All checks: of which system, of which controls, and on what they were tried.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--platform", description = "linux, windows, macos, or any: of no system.")
                    Optional<String> platform,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Refused {
        List<CheckDefinition> checks = asked(platform);
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(checks.stream().map(CheckCommand::json).toList()));
            case TABLE -> {
                Table table = new Table("check", "platform", "controls", "title");
                checks.forEach(check -> table.row(cells(check)));
                table.printTo(context.terminal().out());
            }
            case CSV -> {
                Csv csv = new Csv(context.terminal().out());
                csv.row("check", "platform", "controls", "title");
                checks.forEach(check -> csv.row(cells(check)));
            }
        }
        return ExitCode.DONE;
    }

    private List<CheckDefinition> asked(Optional<String> platform) throws Refused {
        List<CheckDefinition> all = context.environment().knowledge().checks().checks();
        if (platform.isEmpty()) {
            return all;
        }
        String word = platform.get();
        if (!word.equals(NO_SYSTEM) && Platform.worded(word).isEmpty()) {
            throw new Refused("'" + word + "' is no platform: linux, windows, macos or any");
        }
        return all.stream().filter(check -> platform(check).equals(word)).toList();
    }

    private static String platform(CheckDefinition check) {
        return check.platform().map(Enum::name).orElse(NO_SYSTEM).toLowerCase(Locale.ROOT);
    }

    private static List<String> controls(CheckDefinition check) {
        return check.feeds().stream()
                .map(feed -> feed.control().value())
                .distinct()
                .toList();
    }

    private static String[] cells(CheckDefinition check) {
        return new String[] {
            check.id().value(), platform(check), String.join(" ", controls(check)), check.title(),
        };
    }

    private static Json json(CheckDefinition check) {
        return Json.object()
                .with("check", check.id().value())
                .with("title", check.title())
                .with("platform", platform(check))
                .with("tried", check.origin().tried() == Tried.ON_HOSTS ? "hosts" : "captured-text")
                .with(
                        "sameAs",
                        JsonOutput.texts(check.origin().sameAs().stream()
                                .map(CheckId::value)
                                .toList()))
                .with("controls", JsonOutput.texts(controls(check)))
                .with("reads", check.reads().value())
                .with("timeToLive", check.timeToLive().toString())
                .build();
    }
}
