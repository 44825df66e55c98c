package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.KeyFile;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.RecoveryCode;
import org.cairn.ledger.key.Unlock;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.RecoveryUnlock;
import org.cairn.ledger.key.Unlock.TokenUnlock;
import org.cairn.ledger.key.WayIn;
import org.cairn.proof.KeyId;
import picocli.CommandLine.Option;

/// Which workspace, who opens it, and where the secrets come from.
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

    @Option(
            names = "--person",
            paramLabel = "LABEL",
            description = "Who opens the workspace, as `keys list` shows it. Default: whoever the passphrase fits.")
    private Optional<String> person = Optional.empty();

    @Option(names = "--key-file", paramLabel = "FILE", description = "The key file that belongs to the passphrase.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--totp",
            paramLabel = "DIGITS",
            description = "The six digits that your device shows. They count once, so they may stand in an argument.")
    private Optional<String> totp = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "MODULE:SLOT",
            description = "Opens with a token: its PKCS#11 library and slot number. The PIN is asked for like a"
                    + " passphrase.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--recovery",
            description = "Opens with the recovery code, which is asked for like a passphrase. Nobody signs then.")
    private boolean recovery;

    static WorkspaceOptions of(Path folder, Optional<Path> passphraseFile) {
        WorkspaceOptions options = new WorkspaceOptions();
        options.folder = folder;
        options.passphraseFile = passphraseFile;
        return options;
    }

    static WorkspaceOptions of(Path folder, Optional<Path> passphraseFile, Optional<String> person) {
        WorkspaceOptions options = of(folder, passphraseFile);
        options.person = person;
        return options;
    }

    Path folder() {
        return folder;
    }

    Optional<Path> passphraseFile() {
        return passphraseFile;
    }

    Workspace open(CommandContext context, Access access) throws WorkspaceException, Refused {
        Unlock unlock = unlock(context.terminal());
        try {
            return Workspace.open(folder, unlock, access, context.environment());
        } finally {
            wipe(unlock);
        }
    }

    /// The passphrase and the key file with which the workspace is opened; the caller wipes the passphrase.
    PersonSecrets secrets(Terminal terminal) throws Refused {
        Optional<KeyFile> file = keyFile();
        return new PersonSecrets(PassphraseSource.existing(terminal, passphraseFile), file);
    }

    /// The key file that was named.
    Optional<KeyFile> keyFile() throws Refused {
        try {
            return keyFile.isPresent() ? Optional.of(KeyFile.read(keyFile.get())) : Optional.empty();
        } catch (KeyException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private Unlock unlock(Terminal terminal) throws Refused {
        if (recovery) {
            return new RecoveryUnlock(recoveryCode(terminal));
        }
        if (token.isPresent()) {
            Passphrase pin = PassphraseSource.existing(terminal, passphraseFile, "PIN of the token: ");
            return new TokenUnlock(TokenText.parse(token.get(), pin));
        }
        Optional<KeyId> holder = person.isPresent() ? Optional.of(holder(person.get())) : Optional.empty();
        return new PassphraseUnlock(holder, secrets(terminal), totp);
    }

    /// By a recovery code that was asked for already.
    Workspace openBy(RecoveryCode code, CommandContext context) throws WorkspaceException {
        return Workspace.open(folder, new RecoveryUnlock(code), Access.WRITE, context.environment());
    }

    RecoveryCode recoveryCode(Terminal terminal) throws Refused {
        try (Passphrase typed = PassphraseSource.existing(terminal, passphraseFile, "Recovery code: ")) {
            return RecoveryCode.parse(typed.text());
        } catch (KeyException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    /// By label, or by the first digits of the holder's id.
    KeyId holder(String named) throws Refused {
        try {
            return Keyring.waysIn(folder.resolve("keys")).stream()
                    .filter(way -> way.label().equals(named)
                            || named.length() >= 8 && way.holder().hex().startsWith(named))
                    .map(WayIn::holder)
                    .findFirst()
                    .orElseThrow(() -> new Refused(folder + ": no person \"" + named
                            + "\" opens this workspace; `cairn keys list` shows who"));
        } catch (KeyException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static void wipe(Unlock unlock) {
        switch (unlock) {
            case PassphraseUnlock by -> by.secrets().passphrase().close();
            case TokenUnlock by -> by.access().pin().close();
            case RecoveryUnlock _ -> {}
        }
    }
}
