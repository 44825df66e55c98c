package org.cairn.checklist.posture;

/// Where one control stands, from its answer and its outcome together (first table of `docs/judgement.md`).
public enum Standing {
    CONTRADICTED,
    NOT_MET,
    /// Evidence shows it, and nobody says otherwise.
    DEMONSTRATED,
    /// Evidence that bears on it has lapsed.
    STALE,
    /// A person says so; evidence does not settle it.
    CLAIMED,
    /// A person says it is met in part.
    PARTLY,
    /// Evidence was recorded, and it could not be told from it.
    INDETERMINATE,
    NOT_APPLICABLE,
    NOT_YET_APPLICABLE,
    NOT_ASSESSED
}
