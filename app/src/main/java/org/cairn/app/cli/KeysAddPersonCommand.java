package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.proof.Json;
import org.cairn.proof.authority.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add-person",
        description = "Lets another person open the workspace, with a passphrase and keys of their own.",
        mixinStandardHelpOptions = true)
final class KeysAddPersonCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Parameters(paramLabel = "NAME", description = "Stands in the certificate.")
    private String name = "";

    @Option(names = "--label", paramLabel = "LABEL", description = "Chosen by before unlocking; not secret.")
    private Optional<String> label = Optional.empty();

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
    private Optional<Path> newPassphrase = Optional.empty();

    @Option(names = "--rsa", description = "Signs documents with RSA-3072 instead of P-256.")
    private boolean rsa;

    @Option(names = "--role", description = "Enrols the person at once; you have to be administrator.")
    private Optional<Role> role = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    KeysAddPersonCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace workspace = options.open(context, Access.WRITE)) {
            if (role.isPresent()) {
                workspace.identities().checkEnrolment(name);
            }
            try (Passphrase passphrase = PassphraseSource.fresh(context.terminal(), newPassphrase);
                    AddedPerson added = workspace
                            .keyring()
                            .addPerson(
                                    new NewPerson(name, label, PersonSecrets.of(passphrase), type()),
                                    context.environment().random(),
                                    context.environment().clock())) {
                Optional<Long> entry = role.isPresent()
                        ? Optional.of(workspace.identities().enrol(added, role.get()))
                        : Optional.empty();
                print(added, entry);
            }
        }
        return ExitCode.DONE;
    }

    private DocumentKeyType type() {
        return rsa ? DocumentKeyType.RSA_3072 : DocumentKeyType.P_256;
    }

    private void print(AddedPerson added, Optional<Long> enrolled) {
        String way = added.person().way().label();
        String key = added.person().key().keyId().hex();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("label", way)
                                .with("holder", added.person().holder().hex())
                                .with("key", key)
                                .with("entry", enrolled.<Json>map(Json::number).orElse(new Json.JsonNull()))
                                .build());
            case TABLE, CSV -> {
                Table table = new Table("label", way);
                table.row("key", key);
                table.row("enrolled by entry", enrolled.map(String::valueOf).orElse("-"));
                table.printTo(context.terminal().out());
            }
        }
        context.terminal()
                .say(
                        enrolled.isPresent()
                                ? "This person opens the workspace with --person " + way + " and is enrolled."
                                : "This person opens the workspace with --person " + way
                                        + ". They record nothing until they run `cairn identity request` and an"
                                        + " administrator `cairn identity enrol`.");
    }
}
