package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Totp;
import org.cairn.reports.pdf.QrText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "totp",
        description = "Asks you for six digits of a device beside the passphrase; or no longer does.",
        mixinStandardHelpOptions = true)
final class KeysTotpCommand implements Callable<Integer> {
    private final KeyChange change;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Option(names = "--remove", description = "No digits are asked for any more.")
    private boolean remove;

    KeysTotpCommand(CommandContext context) {
        this.change = new KeyChange(context);
    }

    @Override
    public Integer call() throws Exception {
        return change.run(options, keyring -> {
            if (remove) {
                keyring.disableTotp();
            } else {
                enable(keyring);
            }
        });
    }

    private void enable(Keyring keyring) throws KeyException, Refused {
        Totp totp = Totp.random(change.random());
        String uri = totp.uri(change.context().environment().host().identity().user());
        change.terminal().out().print(QrText.halfBlocks(uri));
        change.terminal().out().println(totp.secretText());
        change.terminal().out().flush();
        char[] typed = change.terminal()
                .prompt()
                .secret("Six digits that your device shows now: ")
                .orElseThrow(() -> new Refused("no terminal to type the six digits; nothing was changed"));
        keyring.enableTotp(totp, new String(typed), change.clock());
        change.say("From now on you are asked for six digits. They stop somebody at this keyboard who saw your"
                + " passphrase; they do not protect a copy of the folder.");
    }
}
