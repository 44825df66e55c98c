package org.cairn.checklist.posture;

/// Where one requirement stands. Which answers and outcomes lead to which state is the truth table in
/// `docs/judgement.md`.
public enum RequirementState {
    /// A control that may close it is satisfied on fresh evidence.
    DEMONSTRATED,
    /// A person says it is met, and no evidence settles it.
    CLAIMED,
    /// Something speaks for it, nothing closes it.
    SUPPORTED,
    /// What a person says and what evidence shows cannot both be true.
    CONTRADICTED,
    /// The evidence it rests on has lapsed.
    STALE,
    NOT_MET,
    /// Something was looked at, and it could not be told.
    INDETERMINATE,
    /// A person decided so, with a reason.
    NOT_APPLICABLE,
    /// A person or the law says that it applies from a later day.
    NOT_YET_APPLICABLE,
    NOT_ASSESSED,
    /// Whether it applies is not known: a fact of the scope is missing.
    UNSCOPED,
    /// It does not apply, by recorded facts of the scope and a rule that names its source.
    OUT_OF_SCOPE;

    /// Whether it has been judged at all. Assessed is not compliant.
    public boolean assessed() {
        return switch (this) {
            case DEMONSTRATED, CLAIMED, SUPPORTED, CONTRADICTED, STALE, NOT_MET, NOT_APPLICABLE, OUT_OF_SCOPE -> true;
            case INDETERMINATE, NOT_YET_APPLICABLE, NOT_ASSESSED, UNSCOPED -> false;
        };
    }
}
