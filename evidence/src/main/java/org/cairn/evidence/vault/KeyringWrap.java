package org.cairn.evidence.vault;

import java.util.Optional;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.proof.Bytes;

/// Data keys wrapped by the workspace's own key.
public record KeyringWrap(Keyring keyring) implements KeyWrap {
    @Override
    public Bytes wrap(Bytes plain, Bytes context) {
        return keyring.wrap(plain, context);
    }

    @Override
    public Optional<Bytes> unwrap(Bytes wrapped, Bytes context) {
        try {
            return Optional.of(keyring.unwrap(wrapped, context));
        } catch (KeyException _) {
            return Optional.empty(); // the vault names the file
        }
    }
}
