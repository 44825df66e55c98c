package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.ledger.key.KeyFile;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "key-file",
        description = "Makes a key file that belongs to your passphrase from now on; or does without again.",
        mixinStandardHelpOptions = true)
final class KeysKeyFileCommand implements Callable<Integer> {
    private final KeyChange change;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--remove", description = "The passphrase alone opens again.")
    private boolean remove;

    KeysKeyFileCommand(CommandContext context) {
        this.change = new KeyChange(context);
    }

    @Override
    public Integer call() throws Exception {
        if (out.isPresent() == remove) {
            throw new Refused("say either --out FILE or --remove");
        }
        return change.run(options, keyring -> {
            Optional<KeyFile> file =
                    out.isPresent() ? Optional.of(KeyFile.make(out.get(), change.random())) : Optional.empty();
            PersonSecrets typed = options.secrets(change.terminal());
            try (Passphrase passphrase = typed.passphrase()) {
                keyring.changeSecrets(new PersonSecrets(passphrase, file), change.random());
            }
            change.say(
                    remove
                            ? "The passphrase alone opens again."
                            : "Keep it apart from this machine. Who loses it needs the recovery code.");
        });
    }
}
