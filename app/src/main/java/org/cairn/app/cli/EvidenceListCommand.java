package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.app.workspace.HandedInLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.evidence.Evidence;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "What people handed in: what it shows, of which day, until when, and whether it still counts.",
        mixinStandardHelpOptions = true)
final class EvidenceListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = WorkspaceOptions.of(Path.of(""), Optional.empty());

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    EvidenceListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Instant now = context.environment().clock().instant();
        List<HandedInLine> lines;
        try (Workspace open = workspace.open(context, Access.READ)) {
            lines = open.byHand().list(times.asOf(now));
        }
        var out = context.terminal().out();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        out,
                        new JsonArray(
                                lines.stream().map(EvidenceListCommand::json).toList()));
            case CSV -> {
                Csv csv = new Csv(out);
                csv.row("evidence", "title", "effective", "recordedAt", "expires", "classification", "state", "by");
                lines.forEach(line -> csv.row(cells(line)));
            }
            case TABLE -> {
                Table table =
                        new Table("evidence", "title", "shows", "recorded", "expires", "classification", "state", "by");
                lines.forEach(line -> table.row(cells(line)));
                table.printTo(out);
            }
        }
        return ExitCode.DONE;
    }

    private static String[] cells(HandedInLine line) {
        Evidence evidence = line.recorded().evidence();
        return new String[] {
            line.recorded().id().shortForm(),
            evidence.fact(EvidenceByHand.TITLE).orElse(""),
            effective(evidence),
            line.recorded().recordedAt().toString(),
            evidence.fact(EvidenceByHand.EXPIRES).orElse(""),
            evidence.fact(EvidenceByHand.CLASSIFICATION).orElse(""),
            state(line.force()),
            by(line.force()).orElse("")
        };
    }

    private static String effective(Evidence evidence) {
        return evidence.fact(EvidenceByHand.EFFECTIVE)
                .orElseGet(() -> evidence.observedAt().toString());
    }

    static String state(EvidenceForce force) {
        return switch (force) {
            case EvidenceForce.Counts _ -> "counts";
            case EvidenceForce.Ended _ -> "expired";
            case EvidenceForce.Superseded _ -> "superseded";
        };
    }

    private static Optional<String> by(EvidenceForce force) {
        return force instanceof EvidenceForce.Superseded(var by, var _)
                ? Optional.of(by.shortForm())
                : Optional.empty();
    }

    private static Json json(HandedInLine line) {
        Evidence evidence = line.recorded().evidence();
        Optional<String> by = line.force() instanceof EvidenceForce.Superseded(var revision, var _)
                ? Optional.of(revision.hex())
                : Optional.empty();
        return Json.object()
                .with("evidence", line.recorded().id().hex())
                .with("entry", line.recorded().entry())
                .with("title", JsonOutput.text(evidence.fact(EvidenceByHand.TITLE)))
                .with("file", JsonOutput.text(evidence.fact("file-name")))
                .with("effective", JsonOutput.text(effective(evidence)))
                .with("recordedAt", line.recorded().recordedAt().toString())
                .with("expires", JsonOutput.text(evidence.fact(EvidenceByHand.EXPIRES)))
                .with("classification", JsonOutput.text(evidence.fact(EvidenceByHand.CLASSIFICATION)))
                .with("replaces", JsonOutput.text(evidence.fact(EvidenceByHand.REPLACES)))
                .with("state", state(line.force()))
                .with("supersededBy", JsonOutput.text(by))
                .build();
    }
}
