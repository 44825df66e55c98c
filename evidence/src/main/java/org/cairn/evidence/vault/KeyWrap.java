package org.cairn.evidence.vault;

import java.util.Optional;
import org.cairn.proof.Bytes;

/// Keeps data keys secret at rest, under a key that only an opened workspace holds.
public interface KeyWrap {
    /// @param context authenticated, not encrypted: what the wrapped bytes are for
    Bytes wrap(Bytes plain, Bytes context);

    /// Empty if `wrapped` was made under another key or context, or was changed.
    Optional<Bytes> unwrap(Bytes wrapped, Bytes context);
}
