package org.cairn.proof.authority;

import org.cairn.proof.KeyId;

/// An administrator came back by the recovery code: no other person had a say in it.
/// @param entry that says so
/// @param key   with which the administrator signs from then on
public record Reestablishment(long entry, HolderId holder, KeyId key) {
    /// For whoever verifies, with what is known of the name where nothing is opened: the pseudonym.
    public String words() {
        return "administrator " + holder.shortForm() + " re-established with the recovery code in entry " + entry
                + ", as key " + key.hex() + "; no other person signed that";
    }
}
