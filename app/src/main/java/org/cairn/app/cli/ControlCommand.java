package org.cairn.app.cli;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.frameworks.ControlGuidance;
import org.cairn.frameworks.ControlWords;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "control",
        description = "The controls of the checklist.",
        synopsisSubcommandLabel = "(list | show)",
        mixinStandardHelpOptions = true)
final class ControlCommand {
    private final CommandContext context;

    ControlCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "All controls, with effort and severity.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--language", defaultValue = "en", description = "en or de.") Language language,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(library().controls().stream()
                                .map(control -> json(control, language))
                                .toList()));
            case TABLE -> {
                Table table = new Table("control", "severity", "effort", "owner", "title");
                library().controls().forEach(control -> table.row(cells(control, language)));
                table.printTo(context.terminal().out());
            }
            case CSV -> {
                Csv csv = new Csv(context.terminal().out());
                csv.row("control", "severity", "effort", "owner", "title");
                library().controls().forEach(control -> csv.row(cells(control, language)));
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "What one control is for, how to look, and what it is mapped to.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "CONTROL", description = "Like NET-4.") String id,
            @Option(names = "--language", defaultValue = "en", description = "en or de.") Language language,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Refused {
        Control control = find(id);
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(control, language));
            case TABLE -> print(control, language);
            case CSV -> throw new Refused("one control is shown as table or json; `cairn control list` has csv");
        }
        return ExitCode.DONE;
    }

    private Control find(String text) throws Refused {
        return switch (Ids.subject(text)) {
            case ControlId id ->
                library()
                        .control(id)
                        .orElseThrow(() -> new Refused("no control " + text + "; `cairn control list` shows them"));
            case RequirementId _ ->
                throw new Refused("'" + text + "' is a requirement; `cairn framework show` shows it");
        };
    }

    private FrameworkLibrary library() {
        return context.environment().knowledge().library();
    }

    private List<CheckDefinition> checks(Control control) {
        return context.environment().knowledge().checks().feeding(control.id());
    }

    private String[] cells(Control control, Language language) {
        Optional<ControlGuidance> guidance = library().content().guidance(control.id());
        return new String[] {
            control.id().value(),
            guidance.map(each -> CrosswalkText.code(each.severity())).orElse(""),
            guidance.map(each -> CrosswalkText.code(each.effort())).orElse(""),
            guidance.map(each -> library().in(language).guidance(each).words().owner())
                    .orElse(""),
            library().in(language).title(control).words()
        };
    }

    private void print(Control control, Language language) {
        Lines lines = new Lines(context.terminal().out(), language);
        lines.head(control.id().value(), library().in(language).title(control));
        lines.fact("category", control.category());
        library().content().guidance(control.id()).ifPresent(guidance -> print(guidance, language, lines));
        if (!checks(control).isEmpty()) {
            lines.part("Checks that feed it", Language.EN);
            checks(control).forEach(check -> lines.text(check.id() + "  " + check.title()));
        }
        lines.part("Mapped to (the control is … the requirement)", Language.EN);
        library().crosswalk().requirementsReachedBy(control.id()).forEach(row -> print(row, lines));
    }

    private static void print(Mapping row, Lines lines) {
        lines.row(
                row.requirement().text(),
                CrosswalkText.relation(row.relation()) + ", strength " + row.strength(),
                CrosswalkText.reason(row));
    }

    private void print(ControlGuidance guidance, Language language, Lines lines) {
        Said<ControlWords> said = library().in(language).guidance(guidance);
        lines.fact("severity", CrosswalkText.code(guidance.severity()));
        lines.fact("effort", CrosswalkText.code(guidance.effort()));
        lines.fact("owner", said.words().owner());
        lines.fact("evidence by hand counts for", guidance.daysValid() + " days");
        lines.part("What it is for", said.language());
        lines.text(said.words().intent());
        lines.part("What to ask", said.language());
        lines.text(said.words().question());
        lines.part("How to look for oneself", said.language());
        lines.list(said.words().verify());
        lines.part("Evidence that would show it, for example", said.language());
        lines.list(said.words().evidence());
    }

    private Json json(Control control, Language language) {
        Said<String> title = library().in(language).title(control);
        return Json.object()
                .with("control", control.id().value())
                .with("category", control.category())
                .with("title", title.words())
                .with("titleLanguage", CrosswalkText.code(title.language()))
                .with(
                        "guidance",
                        library()
                                .content()
                                .guidance(control.id())
                                .map(guidance -> json(guidance, language))
                                .orElse(new JsonNull()))
                .with(
                        "checks",
                        JsonOutput.texts(checks(control).stream()
                                .map(check -> check.id().value())
                                .toList()))
                .with(
                        "mappings",
                        new JsonArray(library().crosswalk().requirementsReachedBy(control.id()).stream()
                                .map(CrosswalkText::json)
                                .toList()))
                .build();
    }

    private Json json(ControlGuidance guidance, Language language) {
        Said<ControlWords> said = library().in(language).guidance(guidance);
        return Json.object()
                .with("language", CrosswalkText.code(said.language()))
                .with("intent", said.words().intent())
                .with("question", said.words().question())
                .with("verify", JsonOutput.texts(said.words().verify()))
                .with("evidence", JsonOutput.texts(said.words().evidence()))
                .with("owner", said.words().owner())
                .with("validFor", guidance.validFor().toString())
                .with("effort", CrosswalkText.code(guidance.effort()))
                .with("severity", CrosswalkText.code(guidance.severity()))
                .build();
    }
}
