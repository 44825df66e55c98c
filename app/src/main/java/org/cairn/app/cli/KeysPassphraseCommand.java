package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "passphrase", description = "Changes your passphrase.", mixinStandardHelpOptions = true)
final class KeysPassphraseCommand implements Callable<Integer> {
    private final KeyChange change;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
    private Optional<Path> newPassphrase = Optional.empty();

    KeysPassphraseCommand(CommandContext context) {
        this.change = new KeyChange(context);
    }

    @Override
    public Integer call() throws Exception {
        return change.run(options, keyring -> {
            try (Passphrase passphrase = PassphraseSource.fresh(change.terminal(), newPassphrase)) {
                keyring.changeSecrets(new PersonSecrets(passphrase, options.keyFile()), change.random());
                change.say("Changed. A copy of the folder from before still opens by the old passphrase.");
            }
        });
    }
}
