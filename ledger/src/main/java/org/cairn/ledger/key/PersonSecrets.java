package org.cairn.ledger.key;

import java.util.Optional;

/// What only one person has, and what opens that person's slot.
public record PersonSecrets(Passphrase passphrase, Optional<KeyFile> keyFile) {
    public static PersonSecrets of(Passphrase passphrase) {
        return new PersonSecrets(passphrase, Optional.empty());
    }

    /// Never the secrets.
    @Override
    public String toString() {
        return keyFile.isPresent() ? "a passphrase and a key file" : "a passphrase";
    }
}
