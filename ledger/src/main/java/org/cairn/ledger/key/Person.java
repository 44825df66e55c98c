package org.cairn.ledger.key;

import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.KeyId;

/// One of the people who can open a workspace.
/// @param way         how the person is told apart before anybody typed a passphrase
/// @param name        as it stands in the certificate
/// @param key         signs the person's entries now
/// @param certificate DER, of the key that signs documents in the person's name
public record Person(WayIn way, String name, Ed25519PublicKey key, Bytes certificate) {
    public KeyId holder() {
        return way.holder();
    }
}
