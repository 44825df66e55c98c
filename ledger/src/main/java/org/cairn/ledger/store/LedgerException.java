package org.cairn.ledger.store;

import java.io.IOException;
import java.io.Serial;

/// The ledger could not do what was asked. The message names the file, the position, the reason and what to do.
public sealed class LedgerException extends Exception permits LedgerInUse, EntryRefused {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String message;

    /// @param where  the file, with the entry or byte where that is known
    /// @param reason what is wrong
    /// @param advice what the reader can do
    public LedgerException(String where, String reason, String advice) {
        this.message = where + ": " + reason + ". " + advice;
    }

    public LedgerException(String where, String reason, String advice, Throwable cause) {
        super(cause);
        this.message = where + ": " + reason + ". " + advice;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// The disk, or the permission to use it, failed.
    static LedgerException ofDisk(String where, IOException cause) {
        return new LedgerException(where, DiskFailure.reason(cause), DiskFailure.advice(cause), cause);
    }
}
