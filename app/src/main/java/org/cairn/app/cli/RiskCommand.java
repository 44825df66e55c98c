package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.RiskLine;
import org.cairn.app.workspace.RiskRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RiskId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "risk",
        description = "The register of risks, and acceptances: who bears which finding, why, and until when.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class RiskCommand {
    private final CommandContext context;

    RiskCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "accept",
            description = "Proposes to accept a risk; another person runs `cairn approve`.",
            mixinStandardHelpOptions = true)
    int accept(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "CONTROL", arity = "1..*", description = "Controls or requirements it covers.")
                    List<String> subjects,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it can be borne.")
                    String reason,
            @Option(names = "--owner", required = true, paramLabel = "NAME", description = "Who bears it.")
                    String owner,
            @Option(names = "--until", required = true, paramLabel = "DAY", description = "The last day covered (UTC).")
                    String until,
            @Option(names = "--out", paramLabel = "FILE", description = "Copies the proposal to FILE, to be carried.")
                    Optional<Path> out,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        List<Subject> about = new ArrayList<>();
        for (String subject : subjects) {
            about.add(Ids.subject(subject));
        }
        LocalDate day = When.day(until);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Proposal proposal = open.risks().accept(new RiskRequest(about, reason, owner, day));
            if (out.isPresent()) {
                open.proposals().export(proposal, out.get());
            }
            RecordedLine.print(context.terminal().out(), format, proposal);
        }
        return ExitCode.DONE;
    }

    @Command(name = "end", description = "Ends a risk acceptance before its day.", mixinStandardHelpOptions = true)
    int end(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "RISK", description = "As `cairn risk list` shows it.") String risk,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        RiskId id = id(risk);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    open.risks().end(id, reason),
                    "the acceptance of risk " + id + " is ended");
        }
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Every risk acceptance, oldest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin WorkspaceOptions workspace,
            @Mixin AsOfOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<RiskLine> lines = open.at(asOf).risks();
            switch (format) {
                case TABLE -> table(lines);
                case CSV -> csv(lines);
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            new JsonArray(lines.stream().map(RiskCommand::json).toList()));
            }
        }
        return ExitCode.DONE;
    }

    private void table(List<RiskLine> lines) {
        Table table = new Table("risk", "state", "until", "covers", "owner", "approved by", "reason");
        lines.forEach(line -> table.row(cells(line)));
        table.printTo(context.terminal().out());
    }

    private void csv(List<RiskLine> lines) {
        Csv csv = new Csv(context.terminal().out());
        csv.row("risk", "state", "until", "covers", "owner", "approvers", "reason");
        lines.forEach(line -> csv.row(cells(line)));
    }

    private static String[] cells(RiskLine line) {
        return new String[] {
            line.id().hex(),
            state(line),
            line.until().toString(),
            String.join(", ", line.subjects().stream().map(Subject::text).toList()),
            line.owner().orElse("erased"),
            String.join(", ", line.approvers()),
            line.reason().orElse("erased")
        };
    }

    private static Json json(RiskLine line) {
        return Json.object()
                .with("risk", line.id().hex())
                .with("state", state(line))
                .with(
                        "subjects",
                        JsonOutput.texts(
                                line.subjects().stream().map(Subject::text).toList()))
                .with("reason", JsonOutput.text(line.reason()))
                .with("owner", JsonOutput.text(line.owner()))
                .with("until", line.until().toString())
                .with("entry", line.entry())
                .with("approvers", JsonOutput.texts(line.approvers()))
                .with("ended", line.ended().<Json>map(Json::number).orElse(new JsonNull()))
                .build();
    }

    private static String state(RiskLine line) {
        return line.state().name().toLowerCase(Locale.ROOT);
    }

    static RiskId id(String text) throws Refused {
        try {
            return new RiskId(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no risk: 16 hexadecimal digits, as `cairn risk list` shows them");
        }
    }
}
