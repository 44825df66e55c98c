package org.cairn.checklist.event;

import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// What becomes of keys and roles after enrolment ([Event.IdentityEnrolled]).
public sealed interface IdentityEvent extends Event {
    /// A new key takes an old one's place, for the same holder. The entry is signed by both; the old key signs nothing
    /// after it.
    /// @param spki DER SubjectPublicKeyInfo of the new Ed25519 key
    record KeyRotated(KeyId oldKey, KeyId newKey, Bytes spki) implements IdentityEvent {}

    /// A key signs nothing from this entry onward. What it signed before stays good.
    record IdentityRevoked(KeyId key, Reason reason) implements IdentityEvent {
        public enum Reason {
            LOST,
            COMPROMISED,
            /// Its holder no longer works here.
            LEFT,
            /// Another key of the holder is used instead.
            SUPERSEDED,
            OTHER
        }
    }

    record RoleGranted(HolderId holder, Role role) implements IdentityEvent {}

    record RoleWithdrawn(HolderId holder, Role role) implements IdentityEvent {}

    /// The key behind the recovery code, which brings an administrator back and signs nothing else. It takes the place
    /// of the one before.
    /// @param spki DER SubjectPublicKeyInfo of an Ed25519 key
    record RecoveryKeyEnrolled(KeyId key, Bytes spki) implements IdentityEvent {}

    /// An administrator who lost their keys has a new one, by the recovery code. Signed by the recovery key, which ends
    /// by it, and by the new key.
    /// @param key         the administrator's from now on, beside those they had
    /// @param recoveryKey the one used
    /// @param nextKey     the recovery key from now on
    record AdministratorReestablished(
            HolderId holder, KeyId key, Bytes spki, KeyId recoveryKey, KeyId nextKey, Bytes nextSpki)
            implements IdentityEvent {}
}
