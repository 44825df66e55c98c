package org.cairn.checklist;

/// What a person says about one subject. Independent of what evidence shows.
public enum AnswerStatus {
    MET,
    PARTLY_MET,
    NOT_MET,
    /// Needs a reason.
    NOT_APPLICABLE,
    /// An equivalent measure is in place and its reasoning documented (HIPAA addressable, 45 CFR 164.306(d)(3)). Needs
    /// a reason.
    ALTERNATIVE_DOCUMENTED,
    /// Applies from a later date. Needs that date.
    NOT_YET_APPLICABLE;

    public boolean needsReason() {
        return this == NOT_APPLICABLE || this == ALTERNATIVE_DOCUMENTED;
    }
}
