package org.cairn.proof.authority;

import java.util.Optional;
import org.cairn.proof.Ed25519PublicKey;

/// A key that an entry bound to a holder.
/// @param since the entry that did
/// @param ended the entry that revoked or replaced it: from that one onward it signs nothing
public record EnrolledKey(Ed25519PublicKey key, HolderId holder, long since, Optional<Long> ended) {
    EnrolledKey endedBy(long entry) {
        return new EnrolledKey(key, holder, since, Optional.of(entry));
    }
}
