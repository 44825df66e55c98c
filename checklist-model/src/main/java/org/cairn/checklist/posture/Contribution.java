package org.cairn.checklist.posture;

import org.cairn.checklist.Relation;

/// What one control lends to one requirement, from its standing and the relation between them (second table of
/// `docs/judgement.md`). In the order in which they decide: the first one present settles the requirement.
enum Contribution {
    CONTRADICTED,
    NOT_MET,
    DEMONSTRATES,
    /// Would demonstrate, but its evidence has lapsed.
    LAPSED,
    CLAIMS,
    SUPPORTS,
    /// Would support, but its evidence has lapsed.
    SUPPORT_LAPSED,
    UNDECIDED,
    /// Nothing bears on it; also where no control reaches the requirement at all.
    SILENT;

    static Contribution of(Standing standing, Relation relation) {
        return switch (relation) {
            case EQUAL, SUPERSET_OF -> closing(standing);
            case SUBSET_OF -> supporting(standing);
            case INTERSECTS_WITH -> overlapping(standing);
            case NO_RELATIONSHIP -> SILENT;
        };
    }

    private static Contribution closing(Standing standing) {
        return switch (standing) {
            case CONTRADICTED -> CONTRADICTED;
            case NOT_MET -> NOT_MET;
            case DEMONSTRATED -> DEMONSTRATES;
            case STALE -> LAPSED;
            case CLAIMED -> CLAIMS;
            case PARTLY -> SUPPORTS;
            case INDETERMINATE -> UNDECIDED;
            case NOT_APPLICABLE, NOT_YET_APPLICABLE, NOT_ASSESSED -> SILENT;
        };
    }

    /// The control is a part of the requirement: where a part is not met, neither is the whole.
    private static Contribution supporting(Standing standing) {
        return switch (standing) {
            case CONTRADICTED -> CONTRADICTED;
            case NOT_MET -> NOT_MET;
            case DEMONSTRATED, CLAIMED, PARTLY -> SUPPORTS;
            case STALE -> SUPPORT_LAPSED;
            case INDETERMINATE -> UNDECIDED;
            case NOT_APPLICABLE, NOT_YET_APPLICABLE, NOT_ASSESSED -> SILENT;
        };
    }

    /// What is wrong with the control may lie outside the requirement: it no longer supports, and decides nothing.
    private static Contribution overlapping(Standing standing) {
        return switch (standing) {
            case DEMONSTRATED, CLAIMED, PARTLY -> SUPPORTS;
            case STALE -> SUPPORT_LAPSED;
            case CONTRADICTED, NOT_MET, INDETERMINATE -> UNDECIDED;
            case NOT_APPLICABLE, NOT_YET_APPLICABLE, NOT_ASSESSED -> SILENT;
        };
    }
}
