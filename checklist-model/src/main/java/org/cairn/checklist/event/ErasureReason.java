package org.cairn.checklist.event;

/// Why something was erased, as a code that may stand in the ledger for ever. The words are in a payload of their own.
/// Grounds and letters: Regulation (EU) 2016/679 (GDPR), Art. 5(1) and 17(1).
public enum ErasureReason {
    /// Art. 17(1)(a): no longer necessary for what it was collected for.
    NO_LONGER_NEEDED("GDPR Art. 17(1)(a)"),
    /// Art. 17(1)(b).
    CONSENT_WITHDRAWN("GDPR Art. 17(1)(b)"),
    /// Art. 17(1)(c) with Art. 21.
    OBJECTION("GDPR Art. 17(1)(c)"),
    /// Art. 17(1)(d).
    UNLAWFULLY_PROCESSED("GDPR Art. 17(1)(d)"),
    /// Art. 17(1)(e): a law requires it.
    LEGAL_OBLIGATION("GDPR Art. 17(1)(e)"),
    /// Art. 5(1)(e): storage limitation.
    RETENTION_ENDED("GDPR Art. 5(1)(e)"),
    /// Art. 5(1)(c): more than was needed was recorded.
    RECORDED_BY_MISTAKE("GDPR Art. 5(1)(c)");

    private final String citation;

    ErasureReason(String citation) {
        this.citation = citation;
    }

    public String citation() {
        return citation;
    }
}
