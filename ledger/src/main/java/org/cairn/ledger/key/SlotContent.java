package org.cairn.ledger.key;

import java.util.Arrays;
import org.cairn.proof.Bytes;

/// What a person's slot wraps: the workspace key, which all people share, and the key of that person's own file, which
/// nobody else has.
final class SlotContent {
    static final int KEY_SIZE_BYTES = 32;

    private final byte[] workspaceKey;
    private final byte[] personKey;

    SlotContent(byte[] workspaceKey, byte[] personKey) {
        this.workspaceKey = workspaceKey.clone();
        this.personKey = personKey.clone();
    }

    /// @return the array itself
    byte[] workspaceKey() {
        return workspaceKey;
    }

    /// @return the array itself
    byte[] personKey() {
        return personKey;
    }

    Bytes encode() {
        return Bytes.copyOf(workspaceKey).concat(Bytes.copyOf(personKey));
    }

    /// Requires what [#encode()] gave: it was authenticated.
    static SlotContent decode(Bytes encoded) {
        return new SlotContent(
                encoded.slice(0, KEY_SIZE_BYTES).toByteArray(),
                encoded.slice(KEY_SIZE_BYTES, 2 * KEY_SIZE_BYTES).toByteArray());
    }

    void destroy() {
        Arrays.fill(workspaceKey, (byte) 0);
        Arrays.fill(personKey, (byte) 0);
    }
}
