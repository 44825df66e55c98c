package org.cairn.ledger.store;

import java.io.Serial;

/// The rules of this ledger do not admit an entry. Nothing of what was to be appended with it was recorded.
public final class EntryRefused extends LedgerException {
    @Serial
    private static final long serialVersionUID = 1L;

    EntryRefused(String where, String reason) {
        super(where, reason, "Nothing was recorded");
    }
}
