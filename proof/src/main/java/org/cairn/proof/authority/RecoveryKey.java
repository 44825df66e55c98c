package org.cairn.proof.authority;

import java.util.Optional;
import org.cairn.proof.Ed25519PublicKey;

/// The key behind a recovery code, as an entry made it known. It belongs to no holder and has no role: it signs the
/// re-establishment of an administrator and nothing else.
/// @param since the entry that enrolled it
/// @param ended the entry that revoked, replaced or used it
public record RecoveryKey(Ed25519PublicKey key, long since, Optional<Long> ended) {
    RecoveryKey endedBy(long entry) {
        return new RecoveryKey(key, since, Optional.of(entry));
    }
}
