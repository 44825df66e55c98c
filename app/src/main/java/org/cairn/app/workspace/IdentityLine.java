package org.cairn.app.workspace;

import java.util.Optional;
import java.util.Set;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// One key and whose it is.
/// @param holder empty for the key of a recovery code
/// @param name   of the holder; the first digits of the key where it was erased
/// @param roles  the holder's, now
/// @param by     who brought the key in
/// @param since  the entry that enrolled the key
/// @param ended  the entry from which on it signs nothing
public record IdentityLine(
        KeyId key, Optional<HolderId> holder, String name, Set<Role> roles, By by, long since, Optional<Long> ended) {
    public enum By {
        PERSON,
        /// Nobody else signed it.
        RECOVERY_CODE
    }

    public IdentityLine {
        roles = Set.copyOf(roles);
    }
}
