package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.HoldLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hold",
        description = "Legal holds: what may not be erased until somebody lifts the hold.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class HoldCommand {
    private final CommandContext context;

    HoldCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "place", description = "Forbids erasure. Without --evidence and --subject, of everything.")
    int place(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--evidence", paramLabel = "ID", description = "Repeatable.") List<String> evidence,
            @Option(names = "--subject", paramLabel = "SUBJECT", description = "Repeatable.") List<String> subjects,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Stored encrypted.")
                    String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        List<Subject> rows = new ArrayList<>();
        for (String subject : given(subjects)) {
            rows.add(Ids.subject(subject));
        }
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            List<EvidenceId> ids = Ids.evidence(given(evidence), open);
            entry(open.keeping().placeHold(ids, rows, reason), format);
        }
        return ExitCode.DONE;
    }

    @Command(name = "lift", description = "Ends a hold.")
    int lift(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "ENTRY", description = "The entry that placed it.") long hold,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Stored encrypted.")
                    String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            entry(open.keeping().liftHold(hold, reason), format);
        }
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Holds in force.")
    int list(
            @Mixin WorkspaceOptions workspace,
            @Mixin KnownOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        AsOf asOf = AsOf.ofAll(times.known(context.environment().clock().instant()));
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<HoldLine> holds = open.at(asOf).holds();
            switch (format) {
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            new JsonArray(holds.stream().map(HoldCommand::json).toList()));
                case TABLE, CSV -> {
                    Table table = new Table("entry", "placed (UTC)", "by", "holds", "reason");
                    holds.forEach(hold -> table.row(
                            Long.toString(hold.entry()),
                            hold.placedAt().toString(),
                            hold.by(),
                            hold.scope(),
                            hold.reason()));
                    table.printTo(context.terminal().out());
                }
            }
        }
        return ExitCode.DONE;
    }

    private void entry(long entry, Format format) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object().with("entry", entry).build());
            case TABLE, CSV -> context.terminal().out().println("recorded as entry " + entry);
        }
    }

    private static Json json(HoldLine hold) {
        return Json.object()
                .with("entry", hold.entry())
                .with("placedAt", hold.placedAt().toString())
                .with("by", JsonOutput.text(hold.by()))
                .with("scope", JsonOutput.text(hold.scope()))
                .with("reason", JsonOutput.text(hold.reason()))
                .build();
    }

    /// The library gives null for an option that was not given.
    private static List<String> given(@org.jspecify.annotations.Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
