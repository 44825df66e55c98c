package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.ledger.key.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description = "Makes two keys in a PKCS#11 token: one opens the workspace as you, one signs documents.",
        mixinStandardHelpOptions = true)
final class KeysTokenCommand implements Callable<Integer> {
    private final KeyChange change;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Option(names = "--enrol", paramLabel = "MODULE:SLOT", description = "The token's library and slot.")
    private Optional<String> enrol = Optional.empty();

    @Option(names = "--pin-file", paramLabel = "FILE", description = "Otherwise: a prompt.")
    private Optional<Path> pinFile = Optional.empty();

    @Option(names = "--remove", description = "The token opens nothing any more.")
    private boolean remove;

    KeysTokenCommand(CommandContext context) {
        this.change = new KeyChange(context);
    }

    @Override
    public Integer call() throws Exception {
        if (enrol.isPresent() == remove) {
            throw new Refused("say either --enrol MODULE:SLOT or --remove");
        }
        return change.run(options, keyring -> {
            if (remove) {
                keyring.leaveToken(change.random(), change.clock());
                return;
            }
            String token = enrol.orElseThrow();
            try (Passphrase pin = PassphraseSource.given(change.terminal(), pinFile, "PIN of the token: ")) {
                keyring.useToken(TokenText.parse(token, pin), change.random(), change.clock());
            }
            change.say("Open with --token " + token + ". Documents are signed by the token from now on.");
        });
    }
}
