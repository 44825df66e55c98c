package org.cairn.ledger.key;

import java.util.Optional;
import org.cairn.proof.KeyId;

/// A way to open the keys of a workspace.
public sealed interface Unlock {
    /// As one of the workspace's people.
    /// @param person the holder, as [WayIn#holder()] names it; empty tries everybody's way in, one after the other
    /// @param totp   the six digits that the person's device shows, where the person has set that up
    record PassphraseUnlock(Optional<KeyId> person, PersonSecrets secrets, Optional<String> totp) implements Unlock {
        /// As whoever has this passphrase, without a second factor.
        public static PassphraseUnlock of(Passphrase passphrase) {
            return new PassphraseUnlock(Optional.empty(), PersonSecrets.of(passphrase), Optional.empty());
        }
    }

    /// As the person whose key in the token opens the workspace.
    record TokenUnlock(TokenAccess access) implements Unlock {}

    /// As nobody: what is recorded can be read and people can be added, but no person signs. A person's signing
    /// keys open by that person's own secrets alone; who lost these is added again, with new keys.
    record RecoveryUnlock(RecoveryCode code) implements Unlock {}
}
