package org.cairn.app.workspace;

import org.cairn.ledger.store.LedgerException;

/// The disk refused an entry that was whole when the ledger was opened. Nothing that is open can go on.
final class UnreadableLedger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableLedger(LedgerException cause) {
        super(cause.getMessage(), cause);
    }
}
