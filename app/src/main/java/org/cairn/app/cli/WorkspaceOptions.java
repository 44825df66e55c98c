package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.Passphrase;
import picocli.CommandLine.Option;

/// Which workspace, and where its passphrase comes from.
final class WorkspaceOptions {
    @Option(
            names = {"-w", "--workspace"},
            required = true,
            paramLabel = "DIR",
            description = "The workspace folder.")
    private Path folder = Path.of("");

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Reads the passphrase from the first line of FILE. Otherwise: CAIRN_PASSPHRASE, or a prompt.")
    private Optional<Path> passphraseFile = Optional.empty();

    static WorkspaceOptions of(Path folder, Optional<Path> passphraseFile) {
        WorkspaceOptions options = new WorkspaceOptions();
        options.folder = folder;
        options.passphraseFile = passphraseFile;
        return options;
    }

    Path folder() {
        return folder;
    }

    Workspace open(CommandContext context, Access access) throws WorkspaceException, Refused {
        try (Passphrase passphrase = PassphraseSource.existing(context.terminal(), passphraseFile)) {
            return Workspace.open(folder, passphrase, access, context.environment());
        }
    }
}
