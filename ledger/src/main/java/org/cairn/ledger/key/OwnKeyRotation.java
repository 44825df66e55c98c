package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.util.Optional;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.proof.KeyId;

/// Another entry key in the place of the one of whoever unlocked. The new key is kept before the entry that records
/// it is written, and is theirs after it: a power cut loses neither. Of one keyring, and as safe as that for several
/// threads.
public final class OwnKeyRotation {
    private final Keyring keyring;

    OwnKeyRotation(Keyring keyring) {
        this.keyring = keyring;
    }

    /// Makes and keeps the new key, or gives the one made before: both sign the entry, and then [#finish()].
    public KeyRotation begin(SecureRandom random) throws KeyException {
        synchronized (keyring) {
            PersonKeys keys = person().keys();
            Ed25519PrivateKey next = keys.next().orElseGet(() -> Ed25519PrivateKey.random(random));
            keyring.changed(keyring.personal().store(keys.withNext(Optional.of(next))));
            return new KeyRotation(new EntrySigner(keys.entries()), new EntrySigner(next));
        }
    }

    /// The key of a rotation that was begun and neither finished nor abandoned, as after a power cut: where the ledger
    /// knows it, finish; else abandon.
    public Optional<KeyId> pending() {
        return keyring.requireOpen()
                .person()
                .flatMap(person -> person.keys().next())
                .map(next -> next.publicKey().keyId());
    }

    public void finish() throws KeyException {
        synchronized (keyring) {
            PersonKeys keys = person().keys();
            keyring.changed(keyring.personal().store(new PersonKeys(next(keys), Optional.empty(), keys.documents())));
            keys.entries().destroy();
        }
    }

    /// As [#finish()], in memory alone: for a program that may not change the folder.
    public void assume() throws KeyException {
        synchronized (keyring) {
            OpenPerson person = person();
            PersonKeys keys = person.keys();
            keyring.changed(keyring.requireOpen()
                    .with(person.with(new PersonKeys(next(keys), Optional.empty(), keys.documents()))));
        }
    }

    public void abandon() throws KeyException {
        synchronized (keyring) {
            PersonKeys keys = person().keys();
            keyring.changed(keyring.personal().store(keys.withNext(Optional.empty())));
            keys.next().ifPresent(Ed25519PrivateKey::destroy);
        }
    }

    private OpenPerson person() {
        return keyring.requireOpen().requirePerson();
    }

    private static Ed25519PrivateKey next(PersonKeys keys) throws KeyException {
        return keys.next().orElseThrow(() -> new KeyException("No rotation of this person's key was begun."));
    }
}
