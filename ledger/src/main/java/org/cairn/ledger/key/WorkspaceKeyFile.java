package org.cairn.ledger.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.ledger.key.Slot.PersonSlot;
import org.cairn.ledger.key.Slot.RecoverySlot;
import org.cairn.ledger.key.Slot.TokenSlot;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// `workspace.key`: the 32-byte key that protects what the workspace shares, wrapped once for each way in.
/// @param seal binds all slots to the workspace key, so that whoever opens the file by one way notices a change in
///             any other
record WorkspaceKeyFile(List<Slot> slots, Bytes seal) {
    static final String FILE = "workspace.key";
    static final int SIZE_LIMIT_BYTES = 256 * 1024;
    private static final int VERSION = 2;

    WorkspaceKeyFile {
        slots = List.copyOf(slots);
    }

    static WorkspaceKeyFile of(List<Slot> slots, byte[] workspaceKey) {
        WorkspaceKeyFile unsealed = new WorkspaceKeyFile(slots, Bytes.empty());
        return new WorkspaceKeyFile(slots, new KeyWrapping(workspaceKey).wrap(Bytes.empty(), unsealed.sealContext()));
    }

    /// @param keep whether an existing slot stays
    WorkspaceKeyFile with(Predicate<Slot> keep, Optional<Slot> added, byte[] workspaceKey) {
        List<Slot> next = new ArrayList<>(slots.stream().filter(keep).toList());
        added.ifPresent(next::add);
        return of(next, workspaceKey);
    }

    List<PersonSlot> people() {
        return slots.stream()
                .filter(PersonSlot.class::isInstance)
                .map(PersonSlot.class::cast)
                .toList();
    }

    List<TokenSlot> tokens() {
        return slots.stream()
                .filter(TokenSlot.class::isInstance)
                .map(TokenSlot.class::cast)
                .toList();
    }

    Optional<PersonSlot> person(KeyId holder) {
        return people().stream().filter(slot -> slot.holder().equals(holder)).findFirst();
    }

    /// One, or two while a code is being replaced: the one before, then the new one.
    List<RecoverySlot> recoveries() {
        return slots.stream()
                .filter(RecoverySlot.class::isInstance)
                .map(RecoverySlot.class::cast)
                .toList();
    }

    /// @param file how a message names it
    void requireSeal(byte[] workspaceKey, String file) throws KeyException {
        if (new KeyWrapping(workspaceKey).unwrap(seal, sealContext()).isEmpty()) {
            throw new KeyException(file + " was changed. Restore it from a backup.");
        }
    }

    private Bytes sealContext() {
        return Bytes.utf8("cairn workspace key file, v2")
                .concat(Json.write(unsealed().build()));
    }

    private Json.Builder unsealed() {
        return Json.object()
                .with("version", VERSION)
                .with("slots", slots.stream().map(Slot::toJson).toList());
    }

    Bytes encode() {
        return Json.write(unsealed().with("seal", StrictBase64.encode(seal)).build());
    }

    static WorkspaceKeyFile parse(Bytes encoded) throws MalformedJson {
        JsonObject json = Json.parseObject(encoded);
        if (json.integer("version") != VERSION) {
            throw new MalformedJson("version " + json.integer("version") + " is not known here");
        }
        List<Slot> slots = new ArrayList<>();
        for (Json slot : json.array("slots")) {
            if (!(slot instanceof JsonObject object)) {
                throw new MalformedJson("a slot is not an object");
            }
            slots.add(Slot.parse(object));
        }
        WorkspaceKeyFile file = new WorkspaceKeyFile(slots, PublicKeys.base64(json, "seal"));
        if (!file.encode().equals(encoded)) {
            throw new MalformedJson("it holds something that does not belong there");
        }
        return file;
    }
}
