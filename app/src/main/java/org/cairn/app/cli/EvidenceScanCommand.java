package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.FolderScan;
import org.cairn.app.workspace.FolderScan.Found;
import org.cairn.app.workspace.Progress;
import org.cairn.app.workspace.Workspace;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        description =
                "Lists what a folder holds that could be recorded, and what is recorded already. Records nothing.",
        footer = "Symbolic links are not followed and hidden folders not entered; both are listed.",
        mixinStandardHelpOptions = true)
final class EvidenceScanCommand implements Callable<Integer> {
    private static final int DIGITS = 12;

    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = WorkspaceOptions.of(Path.of(""), Optional.empty());

    @Parameters(paramLabel = "FOLDER", description = "Where to look.")
    private Path folder = Path.of("");

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    EvidenceScanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        FolderScan scan;
        try (Workspace open = workspace.open(context, Access.READ)) {
            scan = open.byHand().scan(folder, Progress.silent(), new Cancellation());
        }
        if (format == Format.JSON) {
            JsonOutput.print(context.terminal().out(), json(scan));
            return ExitCode.DONE;
        }
        Table table = new Table("path", "bytes", "modified", "sha256", "what", "recorded as");
        for (Found found : scan.found()) {
            table.row(
                    found.path().toString(),
                    Long.toString(found.sizeBytes()),
                    found.modifiedAt().map(Instant::toString).orElse(""),
                    found.sha256().map(hash -> hash.hex().substring(0, DIGITS)).orElse(""),
                    OutcomeTexts.code(found.kind()) + (found.detail().isEmpty() ? "" : " (" + found.detail() + ")"),
                    found.recorded().map(EvidenceId::shortForm).orElse(""));
        }
        table.printTo(context.terminal().out());
        scan.limited().forEach(context.terminal()::say);
        return ExitCode.DONE;
    }

    private static Json json(FolderScan scan) {
        return Json.object()
                .with("folder", JsonOutput.text(scan.folder().toString()))
                .with(
                        "found",
                        new JsonArray(scan.found().stream()
                                .map(EvidenceScanCommand::json)
                                .toList()))
                .with("limited", JsonOutput.texts(scan.limited()))
                .build();
    }

    private static Json json(Found found) {
        return Json.object()
                .with("path", JsonOutput.text(found.path().toString()))
                .with("kind", OutcomeTexts.code(found.kind()))
                .with("takeable", new JsonFlag(found.takeable()))
                .with("sizeBytes", found.sizeBytes())
                .with("modifiedAt", JsonOutput.text(found.modifiedAt().map(Instant::toString)))
                .with("sha256", JsonOutput.text(found.sha256().map(Digest::hex)))
                .with("recorded", JsonOutput.text(found.recorded().map(EvidenceId::hex)))
                .with("detail", JsonOutput.text(found.detail()))
                .build();
    }
}
