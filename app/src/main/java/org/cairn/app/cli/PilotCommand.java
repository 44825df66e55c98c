package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.app.pilot.PilotMeasure;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.pilot.PilotWords;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pilot",
        description = "Ninety days in which the product is tried out, with its measures and its report.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class PilotCommand {
    private final CommandContext context;

    PilotCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "begin",
            description = "Begins a pilot; a later one takes its place.",
            mixinStandardHelpOptions = true)
    int begin(
            @Mixin WorkspaceOptions workspace,
            @Option(
                            names = "--purpose",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What is tried out, on what.")
                    String purpose,
            @Option(names = "--on", paramLabel = "DAY", description = "Its first day (UTC). Default: today.")
                    Optional<String> on,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        LocalDate day = on.isPresent()
                ? When.day(on.get())
                : LocalDate.ofInstant(context.environment().clock().instant(), ZoneOffset.UTC);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.pilots().begin(day, purpose);
            RecordedLine.print(context.terminal().out(), format, entry, "a pilot begins on " + day);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "measure",
            description = "Enters what no machine measures, with evidence that shows it.",
            mixinStandardHelpOptions = true)
    int measure(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "MEASURE", description = "As `cairn pilot show` spells it.") String measure,
            @Option(names = "--result", required = true, description = "reached or missed.")
                    PilotMeasured.Result result,
            @Option(names = "--evidence", required = true, paramLabel = "ID", description = "What shows it.")
                    List<String> evidence,
            @Option(names = "--said", required = true, paramLabel = "TEXT", description = "What was measured, and how.")
                    String said,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        PilotMeasure known = PilotMeasure.parse(measure)
                .orElseThrow(() -> new Refused("no measure '" + measure + "'; there are "
                        + Arrays.stream(PilotMeasure.values())
                                .map(PilotMeasure::code)
                                .collect(Collectors.joining(", "))));
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.pilots().measure(known, result, Ids.evidence(evidence, open), said);
            RecordedLine.print(context.terminal().out(), format, entry, known.code() + " is entered");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "Where the pilot stands. Exit code 1 while a measure is not reached.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--language", defaultValue = "en", paramLabel = "CODE", description = "en or de.")
                    Language language,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            PilotState state = open.pilots()
                    .state()
                    .orElseThrow(() -> new Refused("no pilot has begun; `cairn pilot begin` begins one"));
            if (format == Format.JSON) {
                JsonOutput.print(context.terminal().out(), json(state));
            } else {
                table(state, PilotWords.in(language));
            }
            return state.passed() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    @Command(name = "report", description = "The pilot's report as a signed PDF.", mixinStandardHelpOptions = true)
    int report(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.") Path out,
            @Option(names = "--language", defaultValue = "en", paramLabel = "CODE", description = "en or de.")
                    Language language)
            throws WorkspaceException, Refused, IOException {
        try (Workspace open = workspace.open(context, Access.READ)) {
            Bytes report = open.pilots().report(language);
            Files.write(out, report.toByteArray());
            context.terminal().out().println(out + ", " + report.size() + " bytes");
        }
        return ExitCode.DONE;
    }

    private void table(PilotState state, PilotWords words) {
        context.terminal()
                .out()
                .println(words.text("report.day") + " " + words.text("report.day.of", state.day()) + ", "
                        + words.text(
                                "report.reached.of",
                                state.reached(),
                                state.lines().size()));
        Table table = new Table("measure", "due", "result", "shown by");
        for (PilotState.Line line : state.lines()) {
            List<String> shown = new ArrayList<>();
            line.figure().map(words::figure).ifPresent(shown::add);
            line.said().ifPresent(shown::add);
            table.row(
                    line.measure().code(),
                    words.days(line.measure()),
                    words.standing(line.standing()),
                    String.join(" ", shown));
        }
        table.printTo(context.terminal().out());
    }

    private static Json json(PilotState state) {
        return Json.object()
                .with("begins", state.begins().toString())
                .with("purpose", JsonOutput.text(state.purpose()))
                .with("day", state.day())
                .with("reached", state.reached())
                .with(
                        "measures",
                        new JsonArray(
                                state.lines().stream().map(PilotCommand::json).toList()))
                .build();
    }

    private static Json json(PilotState.Line line) {
        return Json.object()
                .with("measure", line.measure().code())
                .with("control", line.measure().control())
                .with("lastDay", line.measure().lastDay())
                .with("computed", line.measure().from() == PilotMeasure.From.LEDGER ? "yes" : "no")
                .with("result", line.standing().code())
                .with("said", JsonOutput.text(line.said()))
                .with("evidence", JsonOutput.ids(line.evidence()))
                .with("entry", line.entry().<Json>map(Json::number).orElse(new JsonNull()))
                .build();
    }
}
