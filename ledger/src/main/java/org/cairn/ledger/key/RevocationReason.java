package org.cairn.ledger.key;

/// Why a certificate counts no more (RFC 5280 section 5.3.1, those that fit a person's certificate).
public enum RevocationReason {
    KEY_COMPROMISE(1),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /// As RFC 5280 numbers it.
    int code() {
        return code;
    }
}
