package org.cairn.app.ui.desk;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.ledger.key.Passphrase;

/// What somebody gave to open a workspace. Whoever made it wipes it.
public sealed interface Given {
    /// @param person  label of the person; empty lets the passphrase decide
    /// @param keyFile the file that belongs to the passphrase
    /// @param digits  the six digits that the person's device shows
    record ByPassphrase(Passphrase passphrase, Optional<String> person, Optional<Path> keyFile, Optional<String> digits)
            implements Given {
        public static ByPassphrase of(Passphrase passphrase) {
            return new ByPassphrase(passphrase, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// Opens for reading: with it nobody signs.
    record ByRecoveryCode(Passphrase code) implements Given {}

    /// @param module the token's own PKCS#11 library
    record ByToken(Path module, long slot, Passphrase pin) implements Given {}

    default void wipe() {
        switch (this) {
            case ByPassphrase by -> by.passphrase().close();
            case ByRecoveryCode by -> by.code().close();
            case ByToken by -> by.pin().close();
        }
    }
}
