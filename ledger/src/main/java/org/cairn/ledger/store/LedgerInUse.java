package org.cairn.ledger.store;

import java.io.Serial;

/// Another program writes to the ledger; the message names it.
public final class LedgerInUse extends LedgerException {
    @Serial
    private static final long serialVersionUID = 1L;

    LedgerInUse(String where, String holder) {
        super(
                where,
                "another program writes to this ledger: " + holder,
                "Close it there, or open the ledger for reading");
    }
}
