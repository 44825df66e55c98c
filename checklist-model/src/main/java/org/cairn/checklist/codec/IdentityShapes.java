package org.cairn.checklist.codec;

import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.IdentityEvent.AdministratorReestablished;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.checklist.event.IdentityEvent.KeyRotated;
import org.cairn.checklist.event.IdentityEvent.RecoveryKeyEnrolled;
import org.cairn.checklist.event.IdentityEvent.RoleGranted;
import org.cairn.checklist.event.IdentityEvent.RoleWithdrawn;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// The shapes of events about keys and roles.
final class IdentityShapes {
    private IdentityShapes() {}

    static EventKind kind(IdentityEvent event) {
        return switch (event) {
            case KeyRotated _ -> EventKind.KEY_ROTATED;
            case IdentityRevoked _ -> EventKind.IDENTITY_REVOKED;
            case RoleGranted _ -> EventKind.ROLE_GRANTED;
            case RoleWithdrawn _ -> EventKind.ROLE_WITHDRAWN;
            case RecoveryKeyEnrolled _ -> EventKind.RECOVERY_KEY_ENROLLED;
            case AdministratorReestablished _ -> EventKind.ADMINISTRATOR_REESTABLISHED;
        };
    }

    static void write(IdentityEvent event, Json.Builder json) {
        switch (event) {
            case KeyRotated(KeyId oldKey, KeyId newKey, Bytes spki) ->
                json.with("key", oldKey.hex()).with("newKey", newKey.hex()).with("spki", spki.hex());
            case IdentityRevoked(KeyId key, IdentityRevoked.Reason reason) ->
                json.with("key", key.hex()).with("reason", reason.name());
            case RoleGranted(HolderId holder, Role role) -> write(holder, role, json);
            case RoleWithdrawn(HolderId holder, Role role) -> write(holder, role, json);
            case RecoveryKeyEnrolled(KeyId key, Bytes spki) ->
                json.with("key", key.hex()).with("spki", spki.hex());
            case AdministratorReestablished reestablished ->
                json.with("holder", reestablished.holder().hex())
                        .with("key", reestablished.key().hex())
                        .with("spki", reestablished.spki().hex())
                        .with("recoveryKey", reestablished.recoveryKey().hex())
                        .with("nextKey", reestablished.nextKey().hex())
                        .with("nextSpki", reestablished.nextSpki().hex());
        }
    }

    private static void write(HolderId holder, Role role, Json.Builder json) {
        json.with("holder", holder.hex()).with("role", role.name());
    }

    static KeyRotated rotated(Members members) throws MalformedEvent {
        return new KeyRotated(
                members.text("key", KeyId::parse),
                members.text("newKey", KeyId::parse),
                members.text("spki", Bytes::parseHex));
    }

    static IdentityRevoked revoked(Members members) throws MalformedEvent {
        return new IdentityRevoked(
                members.text("key", KeyId::parse), members.oneOf("reason", IdentityRevoked.Reason.values()));
    }

    static RoleGranted granted(Members members) throws MalformedEvent {
        return new RoleGranted(members.text("holder", HolderId::new), members.oneOf("role", Role.values()));
    }

    static RoleWithdrawn withdrawn(Members members) throws MalformedEvent {
        return new RoleWithdrawn(members.text("holder", HolderId::new), members.oneOf("role", Role.values()));
    }

    static RecoveryKeyEnrolled recoveryKey(Members members) throws MalformedEvent {
        return new RecoveryKeyEnrolled(members.text("key", KeyId::parse), members.text("spki", Bytes::parseHex));
    }

    static AdministratorReestablished reestablished(Members members) throws MalformedEvent {
        return new AdministratorReestablished(
                members.text("holder", HolderId::new),
                members.text("key", KeyId::parse),
                members.text("spki", Bytes::parseHex),
                members.text("recoveryKey", KeyId::parse),
                members.text("nextKey", KeyId::parse),
                members.text("nextSpki", Bytes::parseHex));
    }
}
