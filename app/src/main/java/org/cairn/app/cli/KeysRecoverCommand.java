package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Recovering.Reestablished;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.RecoveryCode;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "recover",
        description = {
            "Brings back an administrator who lost passphrase or keys, by the recovery code, which is used up.",
            "The code is asked for like a passphrase. Everybody who verifies the workspace or a pack is told."
        },
        mixinStandardHelpOptions = true)
final class KeysRecoverCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Option(
            names = "--holder",
            paramLabel = "DIGITS",
            description = "Whom, by the first digits of the holder or of a key; needed where there are several"
                    + " administrators.")
    private Optional<String> holder = Optional.empty();

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
    private Optional<Path> newPassphrase = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    KeysRecoverCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        RecoveryCode code = options.recoveryCode(context.terminal());
        try (Passphrase passphrase = PassphraseSource.fresh(context.terminal(), newPassphrase);
                Workspace workspace = options.openBy(code, context)) {
            print(workspace.recovering().reestablish(code, holder, PersonSecrets.of(passphrase), this::show));
        }
        return ExitCode.DONE;
    }

    /// Before it counts, so that a power cut loses no code. Not among what a program reads: a log would keep it.
    private void show(String next) throws WorkspaceException {
        context.terminal().say("The next recovery code, which counts once this is done: " + next);
        context.terminal().say("It is shown this once: print it and lock it away. The one you typed is used up.");
        context.terminal().requireShown(context.terminal().err(), "the next recovery code");
    }

    private void print(Reestablished back) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("entry", back.entry())
                                .with("holder", back.holder().hex())
                                .with("name", JsonOutput.text(back.name()))
                                .with("label", back.way().label())
                                .with("key", back.key().hex())
                                .build());
            case TABLE, CSV -> {
                Table table = new Table("administrator", Table.printable(back.name()));
                table.row("re-established by entry", Long.toString(back.entry()));
                table.row("opens with", "--person " + back.way().label());
                table.row("key", back.key().hex());
                table.printTo(context.terminal().out());
            }
        }
        context.terminal()
                .say(
                        "The key you lost is still enrolled: `cairn identity list`, then `cairn identity revoke KEY --reason"
                                + " lost`.");
    }
}
