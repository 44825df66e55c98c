package org.cairn.ledger.witness;

import java.util.List;
import org.cairn.proof.NoteKey;

/// Whether a witness takes on a log that it does not know yet.
public sealed interface LogTrust {
    /// Only logs that it knows.
    record KnownOnly() implements LogTrust {}

    /// A log that signs with these keys, which a person compared or chose to trust on first sight.
    /// @param keys all of them have to have signed
    record Keys(List<NoteKey> keys) implements LogTrust {
        public Keys {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("no key to trust");
            }
        }
    }
}
