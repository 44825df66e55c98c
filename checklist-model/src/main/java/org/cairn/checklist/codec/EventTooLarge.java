package org.cairn.checklist.codec;

/// An event does not fit into one ledger entry. Nothing was recorded; the message says what to do.
public final class EventTooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    EventTooLarge(EventKind kind, int sizeBytes, int limitBytes) {
        super(kind.text() + " has " + sizeBytes + " bytes and an entry holds " + limitBytes
                + ": name less evidence in one event, or record it in several");
    }
}
