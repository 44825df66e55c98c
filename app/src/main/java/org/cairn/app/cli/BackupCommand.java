package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.BackupForm;
import org.cairn.app.workspace.BackupResult;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description = "Copies a workspace as it is now: ledger and payloads into one archive, keys into another.",
        footer = "A restore needs both. Keep them apart: together they bring back what is erased after they were made.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The archive of ledger and payloads.")
    private Path out = Path.of("");

    @Option(names = "--keys-out", paramLabel = "FILE", description = "The archive of wrapped keys.")
    private Optional<Path> keysOut = Optional.empty();

    @Option(names = "--folder", description = "Write plain folders instead of zip files.")
    private boolean folder;

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        BackupResult result = backUp();
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(result));
            case TABLE, CSV -> print(result);
        }
        return ExitCode.DONE;
    }

    /// While another program writes, a copy can be made and not recorded.
    private BackupResult backUp() throws WorkspaceException, Refused {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            return open.backUp(out, keysOut, folder ? BackupForm.FOLDER : BackupForm.ZIP);
        } catch (WorkspaceException e) {
            if (e.kind() != WorkspaceException.Kind.IN_USE) {
                throw e;
            }
        }
        context.terminal().say("Another program writes to this workspace: the backup is made and not recorded.");
        try (Workspace open = workspace.open(context, Access.READ)) {
            return open.backUp(out, keysOut, folder ? BackupForm.FOLDER : BackupForm.ZIP);
        }
    }

    private void print(BackupResult result) {
        var out = context.terminal().out();
        out.println(Table.printable(result.file().toString()) + ": " + result.files() + " files, " + result.sizeBytes()
                + " bytes, ledger of " + result.checkpoint().size() + " entries");
        out.println("sums: " + result.sums().hex());
        out.println(result.keySums()
                .map(sums -> "keys: sums " + sums.hex() + "; keep this archive apart from the other")
                .orElse("keys: not in it; without an archive of keys (--keys-out) nobody can restore the payloads"));
    }

    private static Json json(BackupResult result) {
        Json.Builder document = Json.object()
                .with("file", JsonOutput.text(result.file().toString()))
                .with("sizeBytes", result.sizeBytes())
                .with("files", result.files())
                .with("size", result.checkpoint().size())
                .with("root", result.checkpoint().root().hex())
                .with("sums", result.sums().hex())
                .with("keySums", JsonOutput.text(result.keySums().map(sums -> sums.hex())));
        result.entry().ifPresent(entry -> document.with("entry", entry));
        return document.build();
    }
}
