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

    /// Whether it says that something is done, which evidence can show.
    public boolean claimsWork() {
        return switch (this) {
            case MET, PARTLY_MET, ALTERNATIVE_DOCUMENTED -> true;
            case NOT_MET, NOT_APPLICABLE, NOT_YET_APPLICABLE -> false;
        };
    }
}
