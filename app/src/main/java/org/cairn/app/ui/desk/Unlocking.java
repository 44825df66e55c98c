package org.cairn.app.ui.desk;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.KeyFile;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.RecoveryCode;
import org.cairn.ledger.key.TokenAccess;
import org.cairn.ledger.key.Unlock;
import org.cairn.ledger.key.WayIn;
import org.cairn.proof.KeyId;

/// Turns what was given into what opens a workspace; reads the key file and looks up the label.
final class Unlocking {
    private final Path folder;

    Unlocking(Path folder) {
        this.folder = folder;
    }

    Unlock of(Given given) throws WorkspaceException {
        return switch (given) {
            case Given.ByPassphrase by ->
                new Unlock.PassphraseUnlock(
                        holder(by.person()), new PersonSecrets(by.passphrase(), keyFile(by.keyFile())), by.digits());
            case Given.ByRecoveryCode by ->
                new Unlock.RecoveryUnlock(code(by.code().text()));
            case Given.ByToken(Path module, long slot, var pin) ->
                new Unlock.TokenUnlock(new TokenAccess(module, slot, pin));
        };
    }

    private Optional<KeyId> holder(Optional<String> label) throws WorkspaceException {
        if (label.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Keyring.waysIn(folder.resolve("keys")).stream()
                    .filter(way -> way.label().equals(label.get()))
                    .map(WayIn::holder)
                    .findFirst()
                    .orElseThrow(() -> new WorkspaceException(
                            Kind.UNKNOWN_PERSON, folder + ": no person \"" + label.get() + "\" opens this workspace")));
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<KeyFile> keyFile(Optional<Path> file) throws WorkspaceException {
        try {
            return file.isPresent() ? Optional.of(KeyFile.read(file.get())) : Optional.empty();
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, String.valueOf(e.getMessage()), e);
        }
    }

    private static RecoveryCode code(String typed) throws WorkspaceException {
        try {
            return RecoveryCode.parse(typed);
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }
}
