package org.cairn.ledger.key;

import java.util.Arrays;
import java.util.Optional;
import org.cairn.proof.KeyId;

/// What is in memory while a workspace is unlocked.
final class OpenKeys {
    /// One person, unlocked.
    /// @param token the one that signs documents for this person, where it is open
    record OpenPerson(
            KeyId holder, String label, String name, SlotContent secrets, PersonKeys keys, Optional<Token> token) {
        OpenPerson with(PersonKeys changed) {
            return new OpenPerson(holder, label, name, secrets, changed, token);
        }

        OpenPerson with(Token opened) {
            return new OpenPerson(holder, label, name, secrets, keys, Optional.of(opened));
        }

        /// Never a key.
        @Override
        public String toString() {
            return name;
        }
    }

    private final byte[] workspaceKey;
    private final PrivateKeys keys;
    private final Optional<OpenPerson> person;

    /// @param workspaceKey kept as it is, so that destroying this wipes it
    OpenKeys(byte[] workspaceKey, PrivateKeys keys, Optional<OpenPerson> person) {
        this.workspaceKey = workspaceKey;
        this.keys = keys;
        this.person = person;
    }

    /// @return the array itself
    byte[] workspaceKey() {
        return workspaceKey;
    }

    PrivateKeys keys() {
        return keys;
    }

    /// Empty where the recovery code opened the workspace.
    Optional<OpenPerson> person() {
        return person;
    }

    /// @throws NobodySigns where the recovery code opened the workspace
    OpenPerson requirePerson() {
        return person.orElseThrow(NobodySigns::new);
    }

    OpenKeys with(OpenPerson changed) {
        return new OpenKeys(workspaceKey, keys, Optional.of(changed));
    }

    /// Overwrites keys and lets signers made from them refuse. Best effort: copies that Java made on the way stay in
    /// memory until it is reused.
    void destroy() {
        Arrays.fill(workspaceKey, (byte) 0);
        keys.destroy();
        person.ifPresent(one -> {
            one.secrets().destroy();
            one.keys().destroy();
            one.token().ifPresent(Token::close);
        });
    }
}
